package io.throughline.web.home;

import static io.throughline.web.home.Waiting.COUNTED;

import io.throughline.communication.domain.CallBackState;
import io.throughline.communication.domain.MessageState;
import io.throughline.communication.service.CallBackService;
import io.throughline.communication.service.MessageService;
import io.throughline.contact.domain.ContactState;
import io.throughline.contact.service.ContactService;
import io.throughline.identity.domain.Right;
import io.throughline.web.home.Waiting.Line;
import io.throughline.web.page.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** What waits for the viewer, by the viewer's rights, in the order of the thread. */
@Named
@RequestScoped
public class Home {

    @Inject
    Viewer viewer;

    @Inject
    ContactService contacts;

    @Inject
    CallBackService callBacks;

    @Inject
    MessageService messages;

    @Inject
    IncidentsWaiting incidents;

    @Inject
    ChangesWaiting changes;

    @Inject
    ReleasesWaiting releases;

    @Inject
    DeploymentsWaiting deployments;

    private final List<Waiting> waiting = new ArrayList<>();

    /** A one-time password only serves to choose another: who has one is led there. */
    public String load() {
        if (viewer.getPerson().passwordExpired()) {
            return "/settings.xhtml?faces-redirect=true";
        }
        if (viewer.may(Right.CONTACT_WORK)) {
            desk();
        }
        waiting.addAll(incidents.forViewer());
        waiting.addAll(changes.forViewer());
        waiting.addAll(releases.forViewer());
        waiting.addAll(deployments.forViewer());
        if (viewer.may(Right.CONTACT_WORK) || viewer.may(Right.JOB_OPERATE)) {
            for (MessageState state : MessageState.FOR_A_PERSON) {
                waiting.add(Waiting.of(
                        "messages." + state,
                        "/communication/outbox.xhtml?state=" + state,
                        messages.page(state, null, null, COUNTED),
                        one -> new Line(one.number(), one.subject(), one.state())));
            }
        }
        return null;
    }

    private void desk() {
        for (ContactState state : ContactState.WAITING_FOR_DESK) {
            waiting.add(Waiting.of(
                    "contacts." + state,
                    "/contact/list.xhtml?state=" + state,
                    contacts.page(state, null, null, COUNTED),
                    one -> new Line(one.number(), one.callerName(), one.state())));
        }
        for (CallBackState state : List.of(CallBackState.OPEN, CallBackState.NO_ANSWER)) {
            waiting.add(Waiting.of(
                    "callbacks." + state,
                    "/contact/callbacks.xhtml?state=" + state,
                    callBacks.page(state, null, null, COUNTED),
                    one -> new Line(one.number(), one.name(), one.state())));
        }
    }

    /** Of what nothing waits. */
    public List<Waiting> getAbsent() {
        return waiting.stream().filter(Waiting::isNone).toList();
    }

    /** Of what something waits. */
    public List<Waiting> getPresent() {
        return waiting.stream().filter(one -> !one.isNone()).toList();
    }
}
