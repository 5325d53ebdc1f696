package io.throughline.change.service;

import io.throughline.change.domain.ChangeRepository;
import io.throughline.change.domain.authorization.Binding;
import io.throughline.change.domain.authorization.Objection;
import io.throughline.change.domain.authorization.Standing;
import io.throughline.kernel.domain.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Answers for every wave and every claim whether it may start: nothing changes a server without an authorization that
 * stands. Two reads by index; asks for no right, since it allows nothing that was not signed.
 */
@ApplicationScoped
@Transactional
public class AuthorizationCheck {

    @Inject
    ChangeRepository changes;

    @Inject
    Clock clock;

    /**
     * @param change number of the change
     * @param binding what would be started: the servers may be some of those that were confirmed
     * @return why nothing may start now; empty when it may
     */
    public Optional<Objection> objection(String change, Binding binding) {
        Optional<Standing> standing = changes.standing(change);
        if (standing.isEmpty()) {
            return Optional.of(new Objection("authorization-missing", change + " was never authorized."));
        }
        return standing.get().objection(binding, Times.now(clock)).or(() -> outside(change, binding.servers()));
    }

    private Optional<Objection> outside(String change, Set<String> servers) {
        Set<String> outside = new TreeSet<>(servers);
        outside.removeAll(changes.bound(change, servers));
        return outside.isEmpty()
                ? Optional.empty()
                : Optional.of(new Objection(
                        "server-outside",
                        "Not confirmed for " + change + " are the servers " + String.join(", ", outside) + "."));
    }
}
