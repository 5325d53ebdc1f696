package io.throughline.change.persistence;

import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeSearch;
import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.ChangeVerb;
import io.throughline.change.domain.authorization.Authorization;
import io.throughline.change.domain.authorization.Standing;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.Filter;
import io.throughline.kernel.persistence.JpaRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class JpaChangeRepository extends JpaRepository<ChangeRequest> implements ChangeRepository {

    private static final int CHUNK = 500;

    private static final String UNSECONDED = "r.state IN :secondable AND EXISTS (SELECT a FROM Authorization a WHERE"
            + " a.change = r AND a.currentFor IS NOT NULL AND a.breakGlass.secondedBy IS NULL"
            + " AND a.breakGlass.secondDue ";
    private static final String NOT_LOOKED_BACK = "r.review.retrospectiveAt IS NULL AND r.review.retrospectiveDue ";

    /** States in which a second person can still sign. */
    private static final Set<ChangeState> SECONDABLE = Arrays.stream(ChangeState.values())
            .filter(state -> ChangeState.transitions().allows(state, ChangeVerb.SECOND))
            .collect(Collectors.toUnmodifiableSet());

    JpaChangeRepository() {
        super(ChangeRequest.class, RecordKind.CHANGE);
    }

    @Override
    public Page<ChangeRequest> page(ChangeSearch search, Instant now, Long before, int size) {
        Filter filter = new Filter()
                .equal("state", search.state())
                .equal("proposal.type", search.type())
                .equal("requester", search.requester())
                .equal("owner", search.owner())
                .equal("proposal.incident", search.incident())
                .equal("proposal.service", search.service());
        if (search.owed() != null) {
            owing(filter, search.owed(), "IS NOT NULL");
        }
        if (search.overdue() != null) {
            owing(filter, search.overdue(), "<= :now");
            filter.with("now", now);
        }
        return page(filter.condition(), filter.values(), before, size);
    }

    /**
     * @param due condition that its date must meet
     */
    private static void owing(Filter filter, ChangeSearch.Owed owed, String due) {
        switch (owed) {
            case SECONDING -> filter.where(UNSECONDED + due + ")").with("secondable", SECONDABLE);
            case RETROSPECTIVE -> filter.where(NOT_LOOKED_BACK + due);
        }
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
