package io.throughline.change.domain;

import io.throughline.change.domain.assessment.Assessment;
import io.throughline.change.domain.authorization.Authorization;
import io.throughline.change.domain.authorization.AuthorizedServer;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.Sha256;
import java.util.Collection;
import java.util.stream.Collectors;

/** What a change says of itself to the audit trail. */
final class ChangeFacts {

    private static final int MOST_NAMED = 100;

    private ChangeFacts() {}

    static Facts of(ChangeRequest change) {
        Proposal.Fields asked = change.proposal().fields();
        Facts facts = Facts.of()
                .put("state", change.state())
                .put("title", asked.title())
                .put("type", asked.type())
                .put("priority", change.priority())
                .put("reason", asked.reason())
                .put("effectOfNotDoing", asked.effectOfNotDoing())
                .put("service", asked.service())
                .put("product", asked.product())
                .put("version", asked.productVersion())
                .put("backOutPlan", asked.backOutPlan())
                .put("risk", asked.risk())
                .put("continuityImpact", asked.continuityImpact())
                .put("resources", asked.resources())
                .put("wantedBy", asked.wantedBy())
                .put("incident", asked.incident())
                .put("requester", change.requester())
                .put("question", change.question())
                .put("answer", change.answer())
                .put("changeClass", change.changeClass())
                .put("owner", change.owner())
                .put("releaseManager", change.releaseManager())
                .put(
                        "assessments",
                        change.assessments().stream().map(ChangeFacts::text).toList())
                .put("tasks", change.tasks().stream().map(ChangeFacts::text).toList());
        servers("targets", change.targets(), facts);
        implementation(change, facts);
        change.authorization().ifPresent(signed -> authorization(signed, facts));
        return facts;
    }

    private static void implementation(ChangeRequest change, Facts facts) {
        Implementation done = change.implementation();
        Review review = change.review();
        facts.put("deployment", done.deployment())
                .put("implementationStarted", done.startedAt())
                .put("implementationEnded", done.endedAt())
                .put("implementers", change.implementers())
                .put("outcome", done.outcome())
                .put("evidence", done.evidence())
                .put("reviewedAt", review.at())
                .put("retrospectiveDue", review.retrospectiveDue())
                .put("retrospective", review.retrospective())
                .put("retrospectiveBy", review.retrospectiveBy());
        if (review.finding() != null) {
            facts.put("review", review.finding().text())
                    .put("desiredEffect", review.finding().desiredEffect())
                    .put("backOutWorked", review.finding().backOutWorked())
                    .put("followUp", review.finding().followUp());
        }
    }

    private static void authorization(Authorization signed, Facts facts) {
        facts.put("authority", signed.authority())
                .put("signedAt", signed.signedAt())
                .put("envelopeDigest", signed.envelopeDigest())
                .put("authorizedSha256", signed.authorizedSha256())
                .put("windowFrom", signed.window().from())
                .put("windowTo", signed.window().to())
                .put("authorizationState", signed.standing().state())
                .put("confirmedBy", signed.confirmedBy())
                .put("confirmedDeployment", signed.standing().deployment())
                .put("packageSha256", signed.standing().packageSha256())
                .put("planDigest", signed.standing().planDigest());
        servers(
                "authorizedServers",
                signed.servers().stream().map(AuthorizedServer::server).toList(),
                facts);
        signed.breakGlass()
                .ifPresent(glass -> facts.put("breakGlass", glass.reason())
                        .put("secondDue", glass.secondDue())
                        .put("secondedBy", glass.secondedBy()));
    }

    /** The servers themselves, or, of very many, how many they are and the digest of their numbers in order. */
    private static void servers(String name, Collection<String> servers, Facts facts) {
        if (servers.size() <= MOST_NAMED) {
            facts.put(name, servers);
        } else {
            facts.put(name + "Count", servers.size())
                    .put(name + "Sha256", Sha256.of(servers.stream().sorted().collect(Collectors.joining(" "))));
        }
    }

    private static String text(Assessment one) {
        String judged = one.judged() ? one.verdict() + " " + one.text() : "asked";
        return "%s %s %s".formatted(one.perspective(), one.assessor(), judged);
    }

    private static String text(ChangeTask task) {
        return "%d %s %s".formatted(task.position(), task.done() ? "done by " + task.doneBy() : "open", task.text());
    }
}
