package io.throughline.configuration.service;

import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configuration.domain.Relation;
import io.throughline.configuration.domain.RelationRepository;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows the relations from what would be changed to everything that this concerns, with the path that explains it. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class ImpactService {

    @Inject
    RelationRepository relations;

    @Inject
    ConfigurationItems items;

    @Inject
    Authority authority;

    /**
     * @param scope servers, services or applications that would be changed
     */
    public ImpactView impactOf(Collection<RecordNumber> scope) {
        authority.require(Right.RECORD_READ);
        scope.forEach(number -> items.requireKnown("scope", number));
        Spread spread = new Spread(scope);
        for (Set<String> front = spread.front(); !front.isEmpty(); front = spread.front()) {
            for (Relation relation : relations.activeAt(front)) {
                spread.along(relation);
            }
        }
        return view(spread);
    }

    private ImpactView view(Spread spread) {
        Set<String> involved = new HashSet<>(spread.scope());
        involved.addAll(spread.reached());
        Map<String, String> names = items.namesOf(involved);
        List<ImpactView.Hit> hits = spread.reached().stream()
                .map(number -> new ImpactView.Hit(
                        number,
                        RecordNumber.parse(number).kind(),
                        names.get(number),
                        spread.pathTo(number).stream()
                                .map(step -> new ImpactView.Step(
                                        step.from(),
                                        names.get(step.from()),
                                        step.relation().type(),
                                        step.to(),
                                        names.get(step.to())))
                                .toList()))
                .toList();
        List<ImpactView.Node> nodes = Stream.concat(spread.scope().stream(), spread.reached().stream())
                .map(number -> new ImpactView.Node(
                        number,
                        RecordNumber.parse(number).kind(),
                        names.get(number),
                        spread.scope().contains(number)))
                .toList();
        List<ImpactView.Edge> edges = spread.followed().stream()
                .map(relation -> new ImpactView.Edge(relation.from(), relation.to(), relation.type()))
                .collect(Collectors.toList());
        return new ImpactView(List.copyOf(spread.scope()), hits, new ImpactView.Graph(nodes, edges));
    }
}
