-- Configuration audits and their findings.

CREATE SEQUENCE configuration_audit_seq AS BIGINT START WITH 1;
CREATE TABLE configuration_audit (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  job_number VARCHAR(24) NOT NULL UNIQUE,
  scope VARCHAR(200) NOT NULL,
  audit_state VARCHAR(40) NOT NULL,
  selected INTEGER NOT NULL,
  looked INTEGER NOT NULL,
  silent INTEGER NOT NULL,
  differing INTEGER NOT NULL,
  started_at ${timestamp} NOT NULL,
  ended_at ${timestamp}
);

CREATE SEQUENCE audit_finding_seq AS BIGINT START WITH 1;
CREATE TABLE audit_finding (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  finding_key VARCHAR(400) NOT NULL,
  finding_kind VARCHAR(40) NOT NULL,
  server_number VARCHAR(24) NOT NULL,
  product VARCHAR(64),
  file_path VARCHAR(201),
  expected VARCHAR(1000),
  observed VARCHAR(1000),
  change_number VARCHAR(24),
  first_audit VARCHAR(24) NOT NULL,
  last_audit VARCHAR(24) NOT NULL,
  found_at ${timestamp} NOT NULL,
  finding_state VARCHAR(40) NOT NULL,
  decision VARCHAR(40),
  decided_by VARCHAR(80)
);
CREATE INDEX audit_finding_server ON audit_finding (server_number, finding_state);
CREATE INDEX audit_finding_audit ON audit_finding (last_audit, id);
