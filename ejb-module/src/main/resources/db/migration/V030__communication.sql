CREATE SEQUENCE message_seq AS BIGINT START WITH 1;
CREATE TABLE message (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  state VARCHAR(20) NOT NULL,
  occasion VARCHAR(120) NOT NULL UNIQUE,
  record_number VARCHAR(24) NOT NULL,
  person_number VARCHAR(24),
  recipient_name VARCHAR(200),
  address VARCHAR(320) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  body_text ${text} NOT NULL,
  message_id VARCHAR(200) NOT NULL UNIQUE,
  written_at ${timestamp} NOT NULL,
  sent_at ${timestamp},
  attempts INTEGER NOT NULL,
  next_attempt_at ${timestamp} NOT NULL,
  last_error VARCHAR(1000)
);
CREATE INDEX message_due ON message (state, next_attempt_at);
CREATE INDEX message_record ON message (record_number);

CREATE SEQUENCE call_back_seq AS BIGINT START WITH 1;
CREATE TABLE call_back (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  state VARCHAR(20) NOT NULL,
  occasion VARCHAR(120) NOT NULL UNIQUE,
  record_number VARCHAR(24) NOT NULL,
  person_number VARCHAR(24),
  caller_name VARCHAR(200),
  phone VARCHAR(60) NOT NULL,
  subject VARCHAR(200) NOT NULL,
  body_text ${text} NOT NULL,
  asked_at ${timestamp} NOT NULL,
  attempts INTEGER NOT NULL,
  called_at ${timestamp},
  called_by VARCHAR(80),
  note_text VARCHAR(2000)
);
CREATE INDEX call_back_state ON call_back (state, id);
CREATE INDEX call_back_record ON call_back (record_number);
