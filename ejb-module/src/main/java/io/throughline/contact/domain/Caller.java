package io.throughline.contact.domain;

import io.throughline.identity.domain.Channel;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.notice.Recipient;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.ArrayList;
import java.util.List;

/** Who called, and how she wants to be told. Perhaps a person on record, perhaps only what she said of herself. */
@Embeddable
public class Caller {

    @Column(name = "caller_number")
    private String person;

    @Column(name = "caller_name", nullable = false)
    private String name;

    @Column(name = "caller_email")
    private String email;

    @Column(name = "caller_phone")
    private String phone;

    @Enumerated(EnumType.STRING)
    @Column(name = "caller_channel", nullable = false)
    private Channel channel;

    @Column(name = "organisation_number")
    private String organisation;

    protected Caller() {}

    /**
     * @param person number, or null for somebody who is not on record
     * @throws Invalid when the name or the address for the channel is missing
     */
    public Caller(String person, String name, String email, String phone, Channel channel, String organisation) {
        List<Invalid.FieldError> errors = new ArrayList<>();
        if (name == null || name.isBlank()) {
            errors.add(new Invalid.FieldError("callerName", "must be given when no person on record calls"));
        }
        if (channel == null) {
            errors.add(new Invalid.FieldError("channel", "must be EMAIL or PHONE"));
        } else if (channel == Channel.EMAIL && email == null) {
            errors.add(new Invalid.FieldError("email", "must be given when the channel is EMAIL"));
        } else if (channel == Channel.PHONE && phone == null) {
            errors.add(new Invalid.FieldError("phone", "must be given when the channel is PHONE"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        this.person = person;
        this.name = name;
        this.email = email;
        this.phone = phone;
        this.channel = channel;
        this.organisation = organisation;
    }

    public Recipient recipient() {
        return person == null
                ? Recipient.caller(name, email, phone, channel == Channel.PHONE)
                : Recipient.person(person);
    }

    public String person() {
        return person;
    }

    public String name() {
        return name;
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
}
