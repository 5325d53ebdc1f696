package io.throughline.release.domain;

import static io.throughline.release.domain.Releases.ACCEPTER;
import static io.throughline.release.domain.Releases.BUILDER;
import static io.throughline.release.domain.Releases.MANAGER;
import static io.throughline.release.domain.Releases.OWNER;
import static io.throughline.release.domain.Releases.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.IllegalTransition;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseTransitionsTest {

    /** What each state allows, and where it leads when the verb is performed on the releases of this test. */
    private static final String EXPECTED = """
            OPEN ACKNOWLEDGE=OPEN PLAN_STRATEGY=OPEN BUILD=BUILT CANCEL=CANCELLED
            BUILT ACKNOWLEDGE=BUILT PLAN_STRATEGY=BUILT BUILD=BUILT TEST=BUILT RECORD_TEST=TESTED CANCEL=CANCELLED
            TESTED ACKNOWLEDGE=TESTED PLAN_STRATEGY=TESTED BUILD=BUILT TEST=TESTED RECORD_TEST=TESTED \
            ACCEPT=ACCEPTED CANCEL=CANCELLED
            ACCEPTED ACKNOWLEDGE=ACCEPTED BUILD=BUILT SCHEDULE=SCHEDULED CANCEL=CANCELLED
            SCHEDULED UNSCHEDULE=ACCEPTED RECORD_DEPLOYMENT=DEPLOYED
            DEPLOYED CLOSE=CLOSED
            FAILED CLOSE=CLOSED
            CLOSED
            CANCELLED
            """;

    static Stream<Arguments> everyStateAndVerb() {
        Map<ReleaseState, Map<String, String>> table = new EnumMap<>(ReleaseState.class);
        EXPECTED.lines().forEach(line -> {
            String[] words = line.split(" ");
            Map<String, String> row = new HashMap<>();
            Arrays.stream(words).skip(1).map(word -> word.split("=")).forEach(pair -> row.put(pair[0], pair[1]));
            table.put(ReleaseState.valueOf(words[0]), row);
        });
        return Stream.of(ReleaseState.values())
                .flatMap(state -> Stream.of(ReleaseVerb.values())
                        .map(verb -> Arguments.of(state, verb, table.get(state).get(verb.name()))));
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(ReleaseState from, ReleaseVerb verb, String expected) {
        if (verb == ReleaseVerb.OPEN || verb == ReleaseVerb.REPEAT) {
            assertThat(from.allowed()).doesNotContain(verb);
            return;
        }
        Release release = Releases.in(from);
        if (expected == null) {
            assertThatThrownBy(() -> perform(release, verb)).isInstanceOf(IllegalTransition.class);
            assertThat(from.allowed()).doesNotContain(verb);
            assertThat(release.state()).isEqualTo(from);
        } else {
            perform(release, verb);
            assertThat(release.state()).isEqualTo(ReleaseState.valueOf(expected));
            assertThat(from.allowed()).contains(verb);
        }
    }

    private static void perform(Release release, ReleaseVerb verb) {
        switch (verb) {
            case OPEN, REPEAT -> throw new IllegalArgumentException("a release is opened once");
            case ACKNOWLEDGE -> release.acknowledge(MANAGER, OWNER, BUILDER, by(MANAGER));
            case PLAN_STRATEGY -> release.plan(new Strategy("all at once", null, null, null), by(OWNER));
            case BUILD -> release.build(Releases.wanted(), by(BUILDER));
            case TEST -> release.test(by(BUILDER));
            case RECORD_TEST ->
                release.recordTest(
                        Releases.result(
                                release.packageDigest() == null ? "" : release.packageDigest(),
                                TestResult.Part.values()),
                        by("machine:test"));
            case ACCEPT -> release.accept("tested well", by(ACCEPTER));
            case SCHEDULE -> release.schedule("DEP-000001", by(OWNER));
            case UNSCHEDULE -> release.unschedule(by(OWNER));
            case RECORD_DEPLOYMENT -> release.recordDeployment(true, by(OWNER));
            case CLOSE -> release.close(by(OWNER));
            case CANCEL -> release.cancel(by(MANAGER));
        }
    }
}
