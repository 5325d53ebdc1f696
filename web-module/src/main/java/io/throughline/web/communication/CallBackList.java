package io.throughline.web.communication;

import io.throughline.communication.domain.CallBackState;
import io.throughline.communication.service.CallBackService;
import io.throughline.communication.service.CallBackService.Called;
import io.throughline.communication.service.CallBackView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.Page;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.web.page.Attempt;
import io.throughline.web.page.DeedList;
import io.throughline.web.page.Inputs;
import io.throughline.web.page.Possibilities;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Whom the desk has to call, and what came of it. */
@Named
@ViewScoped
public class CallBackList extends DeedList<CallBackView> {

    private static final long serialVersionUID = 1L;
    private static final String TELL = "TELL";

    @Inject
    transient CallBackService callBacks;

    @Inject
    transient Attempt attempt;

    @Inject
    Inputs input;

    private String state = CallBackState.OPEN.name();

    public CallBackList() {
        super(TELL);
    }

    @Override
    protected Possibilities possible(CallBackView call) {
        return possible(CallBackState.table(), call.state()).need(Right.CONTACT_WORK, TELL);
    }

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
