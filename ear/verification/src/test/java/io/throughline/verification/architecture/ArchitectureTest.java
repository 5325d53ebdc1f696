package io.throughline.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the built modules against the rules, and each rule against a class that breaks it. */
class ArchitectureTest {

    private static final Path ROOT = Path.of("../..");
    private static final Path DIAGRAM = ROOT.resolve("docs/architecture.puml");

    private static final JavaClasses MODULES = new ClassFileImporter()
            .importPaths(List.of(
                    ROOT.resolve("ejb-module/target/classes"),
                    ROOT.resolve("batch-jobs/target/classes"),
                    ROOT.resolve("web-module/target/classes")));

    private static final JavaClasses VIOLATIONS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("io.throughline.verification.architecture.violation");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(ArchitectureRules.edgesAreThoseOfTheDiagram(DIAGRAM), "audit.TrailThatKnowsPeople"),
                Arguments.of(ArchitectureRules.nothingKnowsHandover(), "contact.ContactThatHandsOver"),
                Arguments.of(ArchitectureRules.payarasBatchEngineIsNeverAsked(), "batch.JobOfTheWrongEngine"),
                Arguments.of(ArchitectureRules.onlyTheEngineTouchesJBeret(), "batch.JobOfTheWrongEngine"),
                Arguments.of(ArchitectureRules.outerLayersSeeNoEntities(), "rest.ResourceWithEntity"),
                Arguments.of(ArchitectureRules.outerLayersSeeNoRepositories(), "rest.ResourceWithEntity"),
                Arguments.of(ArchitectureRules.entitiesHaveNoPublicSetters(), "contact.EntityWithSetter"),
                Arguments.of(ArchitectureRules.nobodyWritesToTheTerminal(), "contact.ContactThatHandsOver"),
                Arguments.of(ArchitectureRules.proofsNeedNothingButTheJdk(), "audit.proof.ProofThatNeedsAServer"),
                Arguments.of(ArchitectureRules.timeComesFromTheClock(), "contact.ContactThatHandsOver"),
                Arguments.of(ArchitectureRules.tokensAreGivenBehindBasicAlone(), "rest.ResourceThatAsksNobody"),
                Arguments.of(ArchitectureRules.jobsAreAskedForByServices(), "rest.ResourceThatAsksNobody"));
    }

    @Test
    void allThreeModulesAreHeldAgainstTheRules() {
        assertThat(MODULES.stream().map(found -> found.getPackageName()))
                .anyMatch(name -> name.startsWith("io.throughline.kernel"))
                .anyMatch(name -> name.startsWith("io.throughline.batch"))
                .anyMatch(name -> name.startsWith("io.throughline.rest"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theModulesFollow(ArchRule rule, String violator) {
        rule.allowEmptyShould(true).check(MODULES);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("rules")
    void aViolationIsFound(ArchRule rule, String violator) {
        assertThatThrownBy(() -> rule.check(VIOLATIONS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("violation.io.throughline." + violator);
    }
}
