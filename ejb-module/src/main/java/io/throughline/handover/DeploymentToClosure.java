package io.throughline.handover;

import io.throughline.change.service.ChangeReader;
import io.throughline.change.service.ImplementationRecord;
import io.throughline.deployment.domain.event.DeploymentHalted;
import io.throughline.deployment.domain.event.DeploymentStarted;
import io.throughline.deployment.domain.event.DeploymentVerified;
import io.throughline.deployment.domain.event.TargetsFailed;
import io.throughline.incident.service.ResolutionService;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.notice.Notice;
import io.throughline.kernel.notice.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What Change and Incident hear of a deployment: that it began, what failed, and how it ended. */
@ApplicationScoped
public class DeploymentToClosure {

    private static final int MOST_NAMED = 20;

    @Inject
    ImplementationRecord implementations;

    @Inject
    ChangeReader changes;

    @Inject
    ResolutionService resolutions;

    @Inject
    Event<Notice> notices;

    @Inject
    Clock clock;

    void onStarted(@Observes DeploymentStarted started) {
        implementations.begin(RecordNumber.parse(started.change()), started.deployment());
    }

    /** Failed installs go to Incident. */
    void onFailed(@Observes TargetsFailed failed) {
        withIncident(failed.change(), incident -> resolutions.installsFailed(incident, text(failed)));
    }

    void onVerified(@Observes DeploymentVerified verified) {
        EndOfDeployment end = EndOfDeployment.of(verified);
        implementations.outcome(
                RecordNumber.parse(verified.change()), end.outcome(), verified.evidence(), end.servers());
    }

    /** Who deploys is told at once that the product has paused it. */
    void onHalted(@Observes DeploymentHalted halted) {
        String occasion = halted.deployment() + " halted " + clock.millis();
        halted.deployers()
                .forEach(person -> notices.fire(new Notice(
                        occasion + " " + person,
                        RecordNumber.parse(halted.deployment()),
                        "deployment-halted",
                        Recipient.person(person),
                        Map.of("change", halted.change(), "reason", halted.reason()))));
    }

    private void withIncident(String change, Consumer<RecordNumber> work) {
        Optional.ofNullable(changes.brief(RecordNumber.parse(change)).incident())
                .map(RecordNumber::parse)
                .ifPresent(work);
    }

    private static String text(TargetsFailed failed) {
        String named = failed.failures().stream()
                .limit(MOST_NAMED)
                .map(failure -> failure.server() + " " + failure.state()
                        + (failure.reason() == null ? "" : ": " + failure.reason()))
                .collect(Collectors.joining("\n"));
        int more = failed.failures().size() - MOST_NAMED;
        String all = "%s for %s:\n%s%s"
                .formatted(failed.deployment(), failed.change(), named, more > 0 ? "\nand " + more + " more" : "");
        return all.length() > 4000 ? all.substring(0, 4000) : all;
    }
}
