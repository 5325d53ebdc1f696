package io.throughline.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.throughline.identity.service.LoginService;
import io.throughline.operation.service.JobRequests;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** The rules of the architecture, each with its reason. */
final class ArchitectureRules {

    private static final String[] OUTER = {
        "..io.throughline.rest..", "..io.throughline.web..", "..io.throughline.batch.."
    };

    private ArchitectureRules() {}

    static ArchRule edgesAreThoseOfTheDiagram(Path diagram) {
        return classes()
                .should(adhereToPlantUmlDiagram(diagram, consideringOnlyDependenciesInDiagram()))
                .because("a process may know the ones before it in the thread and no other: docs/architecture.puml is"
                        + " the whole list, audit knows the kernel alone, the kernel nothing, and nobody handover");
    }

    static ArchRule nothingKnowsHandover() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..io.throughline.handover..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..io.throughline.handover..")
                .because("handovers answer events of a process; a process that called them would know its successors");
    }

    static ArchRule payarasBatchEngineIsNeverAsked() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.batch.runtime.BatchRuntime")
                .because("it hands out Payara's own engine, whose jobs nobody resumes; inject JobOperator");
    }

    static ArchRule onlyTheEngineTouchesJBeret() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("..io.throughline.batch.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jberet..")
                .because("jobs are written against Jakarta Batch; what is JBeret's own is in one package");
    }

    static ArchRule outerLayersSeeNoEntities() {
        return noClasses()
                .that()
                .resideInAnyPackage(OUTER)
                .should()
                .dependOnClassesThat(annotatedWith(Entity.class).or(annotatedWith(MappedSuperclass.class)))
                .because("portal, API and jobs talk to services and get views; an entity outside its transaction lies");
    }

    static ArchRule outerLayersSeeNoRepositories() {
        DescribedPredicate<JavaClass> ownPersistence = resideInAPackage("..io.throughline..persistence..")
                .and(not(resideInAPackage("..io.throughline.kernel..")));
        DescribedPredicate<JavaClass> repository =
                resideInAPackage("..io.throughline..").and(simpleNameEndingWith("Repository"));
        return noClasses()
                .that()
                .resideInAnyPackage(OUTER)
                .should()
                .dependOnClassesThat(repository.or(ownPersistence))
                .because("rights, state machines and audit are in the services; a repository passes all three by");
    }

    static ArchRule entitiesHaveNoPublicSetters() {
        return methods()
                .that()
                .areDeclaredInClassesThat(annotatedWith(Entity.class)
                        .or(annotatedWith(MappedSuperclass.class))
                        .or(annotatedWith(Embeddable.class)))
                .and()
                .haveNameMatching("set[A-Z].*")
                .should()
                .notBePublic()
                .because("an entity changes by verbs that check its state and leave a record");
    }

    static ArchRule nobodyWritesToTheTerminal() {
        return noClasses()
                .that(not(resideInAPackage("..io.throughline.audit.verifier..")))
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("a server has a log; only the programs of the command line speak to a terminal");
    }

    static ArchRule proofsNeedNothingButTheJdk() {
        return noClasses()
                .that()
                .resideInAnyPackage("..io.throughline.audit.proof..", "..io.throughline.audit.verifier..")
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "java..", "io.throughline.audit.proof..", "io.throughline.audit.verifier..")))
                .because("a stranger checks the trail offline, with a JDK and one small jar");
    }

    static ArchRule timeComesFromTheClock() {
        return noClasses()
                .that(not(resideInAnyPackage("..io.throughline.batch.connector..")))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("business time is UTC from one injected clock, so that tests and rehearsals can set it");
    }

    static ArchRule tokensAreGivenBehindBasicAlone() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.throughline.rest.identity.TokenResource")
                .should()
                .callMethod(LoginService.class, "issueToken", LoginService.Login.class)
                .because("a token stands for a password that was given just now; whoever else made one could make"
                        + " logins that never end");
    }

    static ArchRule jobsAreAskedForByServices() {
        return noClasses()
                .that()
                .resideInAnyPackage(OUTER)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JobRequests.class)
                .because("JobRequests leaves the check of the right to its caller, and that is a service");
    }
}
