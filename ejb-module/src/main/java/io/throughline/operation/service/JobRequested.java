package io.throughline.operation.service;

import io.throughline.kernel.domain.RecordNumber;

/** A job waits to be launched, or is asked to stop: fired within the transaction, of use after its commit. */
public record JobRequested(RecordNumber number) {}
