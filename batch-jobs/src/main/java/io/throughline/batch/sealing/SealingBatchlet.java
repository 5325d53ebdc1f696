package io.throughline.batch.sealing;

import io.throughline.audit.service.AnchorService;
import io.throughline.audit.service.AuditFeed;
import io.throughline.audit.service.SealingService;
import io.throughline.batch.engine.ActingBatchlet;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Seals what waits, looks again a moment later, and goes on until it is told to stop. Once a second at most the tree is
 * signed, when it has grown, and every few minutes the anchors get the newest checkpoint. What it cannot seal now, because
 * the database is busy or away, waits for the next look; nothing is lost by that.
 */
@Dependent
@Named("sealingBatchlet")
public class SealingBatchlet extends ActingBatchlet {

    private static final Logger LOG = Logger.getLogger(SealingBatchlet.class.getName());
    private static final int MOST_AT_ONCE = 2_000;
    private static final long LOOK_EVERY_MILLIS = 200;
    private static final long AFTER_FAILURE_MILLIS = 1_000;
    private static final long SIGN_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long FEED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long ANCHOR_AFTER_START_NANOS = TimeUnit.SECONDS.toNanos(10);

    @EJB
    SealingService sealing;

    @EJB
    AnchorService anchors;

    @EJB
    AuditFeed feed;

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    protected String part() {
        return "sealing";
    }

    @Override
    public void stop() {
        super.stop();
        stopped.countDown();
    }

    @Override
    protected String work() throws InterruptedException {
        long sealed = 0;
        Long signedAt = null;
        long anchorEvery = TimeUnit.SECONDS.toNanos(ConfigProvider.getConfig()
                .getOptionalValue("throughline.audit.anchor.seconds", Long.class)
                .orElse(300L));
        long anchorAt = System.nanoTime() + Math.min(anchorEvery, ANCHOR_AFTER_START_NANOS);
        long feedAt = System.nanoTime();
        long pause;
        do {
            try {
                int now = sealing.sealWaiting(MOST_AT_ONCE);
                sealed += now;
                if (signedAt == null || System.nanoTime() - signedAt > SIGN_EVERY_NANOS) {
                    sealing.signCheckpoint();
                    signedAt = System.nanoTime();
                }
                if (System.nanoTime() - feedAt >= 0) {
                    boolean more = feed.forward();
                    feedAt = System.nanoTime() + (more ? 0 : FEED_EVERY_NANOS);
                }
                if (System.nanoTime() - anchorAt >= 0) {
                    anchors.publish();
                    anchorAt = System.nanoTime() + anchorEvery;
                }
                pause = now == MOST_AT_ONCE ? 0 : LOOK_EVERY_MILLIS;
            } catch (EJBException busy) {
                LOG.log(Level.FINE, "Sealing is tried again", busy);
                pause = AFTER_FAILURE_MILLIS;
            }
        } while (!stopped.await(pause, TimeUnit.MILLISECONDS));
        return sealed + " sealed";
    }
}
