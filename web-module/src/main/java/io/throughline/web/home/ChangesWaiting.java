package io.throughline.web.home;

import static io.throughline.web.home.Waiting.COUNTED;

import io.throughline.change.domain.ChangeSearch;
import io.throughline.change.domain.ChangeSearch.Owed;
import io.throughline.change.domain.ChangeState;
import io.throughline.change.service.ChangeService;
import io.throughline.identity.domain.Right;
import io.throughline.web.home.Waiting.Line;
import io.throughline.web.page.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Changes that wait for somebody with the viewer's rights. */
@RequestScoped
public class ChangesWaiting {

    @Inject
    Viewer viewer;

    @Inject
    ChangeService changes;

    List<Waiting> forViewer() {
        List<Waiting> waiting = new ArrayList<>();
        if (viewer.may(Right.CHANGE_MANAGE)) {
            waiting.add(inState(ChangeState.RECORDED));
            waiting.add(inState(ChangeState.ACCEPTED));
        }
        if (viewer.may(Right.CHANGE_ASSESS)) {
            waiting.add(inState(ChangeState.CATEGORIZED));
        }
        if (viewer.may(Right.CHANGE_AUTHORIZE)) {
            waiting.add(inState(ChangeState.ASSESSED));
        }
        if (viewer.may(Right.CHANGE_COORDINATE)) {
            waiting.add(inState(ChangeState.AUTHORIZED));
        }
        if (viewer.may(Right.CHANGE_MANAGE)) {
            ChangeState.CARRIED_OUT.forEach(state -> waiting.add(inState(state)));
            waiting.add(inState(ChangeState.REVIEWED));
            waiting.add(owing(Owed.RETROSPECTIVE));
        }
        if (viewer.may(Right.SECOND_PERSON) || viewer.may(Right.CHANGE_AUTHORIZE)) {
            waiting.add(owing(Owed.SECONDING));
        }
        return waiting;
    }

    private Waiting inState(ChangeState state) {
        return waiting(state.name(), "state=" + state, ChangeSearch.in(state));
    }

    private Waiting owing(Owed owed) {
        return waiting(owed.name(), "owed=" + owed, ChangeSearch.owing(owed));
    }

    private Waiting waiting(String key, String filter, ChangeSearch search) {
        return Waiting.of(
                "changes." + key,
                "/change/list.xhtml?" + filter,
                changes.page(search, null, COUNTED),
                one -> new Line(one.number(), one.title(), one.state()));
    }
}
