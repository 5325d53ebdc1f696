package io.throughline.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.change.domain.ChangeState;
import io.throughline.change.service.ChangeService;
import io.throughline.change.service.ChangeView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.web.change.ChangePage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a page says to somebody who has the right, and whom four eyes exclude. */
class FourEyesOnPagesTest {

    @Test
    void whoCarriedAChangeOutByHandIsToldWhyAnotherPersonReviewsIt() {
        assertThat(reviewOf(List.of(Backstage.NOBODY)).getObstacles())
                .filteredOn(obstacle -> obstacle.verb().equals("REVIEW"))
                .singleElement()
                .satisfies(obstacle -> assertThat(obstacle.why()).startsWith("Four eyes: you are who carried it out"));
        assertThat(reviewOf(List.of("PER-000001")).getObstacles())
                .extracting(RecordPage.Obstacle::verb)
                .doesNotContain("REVIEW");
    }

    private static Backstage.Seen reviewOf(List<String> implementers) {
        ChangeView view = Records.with(
                ChangeView.class,
                Map.of(
                        "state",
                        ChangeState.IMPLEMENTED,
                        "allowed",
                        ChangeState.transitions().allowed(ChangeState.IMPLEMENTED),
                        "implementers",
                        implementers));
        return Backstage.opened(new ChangePage(), "CHG-000001", Set.of(Right.CHANGE_MANAGE), new ChangeService() {
            @Override
            public ChangeView get(RecordNumber number) {
                return view;
            }
        });
    }
}
