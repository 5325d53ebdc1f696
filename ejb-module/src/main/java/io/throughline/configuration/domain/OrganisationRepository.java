package io.throughline.configuration.domain;

/** Where organisations are kept. */
public interface OrganisationRepository extends NamedItemRepository<Organisation> {}
