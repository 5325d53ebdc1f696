package io.throughline.communication.domain;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.util.Collection;
import java.util.List;

/** The desk's call-back list. */
public interface CallBackRepository extends Repository<CallBack> {

    /**
     * @param state only these, or null for all
     * @param record only those that tell of this record, or null for all
     */
    Page<CallBack> page(CallBackState state, String record, Long before, int size);

    /** Those that tell of these records and are still to be made, the oldest first. */
    List<CallBack> waiting(Collection<String> records);

    boolean knows(String occasion);
}
