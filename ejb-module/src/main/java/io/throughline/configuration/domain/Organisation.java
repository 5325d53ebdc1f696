package io.throughline.configuration.domain;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A part of the business, or a customer, whom services serve and to whom applications belong. */
@Entity
@Table(name = "organisation")
public class Organisation extends NamedItem {

    protected Organisation() {}

    public Organisation(RecordNumber number, String name, String description) {
        super(number);
        call(name, description);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ORGANISATION;
    }

    public void correct(String name, String description) {
        call(name, description);
    }
}
