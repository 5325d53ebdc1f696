package io.throughline.communication.domain.event;

import io.throughline.kernel.domain.RecordNumber;

/**
 * When called back, somebody said that it is not settled.
 *
 * @param record the record of which the caller was told
 */
public record CallerDoubted(RecordNumber callBack, RecordNumber record, String reason) {}
