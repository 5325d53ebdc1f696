package io.throughline.operation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.JobRequestRepository;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two requests for one job on one subject. */
class SoleWorkerTest {

    private static final JobKind AUDIT = JobKind.CONFIGURATION_AUDIT;

    @Test
    void isWrittenWhenNothingElseWorksOnTheSame() {
        assertThat(write(null, () -> "written")).isEqualTo("written");
    }

    @Test
    void theSecondIsRefusedNamingTheFirst() {
        JobRequest active = new JobRequest(
                RecordKind.JOB.number(1),
                AUDIT,
                Map.of("service", "SVC-000001"),
                null,
                null,
                new Deed("PER-000001", Instant.parse("2026-03-01T10:00:00Z"), null));

        assertThatThrownBy(() -> write(active, () -> "written")).isInstanceOfSatisfying(Conflict.class, refusal -> {
            assertThat(refusal.key()).isEqualTo("job-active");
            assertThat(refusal.facts()).containsEntry("job", "JOB-000001");
        });
    }

    @Test
    void theSlowerOfTwoInOneMomentIsRefusedLikewise() {
        assertThatThrownBy(() -> write(null, failing("23505")))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.key()).isEqualTo("job-active"));
    }

    @Test
    void whateverElseFailsStaysWhatItIs() {
        assertThatThrownBy(() -> write(null, failing("40001"))).isInstanceOf(PersistenceException.class);
    }

    private static Supplier<String> failing(String sqlState) {
        return () -> {
            throw new PersistenceException(new IllegalStateException(new SQLException("refused", sqlState)));
        };
    }

    private static String write(JobRequest active, Supplier<String> write) {
        JobRequestRepository jobs = (JobRequestRepository) Proxy.newProxyInstance(
                JobRequestRepository.class.getClassLoader(),
                new Class<?>[] {JobRequestRepository.class},
                (self, called, args) -> Optional.ofNullable(active));
        return SoleWorker.write(jobs, AUDIT, "SVC-000001", write);
    }
}
