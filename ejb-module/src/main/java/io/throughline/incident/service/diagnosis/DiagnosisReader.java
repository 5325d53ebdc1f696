package io.throughline.incident.service.diagnosis;

import io.throughline.audit.service.RefusalRecorder;
import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.incident.domain.IncidentRepository;
import io.throughline.incident.domain.diagnosis.Comparison;
import io.throughline.incident.domain.diagnosis.DiagnosisAnswer;
import io.throughline.incident.domain.diagnosis.DiagnosisAnswers;
import io.throughline.incident.domain.diagnosis.Reach;
import io.throughline.incident.domain.diagnosis.ServerTraits;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what the answers on an incident tell. */
@Stateless
@Interceptors(RefusalRecorder.class)
public class DiagnosisReader {

    @Inject
    IncidentRepository incidents;

    @Inject
    DiagnosisAnswers answers;

    @Inject
    ServerService servers;

    @Inject
    Authority authority;

    public DiagnosisView get(RecordNumber incident) {
        authority.require(Right.RECORD_READ);
        incidents.require(incident);
        Map<String, List<DiagnosisAnswer>> newest = newestByServer(answers.of(incident.toString()));
        List<RecordNumber> numbers =
                newest.keySet().stream().map(RecordNumber::parse).toList();
        Map<String, ServerView> known =
                servers.all(numbers).stream().collect(Collectors.toMap(ServerView::number, server -> server));
        // oldest first, so that of two jobs the later one's word stands
        Map<String, ServerTraits> whenAsked = new HashMap<>();
        answers.servers(incident.toString()).forEach(server -> whenAsked.put(server.server(), server.traits()));
        List<String> silent = chosen(newest, given -> given.stream().anyMatch(a -> a.reach() != Reach.ANSWERED));
        List<String> passing = chosen(newest, given -> given.stream().allMatch(DiagnosisAnswer::passing));
        List<String> failing = newest.keySet().stream()
                .filter(server -> !silent.contains(server) && !passing.contains(server))
                .toList();
        return new DiagnosisView(
                incident.toString(),
                findings(newest.values()),
                newest.entrySet().stream()
                        .map(entry -> server(entry.getKey(), known.get(entry.getKey()), entry.getValue()))
                        .toList(),
                failing,
                passing,
                silent,
                new Comparison(traits(failing, whenAsked), traits(passing, whenAsked)).differences());
    }

    /** For each server the answers of the last job that asked it, by server number. */
    private static Map<String, List<DiagnosisAnswer>> newestByServer(List<DiagnosisAnswer> oldestFirst) {
        Map<String, List<DiagnosisAnswer>> newest = new TreeMap<>();
        for (DiagnosisAnswer answer : oldestFirst) {
            List<DiagnosisAnswer> ofServer = newest.computeIfAbsent(answer.server(), server -> new ArrayList<>());
            ofServer.removeIf(former -> !former.job().equals(answer.job()));
            ofServer.add(answer);
        }
        return newest;
    }

    private static List<String> chosen(
            Map<String, List<DiagnosisAnswer>> byServer,
            java.util.function.Predicate<List<DiagnosisAnswer>> condition) {
        return byServer.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<DiagnosisView.Finding> findings(Collection<List<DiagnosisAnswer>> newest) {
        record Key(String probe, String finding, boolean passing) {}
        Map<Key, List<String>> serversByFinding = new LinkedHashMap<>();
        newest.stream()
                .flatMap(List::stream)
                .forEach(answer -> serversByFinding
                        .computeIfAbsent(
                                new Key(answer.probe(), answer.finding(), answer.passing()), key -> new ArrayList<>())
                        .add(answer.server()));
        return serversByFinding.entrySet().stream()
                .map(entry -> new DiagnosisView.Finding(
                        entry.getKey().probe(),
                        entry.getKey().finding(),
                        entry.getKey().passing(),
                        entry.getValue()))
                .sorted(Comparator.comparing(DiagnosisView.Finding::passing)
                        .thenComparing(finding -> -finding.servers().size())
                        .thenComparing(DiagnosisView.Finding::finding))
                .toList();
    }

    private static DiagnosisView.Server server(String number, ServerView known, List<DiagnosisAnswer> given) {
        return new DiagnosisView.Server(
                number,
                known == null ? null : known.name(),
                given.stream().map(DiagnosisView.Answered::from).toList());
    }

    private static List<ServerTraits> traits(List<String> servers, Map<String, ServerTraits> whenAsked) {
        return servers.stream().map(whenAsked::get).filter(Objects::nonNull).toList();
    }
}
