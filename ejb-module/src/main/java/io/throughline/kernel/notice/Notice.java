package io.throughline.kernel.notice;

import io.throughline.kernel.domain.RecordNumber;
import java.util.Map;
import java.util.Objects;

/**
 * Somebody is to be told something, once.
 *
 * @param occasion what makes it unique ({@code INC-000042 resolved 1 CON-000007}, at most 120 characters): a second
 *     notice of the same occasion is not sent
 * @param record the record that it tells of
 * @param text name of the text in {@code notices/texts.properties}
 * @param recipient who is told
 * @param variables what the text needs beside the names of records, activities and work products
 * @param says whether it makes earlier news of the same record needless
 */
public record Notice(
        String occasion,
        RecordNumber record,
        String text,
        Recipient recipient,
        Map<String, String> variables,
        Says says) {

    /** How much of a record's story somebody knows who is told this. */
    public enum Says {
        NEWS,
        /** How it ended: calls about earlier news need not be made any more. */
        ALL
    }

    /** News beside which earlier news stays worth telling. */
    public Notice(
            String occasion, RecordNumber record, String text, Recipient recipient, Map<String, String> variables) {
        this(occasion, record, text, recipient, variables, Says.NEWS);
    }

    public Notice {
        Objects.requireNonNull(occasion, "occasion");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(says, "says");
        variables = Map.copyOf(variables);
    }
}
