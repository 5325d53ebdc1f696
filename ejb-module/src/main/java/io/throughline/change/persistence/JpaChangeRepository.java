package io.throughline.change.persistence;

import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeSearch;
import io.throughline.change.domain.authorization.Authorization;
import io.throughline.change.domain.authorization.Standing;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class JpaChangeRepository extends JpaRepository<ChangeRequest> implements ChangeRepository {

    private static final int CHUNK = 500;

    JpaChangeRepository() {
        super(ChangeRequest.class, RecordKind.CHANGE);
    }

    @Override
    public Page<ChangeRequest> page(ChangeSearch search, Long before, int size) {
        Filter filter = new Filter()
                .equal("state", search.state())
                .equal("proposal.type", search.type())
                .equal("requester", search.requester())
                .equal("owner", search.owner())
                .equal("proposal.incident", search.incident())
                .equal("proposal.service", search.service());
        return page(filter.condition(), filter.values(), before, size);
    }

    @Override
    public Optional<Standing> standing(String change) {
        return entities.createQuery("SELECT a FROM Authorization a WHERE a.currentFor = :change", Authorization.class)
                .setParameter("change", change)
                .getResultStream()
                .findFirst()
                .map(Authorization::standing);
    }

    @Override
    public List<String> bound(String change, Collection<String> servers) {
        List<String> asked = List.copyOf(servers);
        List<String> bound = new ArrayList<>();
        for (int start = 0; start < asked.size(); start += CHUNK) {
            bound.addAll(entities.createQuery(
                            "SELECT s.server FROM AuthorizedServer s WHERE s.authorization.currentFor = :change"
                                    + " AND s.bound = :bound AND s.server IN :servers",
                            String.class)
                    .setParameter("change", change)
                    .setParameter("bound", true)
                    .setParameter("servers", asked.subList(start, Math.min(start + CHUNK, asked.size())))
                    .getResultList());
        }
        return bound;
    }
}
