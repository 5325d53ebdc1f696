package io.throughline.communication.service.outbox;

import io.throughline.communication.domain.Message;
import io.throughline.kernel.domain.RecordNumber;
import java.time.Instant;

/** What a mail server is given of a message. */
public record OutgoingMail(
        RecordNumber number,
        String messageId,
        Instant writtenAt,
        String name,
        String address,
        String subject,
        String body) {

    static OutgoingMail from(Message message) {
        return new OutgoingMail(
                message.number(),
                message.messageId(),
                message.writtenAt(),
                message.name(),
                message.address(),
                message.subject(),
                message.body());
    }
}
