package io.throughline.web.thread;

import io.throughline.kernel.domain.RecordNumber;
import io.throughline.thread.service.ThreadReader;
import io.throughline.thread.service.ThreadView;
import io.throughline.web.page.Show;
import io.throughline.web.page.Viewer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Objects;

/** A thread in the words of the chosen edition: the address may name another than the viewer's own. */
@Named
@RequestScoped
public class ThreadPage {

    private static final long WORTH_A_WORD = 60;

    @Inject
    ThreadReader threads;

    @Inject
    Viewer viewer;

    @Inject
    Show show;

    private String number;
    private String edition;
    private ThreadView view;

    public void load() {
        view = threads.threadOf(
                RecordNumber.parse(number), edition == null || edition.isBlank() ? viewer.getEdition() : edition);
    }

    public String length(Long seconds) {
        return seconds == null ? "" : show.duration(Duration.ofSeconds(seconds));
    }

    public boolean isLong(Long seconds) {
        return seconds != null && seconds >= WORTH_A_WORD;
    }

    public String getTotal() {
        return show.between(
                view.activities().stream()
                        .map(ThreadView.Step::startedAt)
                        .filter(Objects::nonNull)
                        .min(Comparable::compareTo)
                        .orElse(null),
                view.activities().stream()
                        .map(ThreadView.Step::endedAt)
                        .filter(Objects::nonNull)
                        .max(Comparable::compareTo)
                        .orElse(null));
    }

    public String getLost() {
        return length(view.activities().stream()
                .map(ThreadView.Step::secondsLost)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum());
    }

    public ThreadView getView() {
        return view;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getEdition() {
        return edition;
    }

    public void setEdition(String edition) {
        this.edition = edition;
    }
}
