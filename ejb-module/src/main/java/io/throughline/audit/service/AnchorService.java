package io.throughline.audit.service;

import io.throughline.audit.anchor.Anchor;
import io.throughline.audit.anchor.AnchorRefused;
import io.throughline.audit.anchor.Anchors;
import io.throughline.audit.proof.BrokenProof;
import io.throughline.audit.proof.Checkpoint;
import io.throughline.audit.proof.SignedNote;
import io.throughline.audit.verification.AnchoredNotes;
import io.throughline.kernel.domain.Facts;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Takes checkpoints to the anchors, and reads back what they hold. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnchorService {

    private static final Logger LOG = Logger.getLogger(AnchorService.class.getName());

    /** Last size that each anchor took, and last trouble with it, as far as this process knows. */
    private static final Map<String, Long> TAKEN = new ConcurrentHashMap<>();

    private static final Map<String, Long> MAILED = new ConcurrentHashMap<>();
    private static final long DAY = TimeUnit.DAYS.toNanos(1);
    private static final Map<String, String> TROUBLE = new ConcurrentHashMap<>();

    @EJB
    AuditProofs proofs;

    @EJB
    AuditTrail trail;

    @EJB
    AnchorMail mail;

    /**
     * Publishes the newest checkpoint wherever it is not yet. A place that cannot be reached is tried again next time; one
     * that holds the contrary of our trail is a record in it.
     */
    public void publish() throws InterruptedException {
        String note = proofs.checkpoint().orElse(null);
        if (note == null) {
            return;
        }
        long size = Checkpoint.parse(SignedNote.parse(note).text()).size();
        for (Anchor anchor : anchors()) {
            if (Objects.equals(TAKEN.get(anchor.name()), size)) {
                continue;
            }
            try {
                anchor.publish(note, from -> proofs.consistency(from, size).path());
                TAKEN.put(anchor.name(), size);
                TROUBLE.remove(anchor.name());
            } catch (AnchorRefused refused) {
                if (!refused.getMessage().equals(TROUBLE.put(anchor.name(), refused.getMessage()))) {
                    trail.noteRegardless(
                            AuditEntry.of("audit.anchor.refused").because(refused.getMessage()),
                            Facts.of().put("anchor", anchor.name()));
                    LOG.log(Level.SEVERE, "Anchor {0}: {1}", new Object[] {anchor.name(), refused.getMessage()});
                }
            } catch (IOException | BrokenProof unreachable) {
                TROUBLE.put(anchor.name(), String.valueOf(unreachable.getMessage()));
                LOG.log(Level.WARNING, "Anchor {0} is tried again: {1}", new Object[] {
                    anchor.name(), unreachable.getMessage()
                });
            }
        }
    }

    /** What the anchors hold. */
    public List<AnchoredNotes> kept() {
        List<AnchoredNotes> all = new ArrayList<>();
        for (Anchor anchor : anchors()) {
            String trouble = TROUBLE.get(anchor.name());
            try {
                all.add(new AnchoredNotes(anchor.name(), anchor.kept(), trouble));
            } catch (IOException unreadable) {
                all.add(new AnchoredNotes(anchor.name(), List.of(), String.valueOf(unreadable.getMessage())));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
        return all;
    }

    private List<Anchor> anchors() {
        Config config = ConfigProvider.getConfig();
        return Anchors.of(
                config.getOptionalValue("throughline.audit.anchors", String.class)
                        .orElse(""),
                Path.of(config.getOptionalValue("throughline.data", String.class)
                        .orElse("throughline-data")),
                this::mailOnceADay);
    }

    /** Each message is itself a record, so that the trail has always grown since: not more than one a day. */
    private void mailOnceADay(String address, String note) {
        long now = System.nanoTime();
        Long former = MAILED.get(address);
        if (former == null || now - former > DAY) {
            mail.send(address, note);
            MAILED.put(address, now);
        }
    }
}
