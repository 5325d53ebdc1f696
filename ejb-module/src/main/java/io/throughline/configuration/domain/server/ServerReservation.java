package io.throughline.configuration.domain.server;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a change holds a server: no other change may be authorized for it meanwhile. The server is the key. */
@Entity
@Table(name = "server_reservation")
public class ServerReservation {

    @Id
    @Column(name = "server_number")
    private String server;

    @Column(name = "change_number", nullable = false, updatable = false)
    private String change;

    @Column(name = "held_since", nullable = false, updatable = false)
    private Instant since;

    protected ServerReservation() {}

    public ServerReservation(String server, String change, Instant since) {
        this.server = server;
        this.change = change;
        this.since = since;
    }

    public String server() {
        return server;
    }

    /** Number of the change that holds the server. */
    public String change() {
        return change;
    }

    public Instant since() {
        return since;
    }
}
