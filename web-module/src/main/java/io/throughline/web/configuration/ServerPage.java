package io.throughline.web.configuration;

import io.throughline.configuration.domain.server.ServerState;
import io.throughline.configuration.service.ReasonCommand;
import io.throughline.configuration.service.ServerService;
import io.throughline.configuration.service.ServerView;
import io.throughline.identity.domain.Right;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.web.page.RecordPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One server: how it is reached, what is installed, whether it may be touched. */
@Named
@ViewScoped
public class ServerPage extends RecordPage {

    private static final long serialVersionUID = 1L;
    private static final String[] VERBS = {"CORRECT", "PROTECT", "UNPROTECT", "RETIRE", "REINSTATE"};

    @Inject
    transient ServerService servers;

    private transient ServerView view;

    @Override
    protected RecordKind kind() {
        return RecordKind.SERVER;
    }

    @Override
    public void load() {
        view = servers.get(record());
        opened(
                view.version(),
                possible(ServerState.TRANSITIONS, view.state())
                        .need(Right.CONFIGURATION_MAINTAIN, VERBS)
                        .hinder(view.doNotTouch() != null, "whynot.protected", "PROTECT")
                        .hinder(view.doNotTouch() == null, "whynot.unprotected", "UNPROTECT"),
                null,
                VERBS);
        ServerForm.fill(input.of("CORRECT"), view);
    }

    public String correct() {
        return tried(
                "CORRECT", (number, version) -> servers.correct(number, version, ServerForm.command(input, "CORRECT")));
    }

    public String protect() {
        return tried("PROTECT", (number, version) -> servers.protect(number, version, reason("PROTECT")));
    }

    public String unprotect() {
        return tried("UNPROTECT", (number, version) -> servers.unprotect(number, version, reason("UNPROTECT")));
    }

    public String retire() {
        return tried("RETIRE", (number, version) -> servers.retire(number, version, reason("RETIRE")));
    }

    public String reinstate() {
        return tried("REINSTATE", (number, version) -> servers.reinstate(number, version, reason("REINSTATE")));
    }

    private ReasonCommand reason(String verb) {
        return new ReasonCommand(input.text(verb, "reason"));
    }

    public ServerView getView() {
        return view;
    }
}
