package io.throughline.configuration.domain;

/** Where applications are kept. */
public interface ApplicationRepository extends NamedItemRepository<Application> {}
