package io.throughline.rest.support;

import io.throughline.kernel.domain.refusal.Refusal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the version that a caller has seen from the {@code If-Match} header. */
public final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("\"?([0-9]{1,18})\"?");

    private IfMatch() {}

    /**
     * @throws Refusal 428 when the header is missing or is no version as our {@code ETag} gives it
     */
    public static long version(String header) {
        Matcher matcher = VERSION.matcher(header == null ? "" : header.strip());
        if (!matcher.matches()) {
            throw new VersionRequired();
        }
        return Long.parseLong(matcher.group(1));
    }

    private static final class VersionRequired extends Refusal {

        private static final long serialVersionUID = 1L;

        VersionRequired() {
            super(
                    "version-required",
                    "A change of an existing record needs the header If-Match with the ETag of what you have read,"
                            + " for instance If-Match: \"3\".",
                    Map.of("header", "If-Match"));
        }

        @Override
        public int httpStatus() {
            return 428;
        }
    }
}
