package io.throughline.deployment.domain.plan;

import io.throughline.kernel.domain.refusal.Invalid;
import io.throughline.kernel.domain.refusal.Invalid.FieldError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Turns what somebody wants into a plan over the servers of a change's envelope, or says all that is wrong with it. */
public final class Planner {

    static final int USUAL_PARALLEL = 10;
    private static final int MOST_PARALLEL = 500;
    private static final int LONGEST_SOAK = 86_400;

    private final Map<String, Candidate> left = new LinkedHashMap<>();
    private final Map<String, Candidate> byName = new HashMap<>();
    private final Map<String, Integer> waveOf = new HashMap<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final int total;

    private Planner(Collection<Candidate> envelope, RolloutOrder order) {
        ordered(envelope, order).forEach(candidate -> {
            left.put(candidate.number(), candidate);
            byName.put(candidate.name(), candidate);
            byName.put(candidate.number(), candidate);
        });
        this.total = left.size();
    }

    /**
     * @param envelope the servers that the change was authorized for
     * @throws Invalid naming every field that is wrong and what is allowed
     */
    public static RolloutPlan plan(PlanRequest request, Collection<Candidate> envelope) {
        RolloutOrder order = request.order() == null ? RolloutOrder.NAME : request.order();
        return new Planner(envelope, order).plan(request, order);
    }

    private RolloutPlan plan(PlanRequest request, RolloutOrder order) {
        int parallel = request.parallel() == null ? USUAL_PARALLEL : request.parallel();
        if (parallel < 1 || parallel > MOST_PARALLEL) {
            wrong("parallel", "must be from 1 to " + MOST_PARALLEL);
        }
        FailureThreshold usual =
                request.maxFailuresPerWave() == null ? FailureThreshold.NONE : request.maxFailuresPerWave();
        usual.check("maxFailuresPerWave", errors);
        Integer perSite = request.parallelPerSite();
        if (perSite != null && (perSite < 1 || perSite > MOST_PARALLEL)) {
            wrong("parallelPerSite", "must be from 1 to " + MOST_PARALLEL);
        }
        if (request.maxFailures() != null) {
            request.maxFailures().check("maxFailures", errors);
        }
        if (total == 0) {
            wrong("waves", "need servers, and the change's envelope has none");
        }
        refuseUnreachable();
        List<PlannedWave> waves = new ArrayList<>();
        for (int i = 0; i < request.waves().size(); i++) {
            waves.add(wave(i, request.waves().get(i), usual));
        }
        if (errors.isEmpty() && !left.isEmpty()) {
            wrong(
                    "waves",
                    "must hold every server of the change; %d of %d are in none, as %s; add a wave of 100 percent"
                            .formatted(
                                    left.size(),
                                    total,
                                    left.values().iterator().next().name()));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return new RolloutPlan(waves, parallel, order, perSite, request.maxFailures());
    }

    private void refuseUnreachable() {
        List<String> unreachable = left.values().stream()
                .filter(candidate -> !candidate.reachable())
                .map(Candidate::name)
                .toList();
        if (!unreachable.isEmpty()) {
            wrong(
                    "servers",
                    "must have a login under which they are changed; %d have none, as %s"
                            .formatted(unreachable.size(), unreachable.get(0)));
        }
    }

    private PlannedWave wave(int index, WaveRequest request, FailureThreshold usual) {
        String field = "waves[" + index + "]";
        FailureThreshold threshold = request.maxFailures() == null ? usual : request.maxFailures();
        if (request.maxFailures() != null) {
            threshold.check(field + ".maxFailures", errors);
        }
        int soak = request.soakSeconds() == null ? 0 : request.soakSeconds();
        if (soak < 0 || soak > LONGEST_SOAK) {
            wrong(field + ".soakSeconds", "must be from 0 to " + LONGEST_SOAK);
        }
        List<Candidate> chosen = List.of();
        if (request.selections() == 1) {
            int before = errors.size();
            chosen = select(field, request);
            if (chosen.isEmpty() && errors.size() == before) {
                wrong(field, "must not be empty: no server is left for it");
            }
        } else {
            wrong(field, "must have exactly one of count, percent, servers and label");
        }
        chosen.forEach(candidate -> {
            left.remove(candidate.number());
            waveOf.put(candidate.number(), index);
        });
        SuccessThreshold success = request.minSuccess() == null ? SuccessThreshold.NONE : request.minSuccess();
        if (request.minSuccess() != null) {
            success.check(field + ".minSuccess", chosen.size(), errors);
        }
        WaveGate gate = request.gate() == null ? WaveGate.AUTOMATIC : request.gate();
        if (index == 0 && gate == WaveGate.APPROVAL) {
            wrong(field + ".gate", "must be AUTOMATIC: who starts the rollout opens its first wave");
        }
        String name = request.name() == null || request.name().isBlank() ? "wave " + (index + 1) : request.name();
        return new PlannedWave(name, chosen.stream().map(Candidate::number).toList(), threshold, soak, success, gate);
    }

    private List<Candidate> select(String field, WaveRequest request) {
        if (request.count() != null) {
            if (request.count() < 1) {
                wrong(field + ".count", "must be 1 or more");
                return List.of();
            }
            return left.values().stream().limit(request.count()).toList();
        }
        if (request.percent() != null) {
            if (request.percent() < 1 || request.percent() > 100) {
                wrong(field + ".percent", "must be from 1 to 100");
                return List.of();
            }
            long share = (total * (long) request.percent() + 99) / 100;
            return left.values().stream().limit(share).toList();
        }
        return request.servers() != null ? listed(field, request.servers()) : labelled(field, request.label());
    }

    private List<Candidate> listed(String field, List<String> servers) {
        if (servers.isEmpty()) {
            wrong(field + ".servers", "must name at least one server");
        }
        Map<String, Candidate> chosen = new LinkedHashMap<>();
        for (int i = 0; i < servers.size(); i++) {
            String named = field + ".servers[" + i + "]";
            Candidate candidate = byName.get(servers.get(i));
            if (candidate == null) {
                wrong(named, "must be a server of the change's envelope");
            } else if (waveOf.containsKey(candidate.number())) {
                wrong(named, "must be in one wave only; it is in waves[" + waveOf.get(candidate.number()) + "]");
            } else if (chosen.put(candidate.number(), candidate) != null) {
                wrong(named, "must be named once only");
            }
        }
        return List.copyOf(chosen.values());
    }

    private List<Candidate> labelled(String field, String label) {
        Predicate<Candidate> carries = carrying(label);
        if (byName.values().stream().noneMatch(carries)) {
            wrong(field + ".label", "must be a label, as key or key=value, that a server of the change carries");
            return List.of();
        }
        return left.values().stream().filter(carries).toList();
    }

    private static Predicate<Candidate> carrying(String label) {
        String[] parts = label.split("=", 2);
        return candidate -> {
            Optional<String> value = parts[0].equals("site")
                    ? Optional.ofNullable(candidate.site())
                    : Optional.ofNullable(candidate.labels().get(parts[0]));
            return value.isPresent() && (parts.length == 1 || value.get().equals(parts[1]));
        };
    }

    private static List<Candidate> ordered(Collection<Candidate> envelope, RolloutOrder order) {
        List<Candidate> sorted = new ArrayList<>(envelope);
        sorted.sort(Comparator.comparing(order == RolloutOrder.NUMBER ? Candidate::number : Candidate::name));
        if (order != RolloutOrder.SITES_IN_TURN) {
            return sorted;
        }
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Integer> turn = new HashMap<>();
        sorted.forEach(candidate ->
                turn.put(candidate.number(), seen.merge(String.valueOf(candidate.site()), 1, Integer::sum)));
        sorted.sort(Comparator.comparing((Candidate candidate) -> turn.get(candidate.number())));
        return sorted;
    }

    private void wrong(String field, String allowed) {
        errors.add(new FieldError(field, allowed));
    }
}
