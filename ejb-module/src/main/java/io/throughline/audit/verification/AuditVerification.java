package io.throughline.audit.verification;

import java.util.List;

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
 * @param anchors the places outside the database with whose checkpoints the trail was compared
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
        List<AnchorFinding> anchors,
        BadRow firstBad) {

    /**
     * @param anchor its name
     * @param checkpoints how many checkpoints it holds; all were compared when the trail is verified
     * @param trouble why it could not be asked, or what it refused to take; null when all is well
     */
    public record AnchorFinding(String anchor, int checkpoints, String trouble) {}

    /**
     * @param table table of the bad row
     * @param index place in the tree; -1 for what has none
     * @param auditId the audit record concerned, or null
     * @param column which column is wrong
     * @param detail what is wrong with it
     */
    public record BadRow(String table, long index, Long auditId, String column, String detail) {}
}
