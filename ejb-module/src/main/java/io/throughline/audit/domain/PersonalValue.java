package io.throughline.audit.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/**
 * A value about a person, kept beside the record that holds only a salted commitment to it. Erasing the value and
 * its salt leaves every proof as it was; the row stays and names the record of the erasure.
 */
@Entity
@Table(name = "audit_personal")
@IdClass(PersonalValue.Key.class)
public class PersonalValue {

    /** A record has one value at each path. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private Long auditId;
        private String path;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Objects.equals(auditId, that.auditId)
                    && Objects.equals(path, that.path);
        }

        @Override
        public int hashCode() {
            return Objects.hash(auditId, path);
        }
    }

    @Id
    @Column(name = "audit_id", nullable = false, updatable = false)
    private Long auditId;

    @Id
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
