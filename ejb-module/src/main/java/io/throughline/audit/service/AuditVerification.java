package io.throughline.audit.service;

/**
 * What a recomputation of the chain from the live rows found.
 *
 * @param verified whether every sealed record stands as it was sealed
 * @param records how many sealed records were recomputed before the first fault, or all
 * @param unsealed how many committed records still wait for the sealer
 * @param head last link of the chain as stored
 * @param firstBad the first row that is not as it was sealed; null when all are
 */
public record AuditVerification(boolean verified, long records, long unsealed, String head, BadRow firstBad) {

    /**
     * @param index place in the chain
     * @param auditId the audit record that stands there, or null when only the head is wrong
     * @param column which column is wrong
     * @param detail what is wrong with it
     */
    public record BadRow(long index, Long auditId, String column, String detail) {}
}
