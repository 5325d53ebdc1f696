package io.throughline.identity.service;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Deletes expired tokens, so that the table holds those of the last hour or so and no more. */
@Singleton
@Startup
@DependsOn("Migrator")
public class TokenSweep {

    private static final Logger LOG = Logger.getLogger(TokenSweep.class.getName());

    @Inject
    Tokens tokens;

    @Schedule(hour = "*", minute = "*/15", persistent = false)
    public void sweep() {
        int deleted = tokens.deleteExpired();
        LOG.log(Level.FINE, "{0} expired tokens were deleted", deleted);
    }
}
