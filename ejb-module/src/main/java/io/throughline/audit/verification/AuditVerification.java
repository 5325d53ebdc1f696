package io.throughline.audit.verification;

/**
 * What a recomputation of the trail from its live rows found.
 *
 * @param verified whether every sealed record stands as it was sealed, and every row beside them is as it must be
 * @param records how many sealed records were recomputed before the first fault, or all
 * @param unsealed how many committed records still wait for the sealer
 * @param head base64 of the tree's root as stored
 * @param checkpoint size of the newest checkpoint whose signature and root were verified; 0 before the first
 * @param readingMillis time spent on reading rows
 * @param checkingMillis time spent on hashing and comparing
 * @param firstBad the first row that is not as it was sealed; null when all are
 */
public record AuditVerification(
        boolean verified,
        long records,
        long unsealed,
        String head,
        long checkpoint,
        long readingMillis,
        long checkingMillis,
        BadRow firstBad) {

    /**
     * @param table table of the bad row
     * @param index place in the tree; -1 for what has none
     * @param auditId the audit record concerned, or null
     * @param column which column is wrong
     * @param detail what is wrong with it
     */
    public record BadRow(String table, long index, Long auditId, String column, String detail) {}
}
