package io.throughline.web.home;

import static io.throughline.web.home.Waiting.COUNTED;

import io.throughline.identity.domain.Right;
import io.throughline.release.domain.ReleaseState;
import io.throughline.release.service.ReleaseService;
import io.throughline.web.home.Waiting.Line;
import io.throughline.web.page.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Releases that wait for somebody with the viewer's rights. */
@RequestScoped
public class ReleasesWaiting {

    @Inject
    Viewer viewer;

    @Inject
    ReleaseService releases;

    List<Waiting> forViewer() {
        List<Waiting> waiting = new ArrayList<>();
        boolean plans = viewer.may(Right.RELEASE_PLAN);
        boolean builds = viewer.may(Right.RELEASE_BUILD);
        if (viewer.may(Right.RELEASE_MANAGE) || plans || builds) {
            waiting.add(inState(ReleaseState.OPEN));
        }
        if (builds) {
            waiting.add(inState(ReleaseState.BUILT));
        }
        if (viewer.may(Right.RELEASE_ACCEPT)) {
            waiting.add(inState(ReleaseState.TESTED));
        }
        if (plans) {
            waiting.add(inState(ReleaseState.ACCEPTED));
        }
        return waiting;
    }

    private Waiting inState(ReleaseState state) {
        return Waiting.of(
                "releases." + state,
                "/release/list.xhtml?state=" + state,
                releases.page(state, null, null, COUNTED),
                one -> new Line(one.number(), one.title(), one.state()));
    }
}
