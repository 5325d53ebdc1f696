package io.throughline.incident.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** How an incident was settled and, on closing, what it came down to. */
@Embeddable
public class Resolution {

    /** Counts the resolutions, so that callers are told once of each. */
    @Column(name = "resolution_round", nullable = false)
    private int round;

    @Column(name = "resolution_text")
    private String text;

    @Column(name = "resolution_code")
    private String code;

    @Column(name = "cause_code")
    private String causeCode;

    @Column(name = "effort_minutes")
    private Integer effortMinutes;

    protected Resolution() {}

    static Resolution none() {
        return new Resolution();
    }

    void found(String how, String resolutionCode) {
        this.round++;
        this.text = how;
        this.code = resolutionCode;
    }

    void summarise(String resolutionCode, String cause, int minutes) {
        this.code = resolutionCode;
        this.causeCode = cause;
        this.effortMinutes = minutes;
    }

    public int round() {
        return round;
    }

    public String text() {
        return text;
    }

    public String code() {
        return code;
    }

    public String causeCode() {
        return causeCode;
    }

    public Integer effortMinutes() {
        return effortMinutes;
    }
}
