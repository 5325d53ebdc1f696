package io.throughline.configuration.domain;

import io.throughline.kernel.domain.RecordNumber;

/** Where services are kept. */
public interface ItServiceRepository extends NamedItemRepository<ItService> {

    /** The service as it is now, its row held until the end of the transaction. */
    ItService hold(RecordNumber number);
}
