package io.throughline.batch.connector.runner;

import io.throughline.release.domain.packaging.PackageArchive;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What to do with which package.
 *
 * @param parameters checked and completed against the manifest already
 * @param token of the claim; never falls for a product on a host, and grows with each claim
 * @param reference for what this is done, usually the deployment's number: the same reference never installs twice
 * @param lockWait how long to wait for another runner on the host to end
 * @param retry whether an installation that failed under the same reference may be run again, because a person said so
 */
public record PackageOrder(
        PackageArchive archive,
        Map<String, String> parameters,
        long token,
        String reference,
        Duration lockWait,
        boolean retry) {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    public PackageOrder {
        parameters = archive.manifest().resolve(parameters);
        if (token < 1) {
            throw new IllegalArgumentException("a token begins with 1");
        }
        if (!REFERENCE.matcher(reference).matches()) {
            throw new IllegalArgumentException("a reference must match " + REFERENCE.pattern());
        }
    }

    public PackageOrder(PackageArchive archive, Map<String, String> parameters, long token, String reference) {
        this(archive, parameters, token, reference, Duration.ZERO, false);
    }

    /** The same order under the claim that follows. */
    public PackageOrder withToken(long next) {
        return new PackageOrder(archive, parameters, next, reference, lockWait, retry);
    }

    public PackageOrder waiting(Duration longest) {
        return new PackageOrder(archive, parameters, token, reference, longest, retry);
    }

    public PackageOrder asRetry() {
        return new PackageOrder(archive, parameters, token, reference, lockWait, true);
    }
}
