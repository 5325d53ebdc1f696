package io.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.identity.domain.Right;
import io.throughline.operation.service.JobView;
import io.throughline.web.batch.Jobs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The row of a stopped job while another one does the same. */
class BusyJobsTest {

    @Test
    void saysThatAnotherJobWorksOnTheSame() {
        JobView stopped = Records.with(JobView.class, Map.of("state", "STOPPED", "allowed", List.of()));

        assertThat(Backstage.listed(new Jobs(), stopped, Set.of(Right.JOB_OPERATE))
                        .getObstacles())
                .contains(new RecordPage.Obstacle("RESTART", "Another job works on the same."));
    }
}
