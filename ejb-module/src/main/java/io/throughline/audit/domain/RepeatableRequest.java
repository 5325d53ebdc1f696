package io.throughline.audit.domain;

import io.throughline.kernel.service.Acting;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A request with an idempotency key that took effect. Written in the transaction of the effect, so that a repeat after a
 * crash is recognised even when the answer was never sent; unique by person and key.
 */
@Entity
@Table(name = "repeatable_request")
public class RepeatableRequest {

    @Id
    @SequenceGenerator(name = "repeatable_request_seq", sequenceName = "repeatable_request_seq", allocationSize = 50)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "repeatable_request_seq")
    private Long id;

    @Column(nullable = false, updatable = false)
    private String actor;

    @Column(name = "idempotency_key", nullable = false, updatable = false)
    private String key;

    @Column(name = "request_digest", nullable = false, updatable = false)
    private String requestDigest;

    @Column(name = "record_number", updatable = false)
    private String record;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "answer_status")
    private Integer answerStatus;

    @Column(name = "answer_location")
    private String answerLocation;

    @Column(name = "answer_etag")
    private String answerEtag;

    @Lob
    @Column(name = "answer_body")
    private String answerBody;

    protected RepeatableRequest() {}

    public RepeatableRequest(Acting.Account account, String record, Instant at) {
        this.actor = account.actor();
        this.key = account.repeatable().key();
        this.requestDigest = account.repeatable().requestDigest();
        this.record = record;
        this.at = at;
    }

    /** Keeps the answer for repeats. */
    public void answered(int status, String location, String etag, String body) {
        this.answerStatus = status;
        this.answerLocation = location;
        this.answerEtag = etag;
        this.answerBody = body;
    }

    public String requestDigest() {
        return requestDigest;
    }

    /** Number of the record that the request made or changed, when it concerned one. */
    public String record() {
        return record;
    }

    /** Null when the server died between the effect and the answer. */
    public Integer answerStatus() {
        return answerStatus;
    }

    public String answerLocation() {
        return answerLocation;
    }

    public String answerEtag() {
        return answerEtag;
    }

    public String answerBody() {
        return answerBody;
    }
}
