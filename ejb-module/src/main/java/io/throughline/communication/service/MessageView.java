package io.throughline.communication.service;

import io.throughline.communication.domain.LinkKeys;
import io.throughline.communication.domain.Message;
import io.throughline.communication.domain.MessageState;
import io.throughline.communication.domain.MessageVerb;
import io.throughline.identity.domain.Channel;
import java.time.Instant;
import java.util.List;

/**
 * A message of the outbox.
 *
 * @param body as it was sent to its addressee; for others without the keys of links in it
 * @param at when it was sent, else when it was written
 * @param lastError what hindered the last attempt, or null
 */
public record MessageView(
        String number,
        long version,
        MessageState state,
        List<MessageVerb> allowed,
        String record,
        String person,
        String name,
        String to,
        Channel channel,
        String subject,
        String body,
        String messageId,
        Instant at,
        Instant writtenAt,
        Instant sentAt,
        int attempts,
        String lastError) {

    /**
     * @param reader number of the person who reads it
     */
    public static MessageView from(Message message, String reader) {
        return new MessageView(
                message.number().toString(),
                message.version(),
                message.state(),
                MessageState.table().allowed(message.state()),
                message.record(),
                message.person(),
                message.name(),
                message.address(),
                Channel.EMAIL,
                message.subject(),
                reader.equals(message.person()) ? message.body() : LinkKeys.hidden(message.body()),
                message.messageId(),
                message.sentAt() == null ? message.writtenAt() : message.sentAt(),
                message.writtenAt(),
                message.sentAt(),
                message.attempts(),
                message.lastError());
    }
}
