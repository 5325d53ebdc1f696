package io.throughline.change.domain.authorization;

import io.throughline.change.domain.ChangeRequest;
import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import io.throughline.kernel.domain.Deed;
import io.throughline.kernel.domain.Sha256;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Invalid;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A change authority's signature under an envelope. Nothing changes a server without one that stands; the confirmation
 * binds inside it exactly what is carried out. Part of its change, and changed only by the change's verbs.
 */
@Entity
@Table(name = "change_authorization")
public class Authorization implements AuditedPart {

    @Id
    @SequenceGenerator(
            name = "change_authorization_seq",
            sequenceName = "change_authorization_seq",
            allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "change_authorization_seq")
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "change_id", updatable = false)
    private ChangeRequest change;

    /** Number of the change while this is its newest authorization, else null: at most one is. */
    @Column(name = "current_for", unique = true)
    private String currentFor;

    @Enumerated(EnumType.STRING)
    @Column(name = "authorization_state", nullable = false)
    private AuthorizationState state;

    @Column(nullable = false, updatable = false)
    private String authority;

    @Column(name = "signed_at", nullable = false, updatable = false)
    private Instant signedAt;

    @Column(name = "envelope_digest", nullable = false, updatable = false)
    private String envelopeDigest;

    @Column(updatable = false)
    private String product;

    @Column(name = "product_version", updatable = false)
    private String productVersion;

    @Column(name = "envelope_sha256", updatable = false)
    private String envelopeSha256;

    @Embedded
    private Window window;

    @Embedded
    private BreakGlass breakGlass;

    @Column(name = "deployment_number")
    private String deployment;

    @Column(name = "package_sha256")
    private String packageSha256;

    @Column(name = "plan_digest")
    private String planDigest;

    @Column(name = "confirmed_by")
    private String confirmedBy;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    @OneToMany(mappedBy = "authorization", cascade = CascadeType.PERSIST)
    @OrderBy("server")
    private List<AuthorizedServer> servers = new ArrayList<>();

    protected Authorization() {}

    /**
     * @param authority number of the person who signs
     * @param breakGlass how it came to be signed by one person alone; null when four eyes saw it
     */
    public Authorization(
            ChangeRequest change, String authority, Envelope envelope, BreakGlass breakGlass, Instant signedAt) {
        this.change = change;
        this.currentFor = change.number().toString();
        this.state = AuthorizationState.LIVE;
        this.authority = authority;
        this.signedAt = signedAt;
        this.product = envelope.product();
        this.productVersion = envelope.version();
        this.envelopeSha256 = envelope.packageSha256();
        this.window = envelope.window();
        this.breakGlass = breakGlass;
        this.envelopeDigest = Sha256.of(envelope.text(currentFor, authority));
        envelope.members().forEach(member -> servers.add(new AuthorizedServer(this, member, authority, signedAt)));
    }

    @Override
    public AuditedRoot auditedRoot() {
        return change;
    }

    /**
     * Binds exactly this, inside the envelope.
     *
     * @throws Invalid naming what lies outside the envelope
     * @throws Conflict when the window is over
     */
    public void confirm(Binding binding, Deed deed) {
        requireInside(binding);
        move(AuthorizationVerb.CONFIRM, deed.at());
        this.deployment = binding.deployment();
        this.packageSha256 = binding.packageSha256();
        this.planDigest = binding.planDigest();
        this.confirmedBy = deed.actor();
        this.confirmedAt = deed.at();
        servers.forEach(one -> one.bind(binding.servers().contains(one.server())));
    }

    private void requireInside(Binding binding) {
        List<Invalid.FieldError> errors = new ArrayList<>();
        Set<String> outside = new TreeSet<>(binding.servers());
        outside.removeAll(serverNumbers());
        if (!outside.isEmpty()) {
            errors.add(new Invalid.FieldError(
                    "servers", "must be authorized; these are not: " + String.join(", ", outside)));
        }
        if (binding.servers().isEmpty()) {
            errors.add(new Invalid.FieldError("servers", "must not be empty"));
        }
        if (binding.product() != null && !binding.product().equals(product)) {
            errors.add(new Invalid.FieldError("product", "must be " + product + ", as authorized"));
        }
        if (binding.version() != null && !binding.version().equals(productVersion)) {
            errors.add(new Invalid.FieldError("version", "must be " + productVersion + ", as authorized"));
        }
        if (envelopeSha256 != null && !binding.packageSha256().equals(envelopeSha256)) {
            errors.add(new Invalid.FieldError(
                    "packageSha256",
                    "must be %s, as authorized; it is %s".formatted(envelopeSha256, binding.packageSha256())));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    /** Takes servers into the envelope; those that are in it already stay as they are. */
    public void add(Collection<Envelope.Member> members, Deed deed) {
        move(AuthorizationVerb.ADD_SERVERS, deed.at());
        Set<String> known = serverNumbers();
        members.stream()
                .filter(member -> !known.contains(member.server()))
                .forEach(member -> servers.add(new AuthorizedServer(this, member, deed.actor(), deed.at())));
    }

    /**
     * @throws Conflict when it was not signed by one person alone, or is seconded already
     */
    public void second(Deed deed) {
        if (breakGlass().isEmpty() || breakGlass.seconded()) {
            throw new Conflict(
                    "nothing-to-second",
                    "The authorization of " + change.number() + " waits for no second person.",
                    Map.of("record", change.number().toString()));
        }
        move(AuthorizationVerb.SECOND, deed.at());
        breakGlass.second(deed);
    }

    public void extend(Instant end, Deed deed) {
        AuthorizationState before = stateAt(deed.at());
        AuthorizationState.transitions().require(change.number(), before, AuthorizationVerb.EXTEND);
        this.window = window.until(end, deed.at());
    }

    public void withdraw(Deed deed) {
        move(AuthorizationVerb.WITHDRAW, deed.at());
    }

    /** The change ended, or is authorized anew. */
    public void makeVoid(Deed deed) {
        if (stateAt(deed.at()) != AuthorizationState.VOID) {
            move(AuthorizationVerb.MAKE_VOID, deed.at());
        }
    }

    /** Another authorization follows: this one is no longer the change's current one. */
    public void giveWay(Deed deed) {
        makeVoid(deed);
        this.currentFor = null;
    }

    public void record(Map<String, ServerResult> results) {
        for (AuthorizedServer one : servers) {
            Optional.ofNullable(results.get(one.server())).ifPresent(one::result);
        }
    }

    private void move(AuthorizationVerb verb, Instant now) {
        AuthorizationState before = stateAt(now);
        AuthorizationState after = AuthorizationState.transitions().after(change.number(), before, verb);
        if (after != before) {
            this.state = after;
        }
    }

    /** The state at that moment: one that stood expires with its window, without anybody's doing. */
    public AuthorizationState stateAt(Instant now) {
        return state.stands() && window.overAt(now) ? AuthorizationState.EXPIRED : state;
    }

    public Standing standing() {
        return new Standing(
                state,
                window,
                deployment,
                packageSha256,
                planDigest,
                breakGlass == null ? null : breakGlass.secondDue(),
                breakGlass != null && breakGlass.seconded());
    }

    public Set<String> serverNumbers() {
        return servers.stream().map(AuthorizedServer::server).collect(Collectors.toCollection(HashSet::new));
    }

    public List<AuthorizedServer> servers() {
        return List.copyOf(servers);
    }

    /** Number of the person who signed. */
    public String authority() {
        return authority;
    }

    public Instant signedAt() {
        return signedAt;
    }

    /** SHA-256 of the text that was signed. */
    public String envelopeDigest() {
        return envelopeDigest;
    }

    public String product() {
        return product;
    }

    public String productVersion() {
        return productVersion;
    }

    /** Digest of the one package that was authorized; null when any of the product's version may be confirmed. */
    public String authorizedSha256() {
        return envelopeSha256;
    }

    public Window window() {
        return window;
    }

    /** Empty when four eyes saw it before it was signed. */
    public Optional<BreakGlass> breakGlass() {
        return Optional.ofNullable(breakGlass).filter(glass -> glass.reason() != null);
    }

    /** Who confirmed; null until somebody did. */
    public String confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }
}
