package io.throughline.change.domain.authorization;

import io.throughline.kernel.domain.Deed;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That an emergency was authorized by one person alone, and who seconded it. */
@Embeddable
public class BreakGlass {

    @Column(name = "break_glass_reason")
    private String reason;

    @Column(name = "second_due")
    private Instant secondDue;

    @Column(name = "seconded_by")
    private String secondedBy;

    @Column(name = "seconded_at")
    private Instant secondedAt;

    protected BreakGlass() {}

    /**
     * @param reason why no second person could be waited for
     * @param secondDue until when one must second it
     */
    public BreakGlass(String reason, Instant secondDue) {
        this.reason = reason;
        this.secondDue = secondDue;
    }

    void second(Deed deed) {
        this.secondedBy = deed.actor();
        this.secondedAt = deed.at();
    }

    public String reason() {
        return reason;
    }

    public Instant secondDue() {
        return secondDue;
    }

    /** Null until somebody did. */
    public String secondedBy() {
        return secondedBy;
    }

    public Instant secondedAt() {
        return secondedAt;
    }

    public boolean seconded() {
        return secondedBy != null;
    }
}
