package io.throughline.contact.service;

import io.throughline.contact.domain.Priority;
import io.throughline.identity.domain.Channel;
import io.throughline.kernel.domain.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** What the desk may ask for. */
public final class ContactCommands {

    private ContactCommands() {}

    /**
     * Take a contact; with an assessment and a routing it is the whole intake on one page.
     *
     * @param caller number of a person on record, or null: then name, channel and its address are needed
     * @param words what the caller says, in her own words
     * @param requestId the caller's own reference, or null
     * @param assessment assesses at once when given
     * @param routing routes at once when given; needs an assessment
     */
    public record Receive(
            String caller,
            @PlainText String callerName,
            @PlainText(max = 320) String email,
            @PlainText(max = 60) String phone,
            Channel channel,
            String organisation,
            String service,

            @NotNull @PlainText(max = 4000, multiline = true)
            String words,

            @PlainText(max = 80) String requestId,
            @Valid Assess assessment,
            @Valid Route routing) {}

    /**
     * @param complete whether all is known that is needed; true when not given
     */
    public record Assess(@NotNull @PlainText(max = 80) String category, Priority priority, Boolean complete) {}

    /**
     * @param incident number of an open incident that has the same cause; null to log a new one
     * @param title of a new incident; the beginning of the caller's words when not given
     * @param service the service concerned; the contact's own when not given
     * @param symptom what is seen; the caller's words when not given
     */
    public record Route(
            String incident,
            @PlainText String title,
            String service,
            @PlainText(max = 4000, multiline = true) String symptom) {}

    public record Reason(
            @NotNull @PlainText(max = 2000, multiline = true)
            String reason) {}

    public record Answer(
            @NotNull @PlainText(max = 4000, multiline = true)
            String answer) {}
}
