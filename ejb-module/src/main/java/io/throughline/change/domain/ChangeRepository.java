package io.throughline.change.domain;

import io.throughline.change.domain.authorization.Standing;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.Repository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where changes are kept. */
public interface ChangeRepository extends Repository<ChangeRequest> {

    /**
     * @param now at which what is owed counts as overdue
     */
    Page<ChangeRequest> page(ChangeSearch search, Instant now, Long before, int size);

    /** How the change's newest authorization stands; empty when it never had one. */
    Optional<Standing> standing(String change);

    /** Those of these servers that the change's confirmed plan names. */
    List<String> bound(String change, Collection<String> servers);
}
