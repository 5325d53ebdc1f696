package io.throughline.incident.service.diagnosis;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.identity.service.Authority;
import io.throughline.incident.domain.IncidentRepository;
import io.throughline.incident.domain.IncidentState;
import io.throughline.incident.domain.IncidentVerb;
import io.throughline.incident.domain.diagnosis.Answer;
import io.throughline.incident.domain.diagnosis.DiagnosedServer;
import io.throughline.incident.domain.diagnosis.DiagnosisAnswer;
import io.throughline.incident.domain.diagnosis.DiagnosisAnswers;
import io.throughline.kernel.activity.Activity;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.Times;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps what servers answered. Only the product itself calls it: evidence is not written by hand. */
@Stateless
public class DiagnosisEvidence {

    @Inject
    IncidentRepository incidents;

    @Inject
    DiagnosisAnswers answers;

    @Inject
    TraitsReader traits;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * To be asked before any server is.
     *
     * @throws io.throughline.kernel.domain.refusal.IllegalTransition when the incident takes no answers now
     */
    public void requireOpen(RecordNumber incident) {
        authority.requireMachine();
        IncidentState.table().require(incident, incidents.require(incident).state(), IncidentVerb.RECORD_ANSWERS);
    }

    /**
     * Keeps some answers, in the caller's transaction if there is one. Answers of this job that are kept already are
     * left as they are, so that a job which does a part again after a crash does no harm.
     *
     * @param job number of the job
     * @return how many were new
     */
    public int record(RecordNumber incident, String job, List<Answer> given) {
        requireOpen(incident);
        Set<String> servers = given.stream().map(Answer::server).collect(Collectors.toSet());
        Set<String> known = answers.known(incident.toString(), job, servers);
        List<Answer> fresh = given.stream()
                .filter(answer -> !known.contains(answer.server() + " " + answer.probe()))
                .toList();
        if (!fresh.isEmpty()) {
            Instant now = Times.now(clock);
            fresh.forEach(answer -> answers.add(new DiagnosisAnswer(incident, job, answer, now)));
            Set<String> answeredBefore = known.stream()
                    .map(key -> key.substring(0, key.indexOf(' ')))
                    .collect(Collectors.toSet());
            servers.removeAll(answeredBefore);
            traits.of(servers).forEach(one -> answers.add(new DiagnosedServer(incident, job, one)));
            trail.note(
                    AuditEntry.of("incident.recordAnswers").on(incident).performing(Activity.INVESTIGATE_AND_DIAGNOSE),
                    null,
                    facts(job, fresh));
        }
        return fresh.size();
    }

    private static Facts facts(String job, List<Answer> fresh) {
        return Facts.of()
                .put("job", job)
                .put(
                        "answers",
                        fresh.stream()
                                .map(answer -> "%s %s: %s (%s)"
                                        .formatted(
                                                answer.server(),
                                                answer.probe(),
                                                answer.finding(),
                                                answer.passing() ? "passing" : answer.reach()))
                                .toList());
    }
}
