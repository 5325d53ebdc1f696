package io.throughline.verification.architecture.violation.io.throughline.contact;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Its state can be set by anybody. */
@Entity
public class EntityWithSetter {
    @Id
    long id;

    String state;

    public void setState(String state) {
        this.state = state;
    }
}
