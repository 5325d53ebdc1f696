package io.throughline.release.domain.packaging;

import java.time.Duration;
import java.util.Locale;

/** What a package can do on a host, each by a script of its own. */
public enum PackageStep {
    /** Prints the product's version on this host, {@code none} if it is not installed. Changes nothing. */
    LEVEL(Duration.ofSeconds(15)),
    /** Brings the host to the package's version. */
    INSTALL(Duration.ofSeconds(300)),
    /** Ends with 0 if the product works at the package's version. Changes nothing. */
    VERIFY(Duration.ofSeconds(60)),
    /** Brings the host back to the version it had before, given as {@code THROUGHLINE_BEFORE}. */
    ROLLBACK(Duration.ofSeconds(300));

    /** No step may ask for more. */
    public static final Duration LONGEST = Duration.ofHours(2);

    private final Duration usualLimit;

    PackageStep(Duration usualLimit) {
        this.usualLimit = usualLimit;
    }

    /** How long the step may take when the manifest does not say. */
    public Duration usualLimit() {
        return usualLimit;
    }

    /** The step's name in a manifest. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
