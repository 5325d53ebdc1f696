package io.throughline.audit.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.kernel.CompiledClasses;
import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import jakarta.persistence.Entity;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is stored is a record, a part of one, or known here to be neither: a new entity has to choose. */
class EveryEntityTest {

    /** The trail itself, and what stands beside it. */
    private static final Set<String> OF_THE_TRAIL =
            Set.of("AuditLeaf", "AuditRecord", "PersonalValue", "RepeatableRequest", "StateChange", "UnsealedRecord");

    /** Evidence that a record's audit record speaks of, and what a node notes of itself. */
    private static final Set<String> OF_A_DEED = Set.of(
            "ApiToken",
            "AuthorizationLink",
            "AuthorizedProduct",
            "DiagnosedServer",
            "DiagnosisAnswer",
            "FrontDoorSample",
            "Node",
            "ScheduleRun",
            "ServerReservation",
            "ThreadMember");

    @Test
    void isARecordOrPartOfOneOrKnownToBeNeither() {
        Set<String> others = CompiledClasses.besides(AuditedRoot.class)
                .filter(type -> type.isAnnotationPresent(Entity.class) && !Modifier.isAbstract(type.getModifiers()))
                .filter(type -> !AuditedRoot.class.isAssignableFrom(type))
                .filter(type -> !AuditedPart.class.isAssignableFrom(type))
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = new TreeSet<>(OF_THE_TRAIL);
        known.addAll(OF_A_DEED);
        assertThat(others).isEqualTo(known);
    }
}
