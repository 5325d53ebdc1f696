package io.throughline.communication.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Repository;
import java.time.Instant;
import java.util.List;

/** The outbox. */
public interface MessageRepository extends Repository<Message> {

    /**
     * @param state only these, or null for all
     * @param record only those that tell of this record, or null for all
     */
    Page<Message> page(MessageState state, String record, Long before, int size);

    boolean knows(String occasion);

    /** Numbers of the messages that may go out now, oldest first. */
    List<RecordNumber> due(Instant now, int most);

    /** Those that somebody has claimed for sending. */
    List<Message> sending();
}
