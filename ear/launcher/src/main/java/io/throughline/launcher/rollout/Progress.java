package io.throughline.launcher.rollout;

import io.throughline.audit.proof.Json;
import java.util.List;
import java.util.Map;

/** What the command needs of a deployment. */
record Progress(
        String number,
        String state,
        String shown,
        String outcome,
        long targets,
        long waiting,
        long inFlight,
        long failing,
        Long secondsLeft,
        String halt) {

    /** Not through yet, of all states of a server. */
    private static final List<String> OPEN = List.of("PENDING", "CLAIMED", "INTENDED");

    static Progress ofEvent(String data) {
        return of(map(Json.object(data).get("deployment")));
    }

    static Progress of(Map<String, Object> deployment) {
        Map<String, Object> states = map(deployment.get("states"));
        Map<String, Object> forecast = map(deployment.get("forecast"));
        Object left = forecast.get("secondsLeft");
        return new Progress(
                text(deployment.get("number")),
                text(deployment.get("state")),
                text(deployment.getOrDefault("shown", deployment.get("state"))),
                text(deployment.get("outcome")),
                count(deployment.get("targets")),
                OPEN.stream().mapToLong(state -> count(states.get(state))).sum(),
                count(deployment.get("inFlight")),
                count(deployment.get("failing")),
                left == null ? null : count(left),
                text(deployment.get("haltReason")));
    }

    long through() {
        return targets - waiting;
    }

    /** It stands still until a person does something. */
    boolean standsStill() {
        return "PAUSED".equals(state) && inFlight == 0 || "STOPPED".equals(shown);
    }

    /** How the command ends that has seen this as the last. */
    ExitStatus status() {
        return switch (outcome == null ? shown : outcome) {
            case "IMPLEMENTED" -> ExitStatus.GOOD;
            case "ABORTED" -> ExitStatus.ABORTED;
            case "PAUSED", "STOPPED" -> ExitStatus.PAUSED;
            default -> ExitStatus.NOT_WHOLE;
        };
    }

    String line() {
        return "%s %s: %d of %d servers through, %d with a fault%s"
                .formatted(number, shown, through(), targets, failing, halt == null ? "" : "; " + halt);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static long count(Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
