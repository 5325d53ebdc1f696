package io.throughline.change.domain.template;

import io.throughline.change.domain.ChangeType;
import io.throughline.change.domain.Proposal;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordKind;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of a kind that is done again and again at low risk. A change authority signs the template once; each run
 * makes a change of its own, authorized under that signature, with a window that begins when it is made.
 */
@Entity
@Table(name = "change_template")
public class ChangeTemplate extends AuditedRoot {

    public static final int LONGEST_WINDOW_MINUTES = 7 * 24 * 60;

    @Enumerated(EnumType.STRING)
    @Column(name = "template_state", nullable = false)
    private TemplateState state;

    @Column(name = "template_name", nullable = false, unique = true, updatable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String title;

    @Column(nullable = false, updatable = false)
    private String reason;

    @Column(name = "service_number", nullable = false, updatable = false)
    private String service;

    @Column(updatable = false)
    private String product;

    @Column(name = "product_version", updatable = false)
    private String productVersion;

    @Column(name = "package_sha256", updatable = false)
    private String packageSha256;

    @Column(name = "back_out_plan", updatable = false)
    private String backOutPlan;

    @Column(name = "window_minutes", nullable = false, updatable = false)
    private int windowMinutes;

    @Column(name = "canary_servers", nullable = false, updatable = false)
    private int canary;

    @Column(name = "wave_percent", nullable = false, updatable = false)
    private int wavePercent;

    @Column(name = "parallel_hosts", nullable = false, updatable = false)
    private int parallel;

    @Column(name = "soak_seconds", nullable = false, updatable = false)
    private int soakSeconds;

    @Column(name = "max_failures", nullable = false, updatable = false)
    private int maxFailures;

    @Column(nullable = false, updatable = false)
    private String author;

    private String authority;

    @Column(name = "signed_at")
    private Instant signedAt;

    protected ChangeTemplate() {}

    /**
     * What every change of this kind has in common.
     *
     * @param service number of the service; all servers that provide it when a change is made are its targets
     * @param packageSha256 digest of the package that each run deploys, or null
     * @param windowMinutes how long the window of each change is
     * @param rollout in which steps each change reaches its servers
     */
    public record Content(
            String name,
            String title,
            String reason,
            String service,
            String product,
            String version,
            String packageSha256,
            String backOutPlan,
            int windowMinutes,
            RolloutShape rollout) {}

    public ChangeTemplate(RecordNumber number, Content content, String author, Deed deed) {
        super(number);
        check(content);
        this.name = content.name();
        this.title = content.title();
        this.reason = content.reason();
        this.service = content.service();
        this.product = content.product();
        this.productVersion = content.version();
        this.packageSha256 = content.packageSha256();
        this.backOutPlan = content.backOutPlan();
        this.windowMinutes = content.windowMinutes();
        this.canary = content.rollout().canary();
        this.wavePercent = content.rollout().wavePercent();
        this.parallel = content.rollout().parallel();
        this.soakSeconds = content.rollout().soakSeconds();
        this.maxFailures = content.rollout().maxFailures();
        this.author = author;
        this.state = TemplateState.DRAFT;
        changed(TemplateVerb.DRAW_UP, null, state, deed);
    }

    private static void check(Content content) {
        List<Invalid.FieldError> errors = new ArrayList<>();
        if (content.windowMinutes() < 1 || content.windowMinutes() > LONGEST_WINDOW_MINUTES) {
            errors.add(new Invalid.FieldError("windowMinutes", "must be from 1 to " + LONGEST_WINDOW_MINUTES));
        }
        if (content.packageSha256() != null && content.product() == null) {
            errors.add(new Invalid.FieldError("product", "must be given with a package"));
        }
        content.rollout().check(errors);
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CHANGE_TEMPLATE;
    }

    @Override
    public Facts facts() {
        return Facts.of()
                .put("state", state)
                .put("name", name)
                .put("title", title)
                .put("reason", reason)
                .put("service", service)
                .put("product", product)
                .put("version", productVersion)
                .put("packageSha256", packageSha256)
                .put("backOutPlan", backOutPlan)
                .put("windowMinutes", windowMinutes)
                .put("rollout", rollout().toString())
                .put("author", author)
                .put("authority", authority)
                .put("signedAt", signedAt);
    }

    /**
     * @param person number of the person who signs; never the author
     */
    public void authorize(String person, Deed deed) {
        if (person.equals(author)) {
            throw Forbidden.fourEyes(number(), "author", TemplateVerb.AUTHORIZE.name());
        }
        move(TemplateVerb.AUTHORIZE, deed);
        this.authority = person;
        this.signedAt = deed.at();
    }

    public void withdraw(Deed deed) {
        move(TemplateVerb.WITHDRAW, deed);
    }

    /** Notes that a change is made of it now. */
    public void makeChange(Deed deed) {
        move(TemplateVerb.MAKE_CHANGE, deed);
    }

    /** What every change of this kind asks for. */
    public Proposal proposal() {
        return new Proposal(new Proposal.Fields(
                title,
                ChangeType.STANDARD,
                reason,
                null,
                service,
                product,
                productVersion,
                backOutPlan,
                null,
                null,
                null,
                null,
                null));
    }

    private void move(TemplateVerb verb, Deed deed) {
        TemplateState before = state;
        this.state = TemplateState.transitions().after(number(), before, verb);
        changed(verb, before, state, deed);
    }

    public TemplateState state() {
        return state;
    }

    public Content content() {
        return new Content(
                name,
                title,
                reason,
                service,
                product,
                productVersion,
                packageSha256,
                backOutPlan,
                windowMinutes,
                rollout());
    }

    public RolloutShape rollout() {
        return new RolloutShape(canary, wavePercent, parallel, soakSeconds, maxFailures);
    }

    public Duration window() {
        return Duration.ofMinutes(windowMinutes);
    }

    /** Number of the person who drew it up. */
    public String author() {
        return author;
    }

    /** Number of the person who signed; null until somebody did. */
    public String authority() {
        return authority;
    }

    public Instant signedAt() {
        return signedAt;
    }
}
