package io.throughline.incident.domain.diagnosis;

import java.util.List;
import java.util.Set;

/** The answers of servers, by incident. */
public interface DiagnosisAnswers {

    void add(DiagnosisAnswer answer);

    /** All answers on an incident, oldest first. */
    List<DiagnosisAnswer> of(String incident);

    void add(DiagnosedServer server);

    /** What the servers were when they answered, for all jobs of an incident. */
    List<DiagnosedServer> servers(String incident);

    /** Which of these servers have answered which probe to this job, each as {@code SRV-000001 probe}. */
    Set<String> known(String incident, String job, Set<String> servers);
}
