package io.throughline.configurationaudit.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.configuration.service.Baselines;
import io.throughline.configuration.service.ServerReservations;
import io.throughline.configurationaudit.domain.AuditFinding;
import io.throughline.configurationaudit.domain.AuditFindingRepository;
import io.throughline.configurationaudit.domain.AuditState;
import io.throughline.configurationaudit.domain.Comparison;
import io.throughline.configurationaudit.domain.ConfigurationAudit;
import io.throughline.configurationaudit.domain.ConfigurationAuditRepository;
import io.throughline.configurationaudit.domain.Difference;
import io.throughline.configurationaudit.domain.Observation;
import io.throughline.identity.service.Authority;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The audit job's side of a configuration audit, each step a transaction of its own. Machine only. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditCourse {

    @Inject
    ConfigurationAuditRepository audits;

    @Inject
    AuditFindingRepository findings;

    @Inject
    Baselines baselines;

    @Inject
    ServerReservations reservations;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    /**
     * Begins an audit, or finds the one that this job has begun before a crash.
     *
     * @param scope which servers, in words
     * @return number of the audit
     */
    public String begin(String job, String scope, int selected) {
        authority.requireMachine();
        ConfigurationAudit audit = audits.ofJob(job)
                .map(former -> trail.change(
                        former,
                        AuditEntry.of("configurationAudit.startOver"),
                        deed -> former.startOver(selected, deed)))
                .orElseGet(() -> trail.create(
                        AuditEntry.of("configurationAudit.begin"),
                        deed -> new ConfigurationAudit(audits.nextNumber(), job, scope, selected, deed)));
        return audit.number().toString();
    }

    /** Which products should be on which of these servers, by server. */
    public Map<String, Set<String>> products(Collection<String> servers) {
        authority.requireMachine();
        return baselines.expected(numbers(servers)).stream()
                .collect(Collectors.groupingBy(
                        Baselines.Expected::server,
                        Collectors.mapping(Baselines.Expected::product, Collectors.toCollection(TreeSet::new))));
    }

    /**
     * Compares what was seen on some servers and keeps what differs. Seen again after a crash, a server leads to the same
     * findings, not to new ones.
     */
    public void record(String number, List<Observation> seen, Comparison.Files files) {
        authority.requireMachine();
        ConfigurationAudit audit = audits.require(RecordNumber.parse(RecordKind.CONFIGURATION_AUDIT, "audit", number));
        List<String> servers = seen.stream().map(Observation::server).toList();
        Map<String, Map<String, Comparison.Expected>> expected = expected(servers);
        Map<String, String> inProgress = reservations.holders(servers);
        Map<String, List<AuditFinding>> standing =
                findings.standingOn(servers).stream().collect(Collectors.groupingBy(AuditFinding::server));
        int differing = 0;
        for (Observation one : seen) {
            Comparison comparison =
                    new Comparison(expected.getOrDefault(one.server(), Map.of()), files, inProgress.get(one.server()));
            List<Difference> differences = comparison.of(one);
            keep(number, one, differences, standing.getOrDefault(one.server(), List.of()));
            differing += one.reach() == Observation.Reach.SEEN && !differences.isEmpty() ? 1 : 0;
        }
        int silent = (int) seen.stream()
                .filter(one -> one.reach() != Observation.Reach.SEEN)
                .count();
        int differingOnes = differing;
        trail.change(
                audit,
                AuditEntry.of("configurationAudit.record"),
                deed -> audit.record(seen.size(), silent, differingOnes, deed));
    }

    public void complete(String number) {
        authority.requireMachine();
        ConfigurationAudit audit = audits.require(RecordNumber.parse(RecordKind.CONFIGURATION_AUDIT, "audit", number));
        if (audit.state() == AuditState.RUNNING) {
            trail.change(audit, AuditEntry.of("configurationAudit.complete"), audit::complete);
        }
    }

    private Map<String, Map<String, Comparison.Expected>> expected(List<String> servers) {
        Map<String, Map<String, Comparison.Expected>> expected = new HashMap<>();
        baselines
                .expected(numbers(servers))
                .forEach(one -> expected.computeIfAbsent(one.server(), server -> new HashMap<>())
                        .put(one.product(), new Comparison.Expected(one.product(), one.version(), one.change())));
        return expected;
    }

    private void keep(String audit, Observation seen, List<Difference> differences, List<AuditFinding> standing) {
        Map<String, AuditFinding> known = new HashMap<>();
        standing.forEach(finding -> known.put(finding.key(), finding));
        for (Difference difference : differences) {
            AuditFinding former = known.remove(difference.key());
            if (former == null) {
                trail.create(
                        entry("finding.find", difference.server()),
                        deed -> new AuditFinding(findings.nextNumber(), difference, audit, deed));
            } else {
                trail.change(
                        former,
                        entry("finding.seeAgain", former.server()),
                        deed -> former.seeAgain(difference, audit, deed));
            }
        }
        known.values().stream()
                .filter(finding -> isRefuted(finding, seen))
                .forEach(finding -> trail.change(
                        finding, entry("finding.vanish", finding.server()), deed -> finding.vanish(audit, deed)));
    }

    /** A server, or a product, that could not be looked at proves nothing about what was found there before. */
    private static boolean isRefuted(AuditFinding finding, Observation seen) {
        return finding.product() == null
                || seen.products().stream()
                        .anyMatch(product -> product.product().equals(finding.product()));
    }

    private static AuditEntry entry(String action, String server) {
        return AuditEntry.of(action).atServer(server);
    }

    private static List<RecordNumber> numbers(Collection<String> servers) {
        return servers.stream()
                .map(server -> RecordNumber.parse(RecordKind.SERVER, "server", server))
                .toList();
    }
}
