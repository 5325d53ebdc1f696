package io.throughline.deployment.domain;

import static io.throughline.deployment.domain.Deployments.DEPLOYER;
import static io.throughline.deployment.domain.Deployments.SECOND;
import static io.throughline.deployment.domain.Deployments.SERVER;
import static io.throughline.deployment.domain.Deployments.VERIFIER;
import static io.throughline.deployment.domain.Deployments.by;
import static io.throughline.deployment.domain.Deployments.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.refusal.IllegalTransition;
import io.throughline.kernel.domain.refusal.NotFound;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DeploymentTransitionsTest {

    /** What each state allows, and where it leads when the verb is performed on the deployments of this test. */
    private static final String EXPECTED = """
            PLANNED CONFIRM=CONFIRMED ABORT=ABORTED
            CONFIRMED START=RUNNING EXCLUDE=CONFIRMED APPROVE_EXCLUSION=CONFIRMED ABORT=ABORTED
            RUNNING PAUSE=PAUSED HALT=PAUSED RETRY=RUNNING EXCLUDE=RUNNING APPROVE_EXCLUSION=RUNNING \
            ADVANCE=RUNNING ABORT=ABORTED ROLL_BACK=ROLLING_BACK FINISH=IMPLEMENTED
            PAUSED RESUME=RUNNING APPROVE_WAVE=RUNNING RETRY=RUNNING EXCLUDE=PAUSED APPROVE_EXCLUSION=PAUSED ABORT=ABORTED \
            ROLL_BACK=ROLLING_BACK
            ROLLING_BACK PAUSE=PAUSED HALT=PAUSED RETRY=ROLLING_BACK FINISH=BACKED_OUT
            IMPLEMENTED ROLL_BACK=ROLLING_BACK VERIFY=VERIFIED
            PARTIALLY_IMPLEMENTED RETRY=RUNNING EXCLUDE=PARTIALLY_IMPLEMENTED APPROVE_EXCLUSION=IMPLEMENTED \
            ROLL_BACK=ROLLING_BACK VERIFY=VERIFIED
            BACKED_OUT VERIFY=VERIFIED
            ABORTED ROLL_BACK=ROLLING_BACK VERIFY=VERIFIED
            VERIFIED CLOSE=CLOSED
            CLOSED
            """;

    static Stream<Arguments> everyStateAndVerb() {
        Map<DeploymentState, Map<String, String>> table = new EnumMap<>(DeploymentState.class);
        EXPECTED.lines().forEach(line -> {
            String[] words = line.split(" ");
            Map<String, String> row = new HashMap<>();
            Arrays.stream(words).skip(1).map(word -> word.split("=")).forEach(pair -> row.put(pair[0], pair[1]));
            table.put(DeploymentState.valueOf(words[0]), row);
        });
        return Stream.of(DeploymentState.values())
                .flatMap(state -> Stream.of(DeploymentVerb.values())
                        .map(verb -> Arguments.of(state, verb, table.get(state).get(verb.name()))));
    }

    @ParameterizedTest(name = "{1} when {0} leads to {2}")
    @MethodSource("everyStateAndVerb")
    void everyVerbIsTakenOrRefused(DeploymentState from, DeploymentVerb verb, String expected) {
        if (verb == DeploymentVerb.PLAN) {
            assertThat(from.allowed()).doesNotContain(verb);
            return;
        }
        Deployment deployment = Deployments.in(from);
        prepare(deployment, verb);
        if (expected == null) {
            assertThatThrownBy(() -> perform(deployment, verb))
                    .isInstanceOfAny(IllegalTransition.class, NotFound.class);
            assertThat(from.allowed()).doesNotContain(verb);
            assertThat(deployment.state()).isEqualTo(from);
        } else {
            perform(deployment, verb);
            assertThat(deployment.state()).isEqualTo(DeploymentState.valueOf(expected));
            assertThat(from.allowed()).contains(verb);
        }
    }

    private static void prepare(Deployment deployment, DeploymentVerb verb) {
        if (verb == DeploymentVerb.APPROVE_WAVE && deployment.state() == DeploymentState.PAUSED) {
            deployment.resume(DEPLOYER, Map.of(), by(DEPLOYER));
            deployment.halt(Deployment.WAVE_APPROVAL, machine());
        }
        if (verb == DeploymentVerb.APPROVE_EXCLUSION
                && deployment.state().allowed().contains(DeploymentVerb.EXCLUDE)) {
            deployment.exclude(SERVER, by(DEPLOYER));
        }
    }

    private static void perform(Deployment deployment, DeploymentVerb verb) {
        Wave first = deployment.waves().get(0);
        switch (verb) {
            case PLAN -> throw new IllegalArgumentException("a deployment is planned once");
            case CONFIRM -> deployment.confirm(by("PER-000009"));
            case START -> deployment.start(DEPLOYER, by(DEPLOYER));
            case PAUSE -> deployment.pause(by(DEPLOYER));
            case HALT -> deployment.halt("window-over", machine());
            case RESUME -> deployment.resume(DEPLOYER, Map.of(), by(DEPLOYER));
            case APPROVE_WAVE -> deployment.approveWave(by(SECOND));
            case RETRY -> deployment.retry(DEPLOYER, Set.of(), by(DEPLOYER));
            case EXCLUDE -> deployment.exclude(SERVER, by(DEPLOYER));
            case APPROVE_EXCLUSION -> deployment.approveExclusion(SERVER, true, by(SECOND));
            case ADVANCE -> deployment.advance(first, WaveState.Verb.PASS, machine());
            case ABORT -> deployment.abort(by(DEPLOYER));
            case ROLL_BACK -> deployment.rollBack(DEPLOYER, by(DEPLOYER));
            case FINISH -> deployment.finish(true, machine());
            case VERIFY -> deployment.verify("looked at it", by(VERIFIER));
            case CLOSE -> deployment.close(by(VERIFIER));
        }
    }
}
