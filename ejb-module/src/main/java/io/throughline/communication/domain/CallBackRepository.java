package io.throughline.communication.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;

/** The desk's call-back list. */
public interface CallBackRepository extends Repository<CallBack> {

    /**
     * @param state only these, or null for all
     * @param record only those that tell of this record, or null for all
     */
    Page<CallBack> page(CallBackState state, String record, Long before, int size);

    boolean knows(String occasion);
}
