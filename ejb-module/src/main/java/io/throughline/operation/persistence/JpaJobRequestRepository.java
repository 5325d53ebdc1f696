package io.throughline.operation.persistence;

import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.persistence.JpaRepository;
import io.throughline.operation.domain.JobKind;
import io.throughline.operation.domain.JobRequest;
import io.throughline.operation.domain.JobRequestRepository;
import io.throughline.operation.domain.JobState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
class JpaJobRequestRepository extends JpaRepository<JobRequest> implements JobRequestRepository {

    JpaJobRequestRepository() {
        super(JobRequest.class, RecordKind.JOB);
    }

    @Override
    public List<JobRequest> waiting() {
        return list("r.state = :state", Map.of("state", JobState.REQUESTED));
    }

    @Override
    public List<JobRequest> launched() {
        return list("r.state = :state", Map.of("state", JobState.LAUNCHED));
    }

    @Override
    public Optional<JobRequest> activeOn(JobKind job, String subject) {
        return list(
                        "r.job = :job AND r.subject = :subject AND r.state IN :active",
                        Map.of("job", job, "subject", subject, "active", JobState.ACTIVE))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<JobRequest> lastOn(JobKind job, String subject) {
        return page("AND r.job = :job AND r.subject = :subject", Map.of("job", job, "subject", subject), null, 1)
                .items()
                .stream()
                .findFirst();
    }

    @Override
    public Optional<JobRequest> lastOf(String schedule) {
        return page(null, schedule, null, 1).items().stream().findFirst();
    }

    @Override
    public Page<JobRequest> page(JobKind job, String schedule, Long before, int size) {
        StringBuilder condition = new StringBuilder();
        Map<String, Object> values = new HashMap<>();
        if (job != null) {
            condition.append(" AND r.job = :job");
            values.put("job", job);
        }
        if (schedule != null) {
            condition.append(" AND r.schedule = :schedule");
            values.put("schedule", schedule);
        }
        return page(condition.toString(), values, before, size);
    }
}
