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
 * A value about a person, kept beside the record that holds only a salted commitment to it. Erasing the value and
 * its salt leaves every proof as it was; the row stays and names the record of the erasure.
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

    private String salt;

    @Lob
    @Column(name = "personal_value")
    private String value;

    @Column(name = "erased_by")
    private Long erasedBy;

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

    /**
     * Forgets value and salt: without the salt the commitment tells nothing, not even to who guesses the value.
     *
     * @param auditId id of the audit record of the erasure
     */
    public void erase(long auditId) {
        salt = null;
        value = null;
        erasedBy = auditId;
    }

    /** 128 random bits as hexadecimal digits; null when erased. */
    public String salt() {
        return salt;
    }

    public String value() {
        return value;
    }
}
