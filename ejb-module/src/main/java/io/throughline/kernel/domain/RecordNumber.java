package io.throughline.kernel.domain;

import io.throughline.kernel.domain.refusal.Invalid;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number by which people know a record, such as {@code INC-000042}. Numbers come from one database sequence per
 * kind: they never repeat, and gaps are allowed.
 */
public record RecordNumber(RecordKind kind, long sequence) {

    private static final Pattern FORM = Pattern.compile("([A-Z]{3})-([0-9]{6,18})");

    public RecordNumber {
        if (kind == null || sequence <= 0) {
            throw new IllegalArgumentException("a record number needs a kind and a positive sequence");
        }
    }

    /**
     * @throws Invalid when the text is not a record number
     */
    public static RecordNumber parse(String text) {
        Matcher matcher = FORM.matcher(text == null ? "" : text);
        if (matcher.matches()) {
            var kind = RecordKind.ofPrefix(matcher.group(1));
            long sequence = Long.parseLong(matcher.group(2));
            if (kind.isPresent() && sequence > 0) {
                return new RecordNumber(kind.get(), sequence);
            }
        }
        throw Invalid.field("number", "is not a record number; allowed is a prefix and six digits, as in INC-000042");
    }

    /**
     * @throws Invalid naming the field when the text is not a record number
     */
    public static RecordNumber parse(String field, String text) {
        try {
            return parse(text);
        } catch (Invalid malformed) {
            throw Invalid.field(field, malformed.errors().get(0).allowed());
        }
    }

    /**
     * @throws Invalid when the text is not the number of a record of this kind
     */
    public static RecordNumber parse(RecordKind expected, String field, String text) {
        RecordNumber number;
        try {
            number = parse(text);
        } catch (Invalid malformed) {
            throw notOf(expected, field);
        }
        if (number.kind != expected) {
            throw notOf(expected, field);
        }
        return number;
    }

    private static Invalid notOf(RecordKind expected, String field) {
        return Invalid.field(field, "must be a number of the form " + expected.prefix() + "-000001");
    }

    @Override
    public String toString() {
        return "%s-%06d".formatted(kind.prefix(), sequence);
    }
}
