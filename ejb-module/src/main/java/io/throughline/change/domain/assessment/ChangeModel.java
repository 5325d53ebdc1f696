package io.throughline.change.domain.assessment;

import io.throughline.change.domain.ChangeClass;
import io.throughline.change.domain.ChangePriority;
import io.throughline.change.domain.ChangeType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a change is to be treated: which class it is proposed to have, from which perspectives it must be judged, and
 * how many judgements are enough before it may be authorized.
 *
 * @param proposedClass from priority and impact; the change manager has the last word
 * @param perspectives from which it must be judged at least; empty when any one will do
 * @param oneIsEnough whether one judgement is enough, as the emergency policy may say
 * @param reason why, for people
 */
public record ChangeModel(
        ChangeClass proposedClass, Set<Perspective> perspectives, boolean oneIsEnough, String reason) {

    /**
     * How far the impact reaches.
     *
     * @param servers how many would be changed
     * @param organisations how many are concerned
     */
    public record Reach(int servers, int organisations) {

        private static final int MANY_SERVERS = 100;

        boolean wide() {
            return servers > MANY_SERVERS || organisations > 1;
        }

        boolean narrow() {
            return servers <= 1 && organisations <= 1;
        }
    }

    /**
     * @param chosen the class that the change manager gives it; null to follow the proposal
     * @param oneIsEnoughInEmergencies the emergency policy
     */
    public static ChangeModel choose(
            ChangeType type,
            ChangePriority priority,
            Reach reach,
            ChangeClass chosen,
            boolean oneIsEnoughInEmergencies) {
        ChangeClass proposed = propose(priority, reach);
        ChangeClass counts = chosen == null ? proposed : chosen;
        if (type == ChangeType.EMERGENCY && oneIsEnoughInEmergencies) {
            return new ChangeModel(
                    proposed, Set.of(), true, "An emergency: one judgement is enough, a retrospective review follows.");
        }
        return new ChangeModel(
                proposed,
                perspectives(counts),
                false,
                "%s: %d servers, %d organisations, priority %s."
                        .formatted(counts, reach.servers(), reach.organisations(), priority));
    }

    private static ChangeClass propose(ChangePriority priority, Reach reach) {
        if (reach.wide()) {
            return ChangeClass.MAJOR;
        }
        boolean calm = priority == ChangePriority.LOW || priority == ChangePriority.MEDIUM;
        return reach.narrow() && calm ? ChangeClass.MINOR : ChangeClass.SIGNIFICANT;
    }

    private static Set<Perspective> perspectives(ChangeClass counts) {
        Set<Perspective> perspectives = EnumSet.of(Perspective.TECHNICAL);
        if (counts != ChangeClass.MINOR) {
            perspectives.add(Perspective.BUSINESS);
        }
        if (counts == ChangeClass.MAJOR) {
            perspectives.add(Perspective.OPERATIONS);
        }
        return Collections.unmodifiableSet(perspectives);
    }
}
