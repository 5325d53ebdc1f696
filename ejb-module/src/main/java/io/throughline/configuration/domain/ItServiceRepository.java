package io.throughline.configuration.domain;

/** Where services are kept. */
public interface ItServiceRepository extends NamedItemRepository<ItService> {}
