package io.throughline.verification.architecture.violation.io.throughline.rest;

import io.throughline.verification.architecture.violation.io.throughline.contact.CarelessRepository;
import io.throughline.verification.architecture.violation.io.throughline.contact.EntityWithSetter;

/** Answers with an entity straight from its repository. */
class ResourceWithEntity {
    CarelessRepository repository;

    EntityWithSetter get(long id) {
        return repository.find(id);
    }
}
