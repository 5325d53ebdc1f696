package io.throughline.incident.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What an incident is about, as it was logged. */
@Embeddable
public class Origin {

    @Column(nullable = false)
    private String title;

    @Column(name = "symptom_text", nullable = false)
    private String symptom;

    @Column(name = "service_number")
    private String service;

    @Column(name = "organisation_number")
    private String organisation;

    @Column(name = "contact_number")
    private String contact;

    protected Origin() {}

    /**
     * @param title short name
     * @param symptom what is seen
     * @param service number of the service that suffers, or null
     * @param organisation number of the organisation that noticed, or null
     * @param contact number of the contact with which it began, or null
     */
    public Origin(String title, String symptom, String service, String organisation, String contact) {
        this.title = title;
        this.symptom = symptom;
        this.service = service;
        this.organisation = organisation;
        this.contact = contact;
    }

    public String title() {
        return title;
    }

    public String symptom() {
        return symptom;
    }

    public String service() {
        return service;
    }

    public String organisation() {
        return organisation;
    }

    public String contact() {
        return contact;
    }
}
