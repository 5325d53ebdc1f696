package io.throughline.audit.service;

import io.throughline.kernel.domain.AuditedPart;
import io.throughline.kernel.domain.AuditedRoot;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Makes it impossible to forget the audit record: before anything is written, every changed record, and the record of
 * every changed part, must name a new audit record. Writes that bypass the entities meet the same rule in the database
 * ({@code last_audit_id}).
 */
public class AuditGuard implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postCalculateUnitOfWorkChangeSet(SessionEvent event) {
                check((UnitOfWorkImpl) event.getSession(), (UnitOfWorkChangeSet)
                        event.getProperty("UnitOfWorkChangeSet"));
            }
        });
    }

    private static void check(UnitOfWorkImpl unit, UnitOfWorkChangeSet changes) {
        for (ObjectChangeSet change : changes.getAllChangeSets().keySet()) {
            if (!change.hasChanges()) {
                continue;
            }
            Object changed = change.getUnitOfWorkClone();
            if (changed instanceof AuditedRoot root && (!namesRecord(change, root) || root.hasPendingChanges())) {
                throw new UnauditedChange(root);
            }
            if (changed instanceof AuditedPart part) {
                requireRecord(part, changes);
            }
        }
        for (Object deleted : unit.getDeletedObjects().keySet()) {
            if (deleted instanceof AuditedRoot root) {
                throw new UnauditedChange(root);
            }
            if (deleted instanceof AuditedPart part) {
                requireRecord(part, changes);
            }
        }
    }

    /** What belongs to a record changes with it: the record itself must name a new audit record. */
    private static void requireRecord(AuditedPart part, UnitOfWorkChangeSet changes) {
        AuditedRoot root = part.auditedRoot();
        if (!(changes.getObjectChangeSetForClone(root) instanceof ObjectChangeSet change)
                || !namesRecord(change, root)) {
            throw new UnauditedChange(part);
        }
    }

    private static boolean namesRecord(ObjectChangeSet change, AuditedRoot root) {
        return change.isNew() ? root.lastAuditId() != null : change.getChangesForAttributeNamed("lastAuditId") != null;
    }
}
