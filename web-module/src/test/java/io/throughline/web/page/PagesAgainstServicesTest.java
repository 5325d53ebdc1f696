package io.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.Transitions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the detail pages and the rows of lists offer is what the services take: in each state exactly the verbs of its table, to exactly those
 * whose right the service asks for; and what is not offered says which of the two stands in the way.
 */
class PagesAgainstServicesTest {

    private static final String NEEDS_RIGHT = "Needs the right";
    private static final String NOT_WHILE = "Not while";

    @ParameterizedTest
    @MethodSource({"io.throughline.web.page.Processes#all", "io.throughline.web.page.RowLists#all"})
    void everyStateOffersExactlyTheVerbsOfItsTable(Processes.Process process) {
        for (Object state : process.states().getEnumConstants()) {
            Set<String> allowed = allowed(process.table(), state);
            Map<String, String> why = why(process.open().page((Enum<?>) state, EnumSet.allOf(Right.class)));
            for (String verb : process.asked().keySet()) {
                if (!process.own().contains(verb)) {
                    assertThat(why.getOrDefault(verb, "").startsWith(NOT_WHILE))
                            .as("%s when %s: %s", verb, state, why.get(verb))
                            .isEqualTo(!allowed.contains(verb));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"io.throughline.web.page.Processes#all", "io.throughline.web.page.RowLists#all"})
    void everyVerbIsOfferedToExactlyThoseWhoseRightTheServiceAsksFor(Processes.Process process) {
        Set<String> seen = new TreeSet<>();
        for (Object state : process.states().getEnumConstants()) {
            Map<Right, Map<String, String>> why = EnumSet.allOf(Right.class).stream()
                    .collect(Collectors.toMap(
                            Function.identity(),
                            right -> why(process.open().page((Enum<?>) state, EnumSet.of(right)))));
            process.asked()
                    .forEach((verb, anyOf) -> why.forEach((right, obstacles) -> {
                        String obstacle = obstacles.getOrDefault(verb, "");
                        if (!obstacle.startsWith(NOT_WHILE)) {
                            seen.add(verb);
                            assertThat(obstacle.startsWith(NEEDS_RIGHT))
                                    .as("%s when %s with %s; the service asks for %s", verb, state, right, anyOf)
                                    .isEqualTo(!anyOf.contains(right));
                        }
                    }));
        }
        assertThat(seen)
                .as("verbs that some state offers")
                .containsAll(process.asked().keySet());
    }

    @ParameterizedTest
    @MethodSource({"io.throughline.web.page.Processes#all", "io.throughline.web.page.RowLists#all"})
    void everyVerbOfAPageIsHeldAgainstItsService(Processes.Process process) {
        Enum<?> any = (Enum<?>) process.states().getEnumConstants()[0];

        assertThat(why(process.open().page(any, Set.of())).keySet())
                .isEqualTo(process.asked().keySet());
    }

    /** What the page or the row names as not possible, and why. */
    private static Map<String, String> why(Backstage.Seen page) {
        return page.getObstacles().stream()
                .collect(Collectors.toMap(RecordPage.Obstacle::verb, RecordPage.Obstacle::why));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Set<String> allowed(Transitions table, Object state) {
        return ((List<Enum<?>>) table.allowed((Enum) state))
                .stream().map(Enum::name).collect(Collectors.toSet());
    }
}
