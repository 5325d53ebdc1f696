package io.throughline.configuration.domain;

import static io.throughline.kernel.domain.RecordKind.APPLICATION;
import static io.throughline.kernel.domain.RecordKind.ORGANISATION;
import static io.throughline.kernel.domain.RecordKind.PERSON;
import static io.throughline.kernel.domain.RecordKind.SERVER;
import static io.throughline.kernel.domain.RecordKind.SERVICE;

import io.throughline.kernel.domain.RecordKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * How one thing can be related to another, and which way a disturbance spreads along it: from a server to the service
 * that it provides, from a service to the application that uses it.
 */
public enum RelationType {
    /** A server provides a service. A change of the service concerns all servers that provide it. */
    PROVIDES(EnumSet.of(SERVER), EnumSet.of(SERVICE), Spread.BOTH_WAYS),
    /** An application runs on a server. */
    RUNS_ON(EnumSet.of(APPLICATION), EnumSet.of(SERVER), Spread.BACKWARD),
    /** An application uses a service. */
    USES(EnumSet.of(APPLICATION), EnumSet.of(SERVICE), Spread.BACKWARD),
    /** A service needs another service. */
    DEPENDS_ON(EnumSet.of(SERVICE), EnumSet.of(SERVICE), Spread.BACKWARD),
    /** An application belongs to an organisation. */
    BELONGS_TO(EnumSet.of(APPLICATION), EnumSet.of(ORGANISATION), Spread.FORWARD),
    /** A service serves an organisation. */
    SERVES(EnumSet.of(SERVICE), EnumSet.of(ORGANISATION), Spread.FORWARD),
    /** A person is responsible for a thing, and is concerned when it is. */
    RESPONSIBLE(EnumSet.of(PERSON), EnumSet.of(SERVER, SERVICE, APPLICATION, ORGANISATION), Spread.BACKWARD);

    private enum Spread {
        FORWARD,
        BACKWARD,
        BOTH_WAYS
    }

    private final Set<RecordKind> from;
    private final Set<RecordKind> to;
    private final Spread spread;

    RelationType(Set<RecordKind> from, Set<RecordKind> to, Spread spread) {
        this.from = from;
        this.to = to;
        this.spread = spread;
    }

    public Set<RecordKind> from() {
        return EnumSet.copyOf(from);
    }

    public Set<RecordKind> to() {
        return EnumSet.copyOf(to);
    }

    /** Whether what happens to the relation's beginning concerns its end. */
    public boolean spreadsForward() {
        return spread != Spread.BACKWARD;
    }

    /** Whether what happens to the relation's end concerns its beginning. */
    public boolean spreadsBackward() {
        return spread != Spread.FORWARD;
    }
}
