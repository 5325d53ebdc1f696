package io.throughline.change.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** What somebody asks for, and why. */
@Embeddable
public class Proposal {

    @Column(nullable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(name = "change_type", nullable = false)
    private ChangeType type;

    @Column(nullable = false)
    private String reason;

    @Column(name = "effect_of_not_doing")
    private String effectOfNotDoing;

    @Column(name = "service_number")
    private String service;

    private String product;

    @Column(name = "product_version")
    private String productVersion;

    @Column(name = "back_out_plan")
    private String backOutPlan;

    private String risk;

    @Column(name = "continuity_impact")
    private String continuityImpact;

    private String resources;

    @Column(name = "wanted_by")
    private Instant wantedBy;

    @Column(name = "incident_number")
    private String incident;

    protected Proposal() {}

    /**
     * The fields of a request for change.
     *
     * @param title short name
     * @param reason why it is needed
     * @param effectOfNotDoing what happens otherwise, or null
     * @param service number of the service concerned, or null
     * @param product what is to be installed, or null when nothing is
     * @param productVersion which version of it, or null
     * @param backOutPlan how to undo it, or null
     * @param risk what may go wrong, or null
     * @param continuityImpact what it does to plans for the continuity of the business, or null
     * @param resources effort and cost, or null
     * @param wantedBy by when it is wanted, or null
     * @param incident number of the incident that it settles, or null
     */
    public record Fields(
            String title,
            ChangeType type,
            String reason,
            String effectOfNotDoing,
            String service,
            String product,
            String productVersion,
            String backOutPlan,
            String risk,
            String continuityImpact,
            String resources,
            Instant wantedBy,
            String incident) {}

    public Proposal(Fields fields) {
        this.title = fields.title();
        this.type = fields.type();
        this.reason = fields.reason();
        this.effectOfNotDoing = fields.effectOfNotDoing();
        this.service = fields.service();
        this.product = fields.product();
        this.productVersion = fields.productVersion();
        this.backOutPlan = fields.backOutPlan();
        this.risk = fields.risk();
        this.continuityImpact = fields.continuityImpact();
        this.resources = fields.resources();
        this.wantedBy = fields.wantedBy();
        this.incident = fields.incident();
    }

    public Fields fields() {
        return new Fields(
                title,
                type,
                reason,
                effectOfNotDoing,
                service,
                product,
                productVersion,
                backOutPlan,
                risk,
                continuityImpact,
                resources,
                wantedBy,
                incident);
    }

    public ChangeType type() {
        return type;
    }
}
