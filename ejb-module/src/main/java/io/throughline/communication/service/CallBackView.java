package io.throughline.communication.service;

import io.throughline.communication.domain.CallBack;
import io.throughline.communication.domain.CallBackState;
import io.throughline.communication.domain.CallBackVerb;
import io.throughline.identity.domain.Channel;
import java.time.Instant;
import java.util.List;

/** A line of the call-back list. */
public record CallBackView(
        String number,
        long version,
        CallBackState state,
        List<CallBackVerb> allowed,
        String record,
        String person,
        String name,
        String to,
        Channel channel,
        String subject,
        String body,
        Instant askedAt,
        int attempts,
        Instant calledAt,
        String calledBy,
        String note) {

    public static CallBackView from(CallBack call) {
        return new CallBackView(
                call.number().toString(),
                call.version(),
                call.state(),
                CallBackState.table().allowed(call.state()),
                call.record(),
                call.person(),
                call.name(),
                call.phone(),
                Channel.PHONE,
                call.subject(),
                call.text(),
                call.askedAt(),
                call.attempts(),
                call.calledAt(),
                call.calledBy(),
                call.note());
    }
}
