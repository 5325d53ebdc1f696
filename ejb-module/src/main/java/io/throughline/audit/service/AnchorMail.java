package io.throughline.audit.service;

import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.notice.Recipient;
import io.throughline.kernel.service.Acting;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;

/** Writes a checkpoint to a mailbox, by way of the outbox. */
@Stateless
public class AnchorMail {

    @Inject
    Event<Notice> notices;

    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void send(String address, String note) {
        long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
        notices.fire(new Notice(
                "audit checkpoint " + size + " " + Integer.toHexString(address.hashCode()),
                job(),
                "audit-checkpoint",
                Recipient.caller("auditor", address, null, false),
                Map.of("note", note, "size", String.valueOf(size))));
    }

    /** The job that seals is the record that the message tells of. */
    private static RecordNumber job() {
        try {
            return RecordNumber.parse(Acting.required().requestId());
        } catch (Invalid noJob) {
            return new RecordNumber(RecordKind.PERSON, 1);
        }
    }
}
