package io.throughline.identity.domain;

import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who calls, works here, or both. Who has no password cannot log in; who left is inactive, keeps the number,
 * and stays named in what was done.
 */
@Entity
@Table(name = "person")
public class Person extends AuditedRoot {

    @Column(unique = true)
    private String username;

    @Column(name = "full_name", nullable = false)
    private String fullName;

    private String email;

    private String phone;

    @Enumerated(EnumType.STRING)
    @Column(name = "preferred_channel", nullable = false)
    private Channel channel;

    @Column(name = "organisation_number")
    private String organisation;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "password_expired", nullable = false)
    private boolean passwordExpired;

    /** Counts what ends the logins made before: a new password, a departure. */
    @Column(name = "login_generation", nullable = false)
    private int loginGeneration;

    @Column(nullable = false)
    private boolean active;

    @Column(name = "word_set")
    private String edition;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
    @Enumerated(EnumType.STRING)
    @Column(name = "role_name", nullable = false)
    private Set<Role> roles = new HashSet<>();

    protected Person() {}

    public Person(RecordNumber number, PersonDetails details) {
        super(number);
        this.active = true;
        take(details);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PERSON;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .personal("username", username)
                .personal("fullName", fullName)
                .personal("email", email)
                .personal("phone", phone)
                .put("channel", channel)
                .put("organisation", organisation)
                .put("roles", roles.stream().map(Enum::name).sorted().collect(Collectors.toList()))
                .put("active", active)
                .put("canLogIn", passwordHash != null)
                .put("edition", edition);
    }

    public void correct(PersonDetails details) {
        take(details);
        if (!mayLogIn() || roles.isEmpty()) {
            loginGeneration++;
        }
    }

    private void take(PersonDetails details) {
        this.username = details.username();
        this.fullName = details.fullName();
        this.email = details.email();
        this.phone = details.phone();
        this.channel = details.channel();
        this.organisation = details.organisation();
        this.roles = new HashSet<>(details.roles());
    }

    /** Sets the hash of a new password; logins made with the former one end. */
    public void usePassword(String hash) {
        this.passwordHash = hash;
        this.passwordExpired = false;
        this.loginGeneration++;
    }

    /** Sets the hash of a password that only serves to choose another; logins made with the former one end. */
    public void useOneTimePassword(String hash) {
        usePassword(hash);
        this.passwordExpired = true;
    }

    /** Takes another hash of the same password, made at a higher cost; logins stay. */
    public void rehash(String hash) {
        this.passwordHash = hash;
    }

    public void leave() {
        this.active = false;
        this.loginGeneration++;
    }

    /** Nothing is left of her but the number by which records know her. */
    public void forget() {
        this.username = null;
        this.fullName = number().toString();
        this.email = null;
        this.phone = null;
        this.passwordHash = null;
        this.edition = null;
        this.loginGeneration++;
    }

    public void chooseWords(String wordSet) {
        this.edition = wordSet;
    }

    public Set<Right> rights() {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        if (active && !passwordExpired) {
            roles.forEach(role -> rights.addAll(role.rights()));
        }
        return rights;
    }

    public String username() {
        return username;
    }

    public String fullName() {
        return fullName;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    public Channel channel() {
        return channel;
    }

    public String organisation() {
        return organisation;
    }

    public String passwordHash() {
        return passwordHash;
    }

    /** Whether a password can open the door for this person. */
    public boolean mayLogIn() {
        return active && username != null && passwordHash != null;
    }

    /** Another value than at the login means that the login has ended. */
    public int loginGeneration() {
        return loginGeneration;
    }

    public boolean passwordExpired() {
        return passwordExpired;
    }

    public boolean active() {
        return active;
    }

    public String edition() {
        return edition;
    }

    public Set<Role> roles() {
        return roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    }
}
