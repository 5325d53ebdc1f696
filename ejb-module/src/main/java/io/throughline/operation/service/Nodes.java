package io.throughline.operation.service;

import io.throughline.audit.service.AuditEntry;
import io.throughline.audit.service.AuditTrail;
import io.throughline.kernel.domain.Facts;
import io.throughline.kernel.domain.Times;
import io.throughline.kernel.persistence.Database;
import io.throughline.operation.domain.Node;
import io.throughline.operation.domain.NodeRepository;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** The nodes' rows, each call in a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Nodes {

    @Inject
    NodeRepository nodes;

    @Inject
    AuditTrail trail;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /**
     * Adds a boot. What an earlier boot of the same node left is dead: the data folder is held by one process at a time,
     * and so is an embedded database.
     */
    public void register(String incarnation, String name) {
        nodes.living().stream()
                .filter(other -> database.isDerby() || other.name().equals(name))
                .forEach(other -> bury(other.incarnation(), "a later boot holds its place"));
        nodes.add(new Node(incarnation, name, Times.now(clock)));
        trail.note(
                AuditEntry.of("node.start"),
                null,
                Facts.of().put("incarnation", incarnation).put("name", name));
    }

    /**
     * @return false when others have declared this node dead
     */
    public boolean beat(String incarnation) {
        return nodes.beat(incarnation);
    }

    /** Declares a node dead, once. */
    public void bury(String incarnation, String reason) {
        if (nodes.bury(incarnation)) {
            trail.note(
                    AuditEntry.of("node.bury").because(reason), null, Facts.of().put("incarnation", incarnation));
        }
    }

    /** The beat of every node that nobody has declared dead, by incarnation. */
    public Map<String, Long> beats() {
        Map<String, Long> beats = new HashMap<>();
        nodes.living().forEach(node -> beats.put(node.incarnation(), node.beat()));
        return beats;
    }
}
