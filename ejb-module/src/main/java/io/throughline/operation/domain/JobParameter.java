package io.throughline.operation.domain;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.parameter.ParameterValues;
import io.throughline.kernel.domain.refusal.Invalid;
import java.util.Arrays;

/**
 * Something that a job has to be told: the number of a record, a list of such numbers separated by commas, or values for
 * what it runs.
 *
 * @param kind kind of the record; null for values by name
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

    static JobParameter values(String name) {
        return new JobParameter(name, null, false, true);
    }

    boolean accepts(String value) {
        if (kind == null) {
            return areValues(value);
        }
        return many ? Arrays.stream(value.split(",", -1)).allMatch(this::isNumber) : isNumber(value);
    }

    private static boolean areValues(String text) {
        try {
            ParameterValues.decode(text);
            return true;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    String allowed() {
        if (kind == null) {
            return "must be values of the form name=value&other=value, escaped as in the query of an address";
        }
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
