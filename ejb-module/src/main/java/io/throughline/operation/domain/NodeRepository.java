package io.throughline.operation.domain;

import java.util.List;

/** Where the nodes beat. Beats are no change of state: they are plain updates, outside the audit trail. */
public interface NodeRepository {

    void add(Node node);

    /**
     * Counts the beat of a node upwards.
     *
     * @return false when others have declared this node dead
     */
    boolean beat(String incarnation);

    /**
     * Declares a node dead.
     *
     * @return whether this call did it
     */
    boolean bury(String incarnation);

    /** The nodes that nobody has declared dead. */
    List<Node> living();
}
