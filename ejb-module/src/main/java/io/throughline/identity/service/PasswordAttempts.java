package io.throughline.identity.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.identity.domain.Person;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.refusal.TooManyAttempts;
import io.throughline.kernel.service.Acting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;

/** Looks at a password that somebody gives, unless wrong ones came too often lately. Wrong ones are on record. */
@ApplicationScoped
class PasswordAttempts {

    static final String ANONYMOUS = "anonymous";
    private static final int LONGEST_NAME = 63;
    /** Control characters, and halves of pairs: no database holds them all. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    @Inject
    Passwords passwords;

    @Inject
    LoginBrake brake;

    @Inject
    NoteRation ration;

    @Inject
    AuditTrail trail;

    /**
     * Whether somebody who wants in gave the password of the person.
     *
     * @param person whose username it is; null for nobody's, which takes as long and is braked as well
     * @throws TooManyAttempts when wrong passwords came too often lately
     */
    boolean atTheDoor(Person person, String username, String password, String address) {
        String actor = person == null ? ANONYMOUS : person.number().toString();
        String account = person == null ? "nobody " + readable(username) : actor;
        String stored = person == null || !person.active() ? null : person.passwordHash();
        boolean right = looked(account, address, password, stored, new Refused(actor, "login.refused", username));
        if (right) {
            brake.spare(again(actor), address);
        }
        return right;
    }

    /**
     * Whether who acts gave the own password once more. What strangers try at the door does not count here, so that they
     * cannot keep somebody from signing who is logged in.
     *
     * @param refused action of the record that a wrong password leaves
     * @throws TooManyAttempts when wrong passwords came too often lately
     */
    boolean byOneself(Person person, String password, String refused) {
        String actor = person.number().toString();
        String address = Acting.required().sourceAddress();
        return looked(again(actor), address, password, person.passwordHash(), new Refused(actor, refused, null));
    }

    /** What is recorded of a wrong password. */
    private record Refused(String actor, String action, String username) {}

    private boolean looked(String account, String address, String password, String stored, Refused refused) {
        Duration pause = brake.begin(account, address);
        if (!pause.isZero()) {
            if (ration.worthNoting("held " + account, address)) {
                note("login.held", refused.actor(), refused.username(), address);
            }
            throw new TooManyAttempts(pause);
        }
        boolean right = false;
        boolean braked;
        try {
            right = passwords.matches(password, stored);
        } finally {
            braked = brake.end(account, address, right);
        }
        if (!right) {
            note(refused.action(), refused.actor(), refused.username(), address);
        }
        if (braked) {
            note("login.braked", refused.actor(), refused.username(), address);
        }
        return right;
    }

    /** Records what happens to a login, whatever becomes of the request. */
    void note(String action, String actor, String username, String address) {
        Acting.run(
                account(actor, address),
                () -> trail.noteRegardless(
                        AuditEntry.of(action).on(actor), Facts.of().personal("username", readable(username))));
    }

    static Acting.Account account(String actor, String address) {
        String requestId = Acting.current()
                .map(Acting.Account::requestId)
                .orElseGet(() -> UUID.randomUUID().toString());
        return new Acting.Account(actor, null, requestId, address, null);
    }

    private static String again(String actor) {
        return "again " + actor;
    }

    /** Nobody has a longer name, and what strangers type must fill neither memory nor trail, nor break either. */
    private static String readable(String username) {
        if (username == null) {
            return null;
        }
        String shortened = username.length() > LONGEST_NAME ? username.substring(0, LONGEST_NAME) : username;
        return UNREADABLE.matcher(shortened).replaceAll("?");
    }
}
