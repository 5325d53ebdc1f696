package io.throughline.change.domain.template;

import io.throughline.kernel.domain.Repository;
import java.util.Optional;

/** Where templates are kept. */
public interface ChangeTemplateRepository extends Repository<ChangeTemplate> {

    Optional<ChangeTemplate> byName(String name);
}
