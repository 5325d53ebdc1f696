package io.throughline.incident.domain.group;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.util.List;
import java.util.Optional;

/** Where groups are kept. */
public interface SupportGroupRepository extends Repository<SupportGroup> {

    /**
     * @param member number of a person who belongs to them; null for all
     */
    Page<SupportGroup> page(String member, Long before, int size);

    Optional<SupportGroup> byName(String name);

    /** Names of the groups that incidents may be given to, in alphabetical order. */
    List<String> activeNames();
}
