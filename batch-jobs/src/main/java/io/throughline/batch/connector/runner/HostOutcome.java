package io.throughline.batch.connector.runner;

/** What became of a package on one host, as far as we can know. */
public enum HostOutcome {
    /** The package is applied, level and verify script agree; by this command or by an earlier one of the deployment. */
    VERIFIED,
    /** The host had the wanted level before this deployment touched it; verified, not installed. */
    UP_TO_DATE,
    /** A step failed or ran out of time; the report names it. */
    FAILED,
    /** The level from before is there again. */
    ROLLED_BACK,
    /** Answer to verify: nothing of this package happened here, and nothing with an older token will any more. */
    NOT_APPLIED,
    /** Answer to verify: the host stopped in the middle; install resumes, rollback takes back. */
    HALF_APPLIED,
    /** Another runner has the host's lock and did not give it back in time; nothing was done by this command. */
    BUSY,
    /** The host has seen a higher token; nothing was done by this command. */
    FENCED,
    /** The host did nothing, and would do nothing if asked again: the reason says why. */
    REFUSED,
    /** No command was sent; safe to retry. */
    UNREACHABLE,
    /** The host key is not the expected one; nothing was sent. */
    QUARANTINED,
    /** The command was sent and its answer is missing: verify before anything else. */
    IN_DOUBT
}
