package io.throughline.change.domain.authorization;

import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When a change may be carried out: from the first instant on, up to but without the last. */
@Embeddable
public class Window {

    public static final Duration LONGEST = Duration.ofDays(62);

    @Column(name = "window_from", nullable = false)
    private Instant from;

    @Column(name = "window_to", nullable = false)
    private Instant to;

    protected Window() {}

    /**
     * @throws Invalid when it is empty, over already or longer than two months
     */
    public Window(Instant from, Instant to, Instant now) {
        List<Invalid.FieldError> errors = new ArrayList<>();
        if (from == null) {
            errors.add(new Invalid.FieldError("window.from", "must be a time"));
        }
        if (to == null) {
            errors.add(new Invalid.FieldError("window.to", "must be a time"));
        }
        if (errors.isEmpty() && !to.isAfter(from)) {
            errors.add(new Invalid.FieldError("window.to", "must be after its beginning"));
        }
        if (errors.isEmpty() && !to.isAfter(now)) {
            errors.add(new Invalid.FieldError("window.to", "must not be over"));
        }
        if (errors.isEmpty() && Duration.between(from, to).compareTo(LONGEST) > 0) {
            errors.add(new Invalid.FieldError("window.to", "must be at most " + LONGEST.toDays() + " days after from"));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        this.from = from;
        this.to = to;
    }

    /** The same beginning with another end. */
    Window until(Instant end, Instant now) {
        return new Window(from, end, now);
    }

    public boolean openAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(to);
    }

    public boolean overAt(Instant now) {
        return !now.isBefore(to);
    }

    public Instant from() {
        return from;
    }

    public Instant to() {
        return to;
    }

    @Override
    public String toString() {
        return from + "/" + to;
    }
}
