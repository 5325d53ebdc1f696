package io.throughline.release.domain;

import static io.throughline.release.domain.Releases.ACCEPTER;
import static io.throughline.release.domain.Releases.BUILDER;
import static io.throughline.release.domain.Releases.MANAGER;
import static io.throughline.release.domain.Releases.OWNER;
import static io.throughline.release.domain.Releases.UPLOADER;
import static io.throughline.release.domain.Releases.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseRulesTest {

    static Stream<Arguments> peopleAndWhetherTheyMayAccept() {
        return Stream.of(
                Arguments.of("who attached the package", BUILDER, false),
                Arguments.of("who uploaded the package", UPLOADER, false),
                Arguments.of("release manager", MANAGER, true),
                Arguments.of("release owner", OWNER, true),
                Arguments.of("somebody else", ACCEPTER, true));
    }

    @ParameterizedTest(name = "{0} may accept: {2}")
    @MethodSource("peopleAndWhetherTheyMayAccept")
    void whoBuiltNeverAccepts(String who, String person, boolean may) {
        Release release = Releases.in(ReleaseState.TESTED);
        if (may) {
            assertThatCode(() -> release.accept("well", by(person))).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> release.accept("well", by(person)))
                    .isInstanceOf(Forbidden.class)
                    .hasMessageContaining("builder");
            assertThat(release.state()).isEqualTo(ReleaseState.TESTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestResult.Part.class)
    void aReleaseIsNotTestedWhenAnyPartDidNotPass(TestResult.Part missing) {
        Release release = Releases.in(ReleaseState.BUILT);
        TestResult.Part[] others = Stream.of(TestResult.Part.values())
                .filter(part -> part != missing)
                .toArray(TestResult.Part[]::new);

        release.recordTest(Releases.result(release.packageDigest(), others), by("machine:test"));

        assertThat(release.state()).isEqualTo(ReleaseState.BUILT);
        assertThat(release.tests()).singleElement().matches(test -> !test.passed());
    }

    @Test
    void aTestOfAnotherPackageDoesNotCount() {
        Release release = Releases.in(ReleaseState.BUILT);

        assertThatThrownBy(() -> release.recordTest(
                        Releases.result("f".repeat(64), TestResult.Part.values()), by("machine:test")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("f".repeat(64));
        assertThat(release.state()).isEqualTo(ReleaseState.BUILT);
    }

    @Test
    void anotherPackageTakesTestAndAcceptanceBack() {
        Release release = Releases.in(ReleaseState.ACCEPTED);

        release.build(Releases.wanted(), by(BUILDER));

        assertThat(release.state()).isEqualTo(ReleaseState.BUILT);
        assertThat(release.acceptedBy()).isNull();
    }

    static Stream<Arguments> packagesThatDoNotFit() {
        return Stream.of(
                Arguments.of("other product", Releases.packageOf("catalogue", "4.2.8", false)),
                Arguments.of("other version", Releases.packageOf("shopping-cart", "4.2.9", false)),
                Arguments.of("no way back", Releases.packageOf("shopping-cart", "4.2.8", true)));
    }

    @ParameterizedTest(name = "{0} is refused")
    @MethodSource("packagesThatDoNotFit")
    void aPackageThatTheChangeDoesNotWantIsRefused(String what, ReleasePackage unfit) {
        Release release = Releases.acknowledged();

        assertThatThrownBy(() -> release.build(unfit, by(BUILDER)))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("package");
        assertThat(release.state()).isEqualTo(ReleaseState.OPEN);
        assertThat(release.packageDigest()).isNull();
    }

    @Test
    void nothingIsPlannedOrBuiltBeforeTheReleaseManagerAcknowledged() {
        Release release = Releases.open();

        assertThatThrownBy(() -> release.plan(new Strategy("all", null, null, null), by(OWNER)))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> release.build(Releases.wanted(), by(BUILDER))).isInstanceOf(Conflict.class);
    }

    @Test
    void aReleaseThatIsCarriedOutAgainIsAcceptedAsItWas() {
        Release accepted = Releases.in(ReleaseState.CLOSED);
        ReleaseOrder order =
                new ReleaseOrder("CHG-000002", "Patch", "shopping-cart", "4.2.8", "MEDIUM", false, MANAGER);

        Release again = Release.repeating(
                RecordKind.RELEASE.number(2), order, accepted, Releases.wanted(), by("machine:schedule"));

        assertThat(again.state()).isEqualTo(ReleaseState.ACCEPTED);
        assertThat(again.repeats()).isEqualTo(accepted.number().toString());
        assertThat(again.acceptedBy()).isEqualTo(ACCEPTER);
        assertThat(again.builtBy()).isEqualTo(BUILDER);
        assertThat(again.change()).isEqualTo("CHG-000002");
        again.schedule("DEP-000002", by("machine:schedule"));
        assertThat(again.state()).isEqualTo(ReleaseState.SCHEDULED);
    }

    @Test
    void aReleaseIsNotCarriedOutAgainForWhatItsPackageIsNot() {
        Release accepted = Releases.in(ReleaseState.DEPLOYED);
        ReleaseOrder order =
                new ReleaseOrder("CHG-000002", "Patch", "shopping-cart", "4.2.9", "MEDIUM", false, MANAGER);

        assertThatThrownBy(() -> Release.repeating(
                        RecordKind.RELEASE.number(2), order, accepted, Releases.wanted(), by("machine:schedule")))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("4.2.9");
    }

    @Test
    void aReleaseIsAcceptedAgainstItsStrategy() {
        Release release = Releases.open();
        release.acknowledge(MANAGER, OWNER, BUILDER, by(MANAGER));
        release.build(Releases.wanted(), by(BUILDER));
        release.recordTest(Releases.result(release.packageDigest(), TestResult.Part.values()), by("machine:test"));

        assertThatThrownBy(() -> release.accept("well", by(ACCEPTER)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("strategy");
    }
}
