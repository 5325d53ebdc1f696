package io.throughline.deployment.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {

    private static final List<Candidate> TWENTY = twenty();

    @Test
    void wavesByCountAndPercentTakeWhatNoEarlierWaveHas() {
        RolloutPlan plan = plan(count(1), percent(25), percent(100));

        assertThat(plan.waves()).extracting(wave -> wave.servers().size()).containsExactly(1, 5, 14);
        assertThat(plan.servers()).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void wavesByLabelAndByListTakeExactlyThose() {
        RolloutPlan plan = plan(servers("fra1-cart-03", number(1)), label("site=ams1"), label("tier=cart"));

        assertThat(plan.waves().get(0).servers()).containsExactly(number(13), number(1));
        assertThat(plan.waves().get(1).servers()).hasSize(9).doesNotContain(number(1));
        assertThat(plan.waves().get(2).servers()).hasSize(9).doesNotContain(number(13));
    }

    @Test
    void sitesInTurnTakesOneServerOfEachSite() {
        RolloutPlan plan = Planner.plan(
                new PlanRequest(List.of(percent(100)), null, null, RolloutOrder.SITES_IN_TURN, null, null), TWENTY);

        assertThat(plan.servers().subList(0, 4)).containsExactly(number(1), number(11), number(2), number(12));
    }

    @Test
    void equalPlansHaveEqualDigestsAndOtherPlansOthers() {
        assertThat(plan(count(1), percent(100)).digest())
                .isEqualTo(plan(count(1), percent(100)).digest())
                .isNotEqualTo(plan(count(2), percent(100)).digest())
                .isNotEqualTo(Planner.plan(
                                new PlanRequest(List.of(count(1), percent(100)), 11, null, null, null, null), TWENTY)
                        .digest())
                .hasSize(64);
    }

    @Test
    void aPlanThatSaysNothingOfFailuresBearsNone() {
        FailureThreshold threshold = plan(percent(100)).waves().get(0).maxFailures();

        assertThat(threshold.isPassedBy(0, 20)).isFalse();
        assertThat(threshold.isPassedBy(1, 20)).isTrue();
    }

    @Test
    void whicheverLimitIsPassedFirstStops() {
        FailureThreshold both = new FailureThreshold(5, 10);

        assertThat(both.isPassedBy(2, 20)).isFalse();
        assertThat(both.isPassedBy(3, 20)).isTrue();
        assertThat(both.isPassedBy(6, 1000)).isTrue();
    }

    static Stream<Arguments> badPlans() {
        return Stream.of(
                Arguments.of("empty wave", request(percent(100), count(1)), "waves[1]"),
                Arguments.of("percent 0", request(percent(0)), "waves[0].percent"),
                Arguments.of("percent over 100", request(percent(101)), "waves[0].percent"),
                Arguments.of("count 0", request(count(0)), "waves[0].count"),
                Arguments.of(
                        "overlapping waves",
                        request(servers(number(1)), servers(number(1)), percent(100)),
                        "waves[1].servers[0]"),
                Arguments.of("named twice", request(servers(number(1), number(1))), "waves[0].servers[1]"),
                Arguments.of("unknown label", request(label("site=lon1"), percent(100)), "waves[0].label"),
                Arguments.of("outside the envelope", request(servers("SRV-000099")), "waves[0].servers[0]"),
                Arguments.of("no servers named", request(servers()), "waves[0].servers"),
                Arguments.of("servers left over", request(count(3)), "waves"),
                Arguments.of(
                        "two selections",
                        request(new WaveRequest(null, 1, 5, null, null, null, null, null, null)),
                        "waves[0]"),
                Arguments.of(
                        "no selection",
                        request(new WaveRequest(null, null, null, null, null, null, null, null, null)),
                        "waves[0]"),
                Arguments.of(
                        "parallel 0", new PlanRequest(List.of(percent(100)), 0, null, null, null, null), "parallel"),
                Arguments.of(
                        "parallel too high",
                        new PlanRequest(List.of(percent(100)), 501, null, null, null, null),
                        "parallel"),
                Arguments.of(
                        "threshold of 0 percent",
                        new PlanRequest(List.of(percent(100)), null, new FailureThreshold(null, 0), null, null, null),
                        "maxFailuresPerWave.percent"),
                Arguments.of(
                        "threshold over 100 percent",
                        new PlanRequest(List.of(percent(100)), null, new FailureThreshold(null, 101), null, null, null),
                        "maxFailuresPerWave.percent"),
                Arguments.of(
                        "negative threshold of a wave",
                        request(new WaveRequest(
                                null, null, 100, null, null, new FailureThreshold(-1, null), null, null, null)),
                        "waves[0].maxFailures.count"),
                Arguments.of(
                        "empty threshold",
                        new PlanRequest(
                                List.of(percent(100)), null, new FailureThreshold(null, null), null, null, null),
                        "maxFailuresPerWave"),
                Arguments.of(
                        "no host of a site at once",
                        new PlanRequest(List.of(percent(100)), null, null, null, 0, null),
                        "parallelPerSite"),
                Arguments.of(
                        "threshold of the whole over 100 percent",
                        new PlanRequest(List.of(percent(100)), null, null, null, null, new FailureThreshold(null, 101)),
                        "maxFailures.percent"),
                Arguments.of(
                        "success of 0 percent",
                        request(success(new SuccessThreshold(null, 0))),
                        "waves[0].minSuccess.percent"),
                Arguments.of(
                        "more successes than servers",
                        request(success(new SuccessThreshold(21, null))),
                        "waves[0].minSuccess.count"),
                Arguments.of(
                        "success that says nothing",
                        request(success(new SuccessThreshold(null, null))),
                        "waves[0].minSuccess"),
                Arguments.of(
                        "approval of the first wave",
                        request(new WaveRequest(null, null, 100, null, null, null, null, null, WaveGate.APPROVAL)),
                        "waves[0].gate"),
                Arguments.of(
                        "soak too long",
                        request(new WaveRequest(null, null, 100, null, null, null, 86_401, null, null)),
                        "waves[0].soakSeconds"));
    }

    @ParameterizedTest(name = "{0} is refused at {2}")
    @MethodSource("badPlans")
    void badInputIsRefusedWithItsField(String what, PlanRequest request, String field) {
        assertThatThrownBy(() -> Planner.plan(request, TWENTY))
                .asInstanceOf(type(Invalid.class))
                .extracting(Invalid::errors)
                .asInstanceOf(LIST)
                .extracting("field")
                .contains(field);
    }

    @Test
    void aServerWithoutALoginCannotBePlanned() {
        List<Candidate> servers = new ArrayList<>(TWENTY);
        servers.add(new Candidate(number(21), "lon1-cart-01", "lon1", Map.of(), false));

        assertThatThrownBy(() -> Planner.plan(request(percent(100)), servers))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("lon1-cart-01");
    }

    @Test
    void whatAPlanSaysBesidesIsBoundByItsDigestToo() {
        RolloutPlan plain = plan(count(1), percent(100));
        WaveRequest approved = new WaveRequest(
                null, null, 100, null, null, null, null, new SuccessThreshold(null, 90), WaveGate.APPROVAL);

        assertThat(plain.text()).doesNotContain("gate", "success", "site", "failures");
        assertThat(plan(count(1), approved).text()).contains("gate APPROVAL", "success count null percent 90");
        assertThat(Planner.plan(
                                new PlanRequest(
                                        List.of(count(1), percent(100)),
                                        null,
                                        null,
                                        null,
                                        2,
                                        new FailureThreshold(3, null)),
                                TWENTY)
                        .text())
                .contains("site parallel 2", "failures count 3");
    }

    @Test
    void bothLimitsOfSuccessMustBeReached() {
        SuccessThreshold both = new SuccessThreshold(5, 90);

        assertThat(both.isReachedBy(9, 10)).isTrue();
        assertThat(both.isReachedBy(8, 10)).isFalse();
        assertThat(both.isReachedBy(4, 4)).as("others were left out").isTrue();
        assertThat(SuccessThreshold.NONE.isReachedBy(0, 10)).isTrue();
    }

    @Test
    void anEnvelopeWithoutServersCannotBePlanned() {
        assertThatThrownBy(() -> Planner.plan(request(percent(100)), List.of()))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("waves");
    }

    private static RolloutPlan plan(WaveRequest... waves) {
        return Planner.plan(request(waves), TWENTY);
    }

    private static PlanRequest request(WaveRequest... waves) {
        return new PlanRequest(List.of(waves), null, null, null, null, null);
    }

    private static WaveRequest count(int count) {
        return new WaveRequest(null, count, null, null, null, null, null, null, null);
    }

    private static WaveRequest percent(int percent) {
        return new WaveRequest(null, null, percent, null, null, null, null, null, null);
    }

    private static WaveRequest success(SuccessThreshold threshold) {
        return new WaveRequest(null, null, 100, null, null, null, null, threshold, null);
    }

    private static WaveRequest servers(String... servers) {
        return new WaveRequest(null, null, null, List.of(servers), null, null, null, null, null);
    }

    private static WaveRequest label(String label) {
        return new WaveRequest(null, null, null, null, label, null, null, null, null);
    }

    private static String number(int server) {
        return RecordKind.SERVER.number(server).toString();
    }

    private static List<Candidate> twenty() {
        List<Candidate> servers = new ArrayList<>();
        IntStream.rangeClosed(1, 10)
                .forEach(i -> servers.add(
                        new Candidate(number(i), "ams1-cart-%02d".formatted(i), "ams1", Map.of("tier", "cart"), true)));
        IntStream.rangeClosed(1, 10)
                .forEach(i -> servers.add(new Candidate(
                        number(10 + i), "fra1-cart-%02d".formatted(i), "fra1", Map.of("tier", "cart"), true)));
        return servers;
    }
}
