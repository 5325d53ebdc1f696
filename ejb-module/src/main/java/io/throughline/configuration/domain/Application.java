package io.throughline.configuration.domain;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Software that people use; it uses services. */
@Entity
@Table(name = "application")
public class Application extends NamedItem {

    protected Application() {}

    public Application(RecordNumber number, String name, String description) {
        super(number);
        call(name, description);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.APPLICATION;
    }

    public void correct(String name, String description) {
        call(name, description);
    }
}
