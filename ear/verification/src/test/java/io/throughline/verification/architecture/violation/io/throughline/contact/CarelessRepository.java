package io.throughline.verification.architecture.violation.io.throughline.contact;

/** A repository for a careless resource to use. */
public interface CarelessRepository {
    EntityWithSetter find(long id);
}
