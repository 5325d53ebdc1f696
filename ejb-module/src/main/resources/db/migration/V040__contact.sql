CREATE SEQUENCE user_contact_seq AS BIGINT START WITH 1;
CREATE TABLE user_contact (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  state VARCHAR(40) NOT NULL,
  caller_number VARCHAR(24),
  caller_name VARCHAR(200) NOT NULL,
  caller_email VARCHAR(320),
  caller_phone VARCHAR(60),
  caller_channel VARCHAR(20) NOT NULL,
  organisation_number VARCHAR(24),
  service_number VARCHAR(24),
  own_words VARCHAR(4000) NOT NULL,
  request_id VARCHAR(80),
  received_at ${timestamp} NOT NULL,
  received_by VARCHAR(80) NOT NULL,
  category VARCHAR(80),
  priority VARCHAR(20),
  information_complete ${bool},
  incident_number VARCHAR(24),
  outcome_text VARCHAR(4000)
);
CREATE INDEX user_contact_state ON user_contact (state, id);
CREATE INDEX user_contact_incident ON user_contact (incident_number);
