package io.throughline.deployment.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a deployment asks of Change: nothing changes a server without a live authorization. */
public interface ChangeControl {

    /** What the authorization allows: this level on these servers. */
    record Envelope(String change, String product, String version, Set<String> servers) {}

    /** What a confirmation binds. */
    record Binding(
            String change,
            String deployment,
            String packageDigest,
            String product,
            String version,
            String planDigest,
            Collection<String> servers) {}

    /** Why no further host may start. */
    record Objection(String key, String reason) {}

    Envelope envelope(String change);

    /** Confirms, as the person who acts, that exactly this may be carried out; refuses what is outside the envelope. */
    void confirm(Binding binding);

    /** As {@link #confirm}, for a standard change that the machine carries out: its template was authorized. */
    void confirmStandard(Binding binding);

    /** Why these servers may not be started now under this binding; empty when they may. */
    Optional<Objection> objection(Binding binding);

    /** The binding of a deployment, for some of its servers. */
    static Binding bind(Deployment deployment, List<String> servers) {
        DeploymentOrigin origin = deployment.origin();
        return new Binding(
                origin.change(),
                deployment.number().toString(),
                origin.packageDigest(),
                origin.product(),
                origin.wantedVersion(),
                deployment.planDigest(),
                servers);
    }
}
