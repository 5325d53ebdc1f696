package io.throughline.web.communication;

import io.throughline.communication.domain.CallBackState;
import io.throughline.communication.service.CallBackService;
import io.throughline.communication.service.CallBackService.Called;
import io.throughline.communication.service.CallBackView;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.ListPage;
import io.throughline.web.page.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Whom the desk has to call, and what came of it. */
@Named
@RequestScoped
public class CallBackList extends ListPage<CallBackView> {

    @Inject
    CallBackService callBacks;

    @Inject
    Attempt attempt;

    @Inject
    Inputs input;

    @Inject
    Texts texts;

    private String state = CallBackState.OPEN.name();

    @Override
    protected Page<CallBackView> read(Long from, int size) {
        return callBacks.page(given(CallBackState.class, state), null, from, size);
    }

    public String called(String number, long version) {
        return attempt.at(
                "/contact/callbacks.xhtml?faces-redirect=true",
                texts.get("callback.noted", number),
                () -> callBacks.called(RecordNumber.parse(number), version, input.as(number, Called.class)));
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }
}
