package io.throughline.configuration.service;

import io.throughline.configuration.domain.ItService;
import io.throughline.configuration.domain.ItServiceRepository;
import io.throughline.configuration.domain.RelationRepository;
import io.throughline.configuration.domain.RelationType;
import io.throughline.configuration.domain.server.ServerRepository;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How many servers services need. Asked on nobody's account, in the transaction of who is about to take servers down. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ServiceCapacities {

    @Inject
    ItServiceRepository services;

    @Inject
    RelationRepository relations;

    @Inject
    ServerRepository servers;

    /**
     * @param minimumLive how many of its servers must be up at any moment, at least one
     * @param servers numbers of all active servers that provide it
     */
    public record Capacity(String service, int minimumLive, Set<String> servers) {}

    /**
     * The services with a minimum that any of these servers provides. Their rows are held until the end of the
     * transaction: what one caller takes down the next one sees.
     */
    public List<Capacity> holding(Collection<String> of) {
        List<RecordNumber> provided = of.isEmpty()
                ? List.of()
                : relations.activeAt(of).stream()
                        .filter(relation -> relation.type() == RelationType.PROVIDES)
                        .map(relation -> RecordNumber.parse(relation.to()))
                        .distinct()
                        .sorted(Comparator.comparing(RecordNumber::sequence))
                        .toList();
        List<Capacity> capacities = new ArrayList<>();
        for (RecordNumber number : provided) {
            if (services.require(number).minimumLive() > 0) {
                ItService held = services.hold(number);
                Set<String> providers = servers.providing(number).stream()
                        .map(server -> server.number().toString())
                        .collect(Collectors.toSet());
                capacities.add(new Capacity(number.toString(), held.minimumLive(), providers));
            }
        }
        return capacities;
    }
}
