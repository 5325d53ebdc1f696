package io.throughline.change.domain.authorization;

import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.ChangeVerb;
import io.throughline.kernel.domain.refusal.Forbidden;
import java.util.Optional;

/**
 * Who may not do what on a change because of what that person already is on it, whatever the rights: nobody judges,
 * authorizes, extends or enlarges what she asked for, and who judged a normal change does not authorize it too. In an
 * emergency the two may be one person, so that two people suffice. To break the glass is to do without the other eyes,
 * so nobody is excluded from that; but whoever asked or signed cannot second it, and who asked, signed or seconded does
 * not look back on it. Where no deployment is verified by a second person, the review is what verifies: nobody reviews
 * what she carried out by hand. To close a change says nothing more of the work; it takes that review.
 */
public final class FourEyes {

    private FourEyes() {}

    /**
     * @throws Forbidden {@code four-eyes} naming what excludes the person
     */
    public static void require(ChangeRequest change, ChangeVerb verb, String person) {
        excludedAs(change, verb, person).ifPresent(role -> {
            throw Forbidden.fourEyes(change.number(), role, verb.name());
        });
    }

    /** What excludes the person from the verb; empty when nothing does. */
    public static Optional<String> excludedAs(ChangeRequest change, ChangeVerb verb, String person) {
        return switch (verb) {
            // what the template's authority signed holds for what others ask for
            case ASSESS, PRE_AUTHORIZE -> Optional.of("requester").filter(role -> isRequester(change, person));
            case AUTHORIZE, EXTEND_WINDOW, ADD_TARGETS -> {
                if (isRequester(change, person)) {
                    yield Optional.of("requester");
                }
                yield Optional.of("assessor")
                        .filter(role -> change.proposal().type() != ChangeType.EMERGENCY && hasJudged(change, person));
            }
            case SECOND -> {
                if (isRequester(change, person)) {
                    yield Optional.of("requester");
                }
                yield Optional.of("authorizer")
                        .filter(role -> change.authorization()
                                .filter(signed -> signed.authority().equals(person))
                                .isPresent());
            }
            case RETROSPECT -> {
                if (isRequester(change, person)) {
                    yield Optional.of("requester");
                }
                if (hasSigned(change, person)) {
                    yield Optional.of("authorizer");
                }
                yield Optional.of("seconder").filter(role -> hasSeconded(change, person));
            }
            case REVIEW ->
                Optional.of("implementer").filter(role -> change.implementers().contains(person));
            default -> Optional.empty();
        };
    }

    private static boolean isRequester(ChangeRequest change, String person) {
        return change.requester().equals(person);
    }

    private static boolean hasSigned(ChangeRequest change, String person) {
        return change.authorizations().stream()
                .anyMatch(signed -> signed.authority().equals(person));
    }

    private static boolean hasSeconded(ChangeRequest change, String person) {
        return change.authorizations().stream()
                .flatMap(signed -> signed.breakGlass().stream())
                .anyMatch(glass -> person.equals(glass.secondedBy()));
    }

    private static boolean hasJudged(ChangeRequest change, String person) {
        return change.assessments().stream()
                .anyMatch(one -> one.judged() && one.assessor().equals(person));
    }
}
