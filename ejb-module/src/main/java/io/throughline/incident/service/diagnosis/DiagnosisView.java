package io.throughline.incident.service.diagnosis;

import io.throughline.incident.domain.diagnosis.DiagnosisAnswer;
import io.throughline.incident.domain.diagnosis.Difference;
import io.throughline.incident.domain.diagnosis.Reach;
import java.time.Instant;
import java.util.List;

/**
 * What the servers' answers tell, by the newest job that asked each server.
 *
 * @param findings which servers have which finding, failing ones first
 * @param failing numbers of the servers on which some probe does not pass
 * @param passing numbers of the servers on which every probe passes
 * @param silent numbers of the servers that did not answer
 * @param differences what the failing servers have in common and the passing ones have not, and which changes touched it
 */
public record DiagnosisView(
        String incident,
        List<Finding> findings,
        List<Server> servers,
        List<String> failing,
        List<String> passing,
        List<String> silent,
        List<Difference> differences) {

    public record Finding(String probe, String finding, boolean passing, List<String> servers) {}

    public record Server(String number, String name, List<Answered> answers) {}

    public record Answered(
            String job,
            String probe,
            Reach reach,
            Integer exit,
            String answer,
            String finding,
            boolean passing,
            long durationMillis,
            Instant at) {

        static Answered from(DiagnosisAnswer answer) {
            return new Answered(
                    answer.job(),
                    answer.probe(),
                    answer.reach(),
                    answer.exit(),
                    answer.answer(),
                    answer.finding(),
                    answer.passing(),
                    answer.durationMillis(),
                    answer.at());
        }
    }
}
