-- Releases, their tests, and the packages that came in.

CREATE SEQUENCE release_package_seq AS BIGINT START WITH 1;
CREATE TABLE release_package (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  digest CHAR(64) NOT NULL UNIQUE,
  byte_size BIGINT NOT NULL,
  product VARCHAR(200) NOT NULL,
  product_version VARCHAR(200) NOT NULL,
  description ${text},
  forward_only ${bool} NOT NULL,
  signed_by VARCHAR(120) NOT NULL,
  signature VARCHAR(120) NOT NULL,
  uploaded_by VARCHAR(80) NOT NULL,
  uploaded_at ${timestamp} NOT NULL
);

CREATE SEQUENCE release_seq AS BIGINT START WITH 1;
CREATE TABLE release_record (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  change_number VARCHAR(24) NOT NULL,
  title VARCHAR(400) NOT NULL,
  product VARCHAR(200) NOT NULL,
  wanted_version VARCHAR(200) NOT NULL,
  priority VARCHAR(40),
  emergency ${bool} NOT NULL,
  release_state VARCHAR(40) NOT NULL,
  manager_number VARCHAR(24),
  owner_number VARCHAR(24),
  specialist_number VARCHAR(24),
  strategy_text VARCHAR(4000),
  pilots VARCHAR(1000),
  wanted_window VARCHAR(400),
  deployment_model VARCHAR(400),
  package_number VARCHAR(24),
  package_digest CHAR(64),
  uploaded_by VARCHAR(80),
  built_by VARCHAR(80),
  accepted_by VARCHAR(80),
  acceptance VARCHAR(4000),
  deployment_number VARCHAR(24)
);
CREATE INDEX release_change ON release_record (change_number);
CREATE INDEX release_in_state ON release_record (release_state);

CREATE SEQUENCE release_test_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE release_test (
  id BIGINT NOT NULL PRIMARY KEY,
  release_id BIGINT NOT NULL REFERENCES release_record (id) DEFERRABLE INITIALLY DEFERRED,
  digest CHAR(64) NOT NULL,
  server_number VARCHAR(24) NOT NULL,
  job_number VARCHAR(24),
  passed ${bool} NOT NULL,
  recorded_at ${timestamp} NOT NULL
);
CREATE INDEX release_test_release ON release_test (release_id, id);
CREATE TABLE release_test_step (
  test_id BIGINT NOT NULL REFERENCES release_test (id) DEFERRABLE INITIALLY DEFERRED,
  step_number INTEGER NOT NULL,
  part VARCHAR(20) NOT NULL,
  passed ${bool} NOT NULL,
  finding VARCHAR(4000) NOT NULL,
  duration_millis BIGINT NOT NULL,
  ended_at ${timestamp} NOT NULL,
  PRIMARY KEY (test_id, step_number)
);

-- One token per batch of claims and per test: higher than any that a server had before, whatever it was for.
CREATE SEQUENCE host_token_seq AS BIGINT START WITH 1;
