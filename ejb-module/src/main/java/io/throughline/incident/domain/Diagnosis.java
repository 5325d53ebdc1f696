package io.throughline.incident.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What was found to be wrong, and what would put it right. */
@Embeddable
public class Diagnosis {

    @Column(name = "diagnosis_finding")
    private String finding;

    @Column(name = "diagnosis_cause")
    private String cause;

    @Column(name = "wanted_product")
    private String wantedProduct;

    @Column(name = "wanted_version")
    private String wantedVersion;

    protected Diagnosis() {}

    /**
     * @param finding what is wrong
     * @param cause why, as far as known; null otherwise
     * @param wantedProduct product whose version would put it right, or null
     * @param wantedVersion that version, or null
     */
    public Diagnosis(String finding, String cause, String wantedProduct, String wantedVersion) {
        this.finding = finding;
        this.cause = cause;
        this.wantedProduct = wantedProduct;
        this.wantedVersion = wantedVersion;
    }

    public String finding() {
        return finding;
    }

    public String cause() {
        return cause;
    }

    public String wantedProduct() {
        return wantedProduct;
    }

    public String wantedVersion() {
        return wantedVersion;
    }
}
