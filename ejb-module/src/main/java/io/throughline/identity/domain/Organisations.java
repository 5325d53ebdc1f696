package io.throughline.identity.domain;

import io.throughline.kernel.domain.RecordNumber;

/** The organisations to which people belong; whoever keeps the configuration knows them. */
public interface Organisations {

    boolean isKnown(RecordNumber organisation);
}
