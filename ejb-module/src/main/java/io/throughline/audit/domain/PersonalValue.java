package io.throughline.audit.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * A value about a person, kept beside the record that holds only a salted commitment to it. Deleting the row erases the
 * value and leaves every proof as it was.
 */
@Entity
@Table(name = "audit_personal")
public class PersonalValue {

    @Id
    @SequenceGenerator(name = "audit_personal_seq", sequenceName = "audit_personal_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_personal_seq")
    private Long id;

    @Column(name = "audit_id", nullable = false, updatable = false)
    private Long auditId;

    @Column(name = "field_path", nullable = false, updatable = false)
    private String path;

    @Column(nullable = false, updatable = false)
    private String salt;

    @Lob
    @Column(name = "personal_value", nullable = false, updatable = false)
    private String value;

    protected PersonalValue() {}

    public PersonalValue(Long auditId, String path, String salt, String value) {
        this.auditId = auditId;
        this.path = path;
        this.salt = salt;
        this.value = value;
    }

    public Long auditId() {
        return auditId;
    }

    /** Where the commitment stands in the record's content, as {@code after.callerName}. */
    public String path() {
        return path;
    }

    /** 128 random bits as hexadecimal digits. */
    public String salt() {
        return salt;
    }

    public String value() {
        return value;
    }
}
