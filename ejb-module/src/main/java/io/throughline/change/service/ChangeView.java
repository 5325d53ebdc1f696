package io.throughline.change.service;

import io.throughline.change.domain.ChangeClass;
import io.throughline.change.domain.ChangePriority;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.ChangeTask;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.ChangeVerb;
import io.throughline.change.domain.ClosurePolicy;
import io.throughline.change.domain.Implementation;
import io.throughline.change.domain.Outcome;
import io.throughline.change.domain.Proposal;
import io.throughline.change.domain.Review;
import io.throughline.change.domain.assessment.Assessment;
import io.throughline.change.domain.assessment.Perspective;
import io.throughline.change.domain.assessment.Verdict;
import io.throughline.kernel.persistence.History;
import java.time.Instant;
import java.util.List;

/**
 * A change as those see it who work on it.
 *
 * @param version of the record; the version of the product is {@code productVersion}
 * @param authorization the newest; null before the first
 * @param implementers numbers of the people who carried it out by hand; null in lists
 * @param missing stable names of what is missing before it can be closed; null in lists
 * @param history every step so far; null in lists
 * @param thread number of the record with which the thread began; null in lists
 */
public record ChangeView(
        String number,
        long version,
        ChangeState state,
        List<ChangeVerb> allowed,
        String title,
        ChangeType type,
        ChangePriority priority,
        String reason,
        String effectOfNotDoing,
        String service,
        String product,
        String productVersion,
        String backOutPlan,
        String risk,
        String continuityImpact,
        String resources,
        Instant wantedBy,
        String incident,
        String requester,
        Instant recordedAt,
        List<String> targets,
        String question,
        String answer,
        ChangeClass changeClass,
        List<Judgement> assessments,
        String owner,
        String releaseManager,
        AuthorizationView authorization,
        Done implementation,
        List<String> implementers,
        Reviewed review,
        List<Task> tasks,
        List<String> missing,
        List<History.Step> history,
        String thread) {

    /**
     * @param verdict null until judged
     */
    public record Judgement(Perspective perspective, String assessor, Verdict verdict, String text, Instant at) {

        static Judgement from(Assessment one) {
            return new Judgement(one.perspective(), one.assessor(), one.verdict(), one.text(), one.at());
        }
    }

    /** How it was carried out; all null until then. */
    public record Done(Instant startedAt, Instant endedAt, String deployment, Outcome outcome, String evidence) {

        static Done from(Implementation done) {
            return new Done(done.startedAt(), done.endedAt(), done.deployment(), done.outcome(), done.evidence());
        }
    }

    /** What the reviews found; null where there is none yet. */
    public record Reviewed(
            Review.Finding finding,
            Instant at,
            String by,
            Instant retrospectiveDue,
            Instant retrospectiveAt,
            String retrospective,
            String retrospectiveBy) {

        static Reviewed from(Review review) {
            return new Reviewed(
                    review.finding(),
                    review.at(),
                    review.by(),
                    review.retrospectiveDue(),
                    review.retrospectiveAt(),
                    review.retrospective(),
                    review.retrospectiveBy());
        }
    }

    /**
     * @param number from 1, within the change
     */
    public record Task(
            int number, String text, String assignee, boolean done, Instant doneAt, String doneBy, String result) {

        static Task from(ChangeTask task) {
            return new Task(
                    task.position(),
                    task.text(),
                    task.assignee(),
                    task.done(),
                    task.doneAt(),
                    task.doneBy(),
                    task.result());
        }
    }

    /** What only the view of one change tells. */
    record Life(List<History.Step> history, String thread) {}

    static ChangeView from(ChangeRequest change, Instant now) {
        return of(change, null, now);
    }

    /**
     * @param life null in lists
     */
    static ChangeView of(ChangeRequest change, Life life, Instant now) {
        Proposal.Fields asked = change.proposal().fields();
        return new ChangeView(
                change.number().toString(),
                change.version(),
                change.state(),
                ChangeState.transitions().allowed(change.state()),
                asked.title(),
                asked.type(),
                change.priority(),
                asked.reason(),
                asked.effectOfNotDoing(),
                asked.service(),
                asked.product(),
                asked.productVersion(),
                asked.backOutPlan(),
                asked.risk(),
                asked.continuityImpact(),
                asked.resources(),
                asked.wantedBy(),
                asked.incident(),
                change.requester(),
                change.recordedAt(),
                life == null ? null : List.copyOf(change.targets()),
                change.question(),
                change.answer(),
                change.changeClass(),
                change.assessments().stream().map(Judgement::from).toList(),
                change.owner(),
                change.releaseManager(),
                change.authorization()
                        .map(signed -> AuthorizationView.of(signed, life != null, now))
                        .orElse(null),
                Done.from(change.implementation()),
                life == null ? null : List.copyOf(change.implementers()),
                Reviewed.from(change.review()),
                change.tasks().stream().map(Task::from).toList(),
                life == null ? null : ClosurePolicy.missing(change),
                life == null ? null : life.history(),
                life == null ? null : life.thread());
    }
}
