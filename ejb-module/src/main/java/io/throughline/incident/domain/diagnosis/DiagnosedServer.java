package io.throughline.incident.domain.diagnosis;

import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Map;

/**
 * Evidence: what a server was when it answered. Kept beside its answers, since the cure changes the server, and what told
 * the failing ones apart must still be seen afterwards. Never changed.
 */
@Entity
@Table(name = "diagnosed_server")
public class DiagnosedServer {

    @Id
    @SequenceGenerator(name = "diagnosed_server_seq", sequenceName = "diagnosed_server_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "diagnosed_server_seq")
    private Long id;

    @Column(name = "incident_number", nullable = false, updatable = false)
    private String incident;

    @Column(name = "job_number", nullable = false, updatable = false)
    private String job;

    @Column(name = "server_number", nullable = false, updatable = false)
    private String server;

    @Convert(converter = TraitsConverter.class)
    @Column(nullable = false, updatable = false)
    private Map<String, String> traits;

    @Convert(converter = TraitsConverter.class)
    @Column(name = "touched_by", nullable = false, updatable = false)
    private Map<String, String> touchedBy;

    protected DiagnosedServer() {}

    /**
     * @param job number of the job that asked
     */
    public DiagnosedServer(RecordNumber incident, String job, ServerTraits traits) {
        this.incident = incident.toString();
        this.job = job;
        this.server = traits.server();
        this.traits = Map.copyOf(traits.traits());
        this.touchedBy = Map.copyOf(traits.touchedBy());
    }

    public String job() {
        return job;
    }

    public String server() {
        return server;
    }

    public ServerTraits traits() {
        return new ServerTraits(server, traits, touchedBy);
    }
}
