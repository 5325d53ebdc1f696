package io.throughline.incident.domain.diagnosis;

import io.throughline.kernel.domain.RecordNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** Evidence: what one server answered to one probe, and what that means. Never changed. */
@Entity
@Table(name = "diagnosis_answer")
public class DiagnosisAnswer {

    /** What is kept of an answer, in characters. */
    public static final int LONGEST_ANSWER = 8000;

    @Id
    @SequenceGenerator(name = "diagnosis_answer_seq", sequenceName = "diagnosis_answer_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "diagnosis_answer_seq")
    private Long id;

    @Column(name = "incident_number", nullable = false, updatable = false)
    private String incident;

    @Column(name = "job_number", nullable = false, updatable = false)
    private String job;

    @Column(name = "server_number", nullable = false, updatable = false)
    private String server;

    @Column(name = "probe_name", nullable = false, updatable = false)
    private String probe;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private Reach reach;

    @Column(name = "exit_code", updatable = false)
    private Integer exit;

    @Column(name = "answer_text", updatable = false)
    private String answer;

    @Column(nullable = false, updatable = false)
    private String finding;

    @Column(nullable = false, updatable = false)
    private boolean passing;

    @Column(name = "duration_ms", nullable = false, updatable = false)
    private long durationMillis;

    @Column(name = "answered_at", nullable = false, updatable = false)
    private Instant at;

    protected DiagnosisAnswer() {}

    /**
     * @param job number of the job that asked
     */
    public DiagnosisAnswer(RecordNumber incident, String job, Answer answer, Instant at) {
        this.incident = incident.toString();
        this.job = job;
        this.server = answer.server();
        this.probe = answer.probe();
        this.reach = answer.reach();
        this.exit = answer.exit();
        this.answer = answer.output();
        this.finding = answer.finding();
        this.passing = answer.passing();
        this.durationMillis = answer.durationMillis();
        this.at = at;
    }

    public String job() {
        return job;
    }

    public String server() {
        return server;
    }

    public String probe() {
        return probe;
    }

    public Reach reach() {
        return reach;
    }

    public Integer exit() {
        return exit;
    }

    public String answer() {
        return answer;
    }

    public String finding() {
        return finding;
    }

    public boolean passing() {
        return passing;
    }

    public long durationMillis() {
        return durationMillis;
    }

    public Instant at() {
        return at;
    }
}
