package io.throughline.operation.domain;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Invalid;
import java.util.Arrays;

/**
 * Something that a job has to be told: the number of a record, or a list of such numbers separated by commas.
 *
 * @param many whether a list is taken; lists stay in the job request and are not handed to the batch engine, whose
 *     tables hold short parameters only
 */
public record JobParameter(String name, RecordKind kind, boolean required, boolean many) {

    static JobParameter required(String name, RecordKind kind) {
        return new JobParameter(name, kind, true, false);
    }

    static JobParameter optional(String name, RecordKind kind) {
        return new JobParameter(name, kind, false, false);
    }

    static JobParameter list(String name, RecordKind kind) {
        return new JobParameter(name, kind, false, true);
    }

    boolean accepts(String value) {
        return many ? Arrays.stream(value.split(",", -1)).allMatch(this::isNumber) : isNumber(value);
    }

    String allowed() {
        String example = kind.prefix() + "-000001";
        return many
                ? "must be numbers separated by commas, as in " + example + "," + kind.prefix() + "-000002"
                : "must be a number of the form " + example;
    }

    private boolean isNumber(String text) {
        try {
            return RecordNumber.parse(text).kind() == kind;
        } catch (Invalid malformed) {
            return false;
        }
    }
}
