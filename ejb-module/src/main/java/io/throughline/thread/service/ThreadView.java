package io.throughline.thread.service;

import io.throughline.kernel.activity.Words;
import java.time.Instant;
import java.util.List;

/**
 * A thread: every record that hangs together, and the sixteen activities in order with those that were performed.
 *
 * @param thread number of the record with which it began
 * @param edition name of the word set in which the activities are named
 * @param records numbers of its records
 * @param activities all sixteen, in order
 */
public record ThreadView(String thread, String edition, List<String> records, List<Step> activities) {

    /**
     * One activity in this thread.
     *
     * @param number place from 1 to 16
     * @param key stable name
     * @param words what the chosen edition calls it
     * @param earlier what the earlier edition calls it
     * @param later what the later edition calls it
     * @param performed whether it was begun
     * @param performedBy number of the person who began it, or the part of the machine
     * @param performerName the person's name
     * @param record number of the record on which it was begun
     * @param startedAt when it was first worked on
     * @param endedAt when it was last worked on
     * @param secondsTaken from start to end
     * @param secondsLost between the end of the activity before and this start; 0 where they overlap
     */
    public record Step(
            int number,
            String key,
            Words words,
            Words earlier,
            Words later,
            boolean performed,
            String performedBy,
            String performerName,
            String record,
            Instant startedAt,
            Instant endedAt,
            Long secondsTaken,
            Long secondsLost) {}
}
