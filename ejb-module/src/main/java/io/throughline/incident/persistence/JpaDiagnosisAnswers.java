package io.throughline.incident.persistence;

import io.throughline.incident.domain.diagnosis.DiagnosedServer;
import io.throughline.incident.domain.diagnosis.DiagnosisAnswer;
import io.throughline.incident.domain.diagnosis.DiagnosisAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

@ApplicationScoped
class JpaDiagnosisAnswers implements DiagnosisAnswers {

    @Inject
    EntityManager entities;

    @Override
    public void add(DiagnosisAnswer answer) {
        entities.persist(answer);
    }

    @Override
    public List<DiagnosisAnswer> of(String incident) {
        return entities.createQuery(
                        "SELECT a FROM DiagnosisAnswer a WHERE a.incident = :incident ORDER BY a.at, a.id",
                        DiagnosisAnswer.class)
                .setParameter("incident", incident)
                .getResultList();
    }

    @Override
    public void add(DiagnosedServer server) {
        entities.persist(server);
    }

    @Override
    public List<DiagnosedServer> servers(String incident) {
        return entities.createQuery(
                        "SELECT s FROM DiagnosedServer s WHERE s.incident = :incident ORDER BY s.id",
                        DiagnosedServer.class)
                .setParameter("incident", incident)
                .getResultList();
    }

    @Override
    public Set<String> known(String incident, String job, Set<String> servers) {
        if (servers.isEmpty()) {
            return Set.of();
        }
        return entities.createQuery(
                        "SELECT a FROM DiagnosisAnswer a WHERE a.incident = :incident AND a.job = :job"
                                + " AND a.server IN :servers",
                        DiagnosisAnswer.class)
                .setParameter("incident", incident)
                .setParameter("job", job)
                .setParameter("servers", servers)
                .getResultStream()
                .map(answer -> answer.server() + " " + answer.probe())
                .collect(Collectors.toSet());
    }
}
