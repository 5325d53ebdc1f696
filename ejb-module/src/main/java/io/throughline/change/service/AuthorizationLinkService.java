package io.throughline.change.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.audit.service.RefusalRecorder;
import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.ChangeRequest;
import io.throughline.change.domain.ChangeState;
import io.throughline.change.domain.ChangeVerb;
import io.throughline.change.domain.authorization.FourEyes;
import io.throughline.change.domain.authorization.Window;
import io.throughline.change.domain.link.AuthorizationLink;
import io.throughline.change.domain.link.AuthorizationLinkRepository;
import io.throughline.identity.domain.Right;
import io.throughline.identity.service.Authority;
import io.throughline.identity.service.LoginService;
import io.throughline.identity.service.PersonView;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.RecordNumber;
import io.throughline.kernel.domain.refusal.Conflict;
import io.throughline.kernel.domain.refusal.Forbidden;
import io.throughline.kernel.domain.refusal.NotFound;
import io.throughline.kernel.service.Acting;
import io.throughline.kernel.service.Commands;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Calls an authority to an emergency by a link that a phone can open. The link shows the change to its one person; to
 * sign, that person logs in again.
 */
@Stateless
@Interceptors(RefusalRecorder.class)
public class AuthorizationLinkService {

    /** Where the portal shows the page; the token follows. */
    public static final String PAGE = "/change/authorize.xhtml?token=";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ChangeRepository changes;

    @Inject
    AuthorizationLinkRepository links;

    @Inject
    ChangeFile file;

    @Inject
    ChangeSettings settings;

    @Inject
    Signing signing;

    @Inject
    LoginService logins;

    @Inject
    Authority authority;

    @Inject
    AuditTrail trail;

    @Inject
    Commands commands;

    /**
     * A link that was made. It is told once; we keep only its digest.
     *
     * @param link path and token, relative to where the portal is
     */
    public record Called(String change, String person, String link, Instant expiresAt) {}

    /**
     * What the page shows before anybody logs in.
     *
     * @param windowFrom beginning of the proposed window; null for the moment of signing
     */
    public record Summons(
            String change,
            String title,
            String reason,
            String effectOfNotDoing,
            String product,
            String productVersion,
            int servers,
            String backOutPlan,
            String person,
            Instant windowFrom,
            Instant windowTo,
            Instant expiresAt) {}

    /** Makes a link for one authority and has it sent to that person. */
    public Called call(RecordNumber number, ChangeCommands.CallAuthority command) {
        authority.requireAny(Right.CHANGE_MANAGE, Right.CHANGE_COORDINATE, Right.CHANGE_REQUEST);
        commands.valid(command);
        ChangeRequest change = changes.require(number);
        String person = file.requirePerson("person", command.person(), Right.CHANGE_AUTHORIZE);
        ChangeState.transitions().require(number, change.state(), ChangeVerb.AUTHORIZE);
        FourEyes.require(change, ChangeVerb.AUTHORIZE, person);
        Instant now = file.now();
        Instant from = command.window() == null ? null : command.window().from();
        Window window = new Window(
                from == null ? now : from,
                command.window() == null
                        ? now.plus(settings.emergencyWindow())
                        : command.window().to(),
                now);
        String token = token();
        Instant expires = now.plus(settings.linkLife());
        links.store(new AuthorizationLink(token, number.toString(), person, from, window.to(), expires));
        trail.note(
                AuditEntry.of("change.callAuthority").on(number),
                null,
                Facts.of().put("person", person).put("expiresAt", expires));
        file.tell(
                change,
                person,
                "change-authorization-link",
                "link " + AuthorizationLink.digestOf(token).substring(0, 16),
                Map.of("link", PAGE + token, "expiresAt", expires.toString()));
        return new Called(number.toString(), person, PAGE + token, expires);
    }

    /**
     * What the link is about; nobody needs to be logged in.
     *
     * @throws NotFound when there is no such link
     * @throws Conflict when it was used or is too old
     */
    public Summons open(String token) {
        AuthorizationLink link = require(token);
        link.requireUsable(file.now());
        ChangeRequest change = changes.require(RecordNumber.parse(link.change()));
        var asked = change.proposal().fields();
        return new Summons(
                link.change(),
                asked.title(),
                asked.reason(),
                asked.effectOfNotDoing(),
                asked.product(),
                asked.productVersion(),
                change.targets().size(),
                asked.backOutPlan(),
                link.person(),
                link.windowFrom(),
                link.windowTo(),
                link.expiresAt());
    }

    /**
     * Signs: the person of the link logs in again.
     *
     * @param sourceAddress where the request came from, or null
     * @throws Conflict {@code signature-refused} when the login is wrong or that of somebody else
     */
    public ChangeView authorize(String token, String username, String password, String sourceAddress) {
        AuthorizationLink link = require(token);
        Instant now = file.now();
        link.use(now);
        PersonView known = logins.logIn(username, password, sourceAddress)
                .map(LoginService.Login::person)
                .filter(who -> who.number().equals(link.person()))
                .orElseThrow(() -> new Conflict(
                        "signature-refused", "This is not the login of whom the link is for; nothing was signed."));
        if (known.passwordExpired()) {
            throw Forbidden.passwordChangeRequired();
        }
        String person = known.number();
        Window window = new Window(link.windowFrom() == null ? now : link.windowFrom(), link.windowTo(), now);
        AtomicReference<ChangeView> signed = new AtomicReference<>();
        Acting.run(Acting.Account.person(person, requestId(), sourceAddress), () -> {
            authority.require(Right.CHANGE_AUTHORIZE);
            ChangeRequest change = changes.require(RecordNumber.parse(link.change()));
            signed.set(signing.authorize(change, person, window, null));
        });
        return signed.get();
    }

    private AuthorizationLink require(String token) {
        return links.byToken(token == null ? "" : token).orElseThrow(() -> new NotFound("link", "of this kind"));
    }

    private static String requestId() {
        return Acting.current()
                .map(Acting.Account::requestId)
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    private static String token() {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
