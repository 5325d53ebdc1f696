-- Operation: nodes, job requests and schedules.

CREATE TABLE node (
  incarnation VARCHAR(36) NOT NULL PRIMARY KEY,
  node_name VARCHAR(1000) NOT NULL,
  started_at ${timestamp} NOT NULL,
  beat BIGINT NOT NULL,
  dead ${bool} NOT NULL
);

CREATE SEQUENCE job_seq AS BIGINT START WITH 1;
CREATE TABLE job_request (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  job_kind VARCHAR(40) NOT NULL,
  parameters ${text} NOT NULL,
  subject VARCHAR(24) NOT NULL,
  working_on VARCHAR(80) UNIQUE,
  requested_by VARCHAR(80) NOT NULL,
  on_behalf_of VARCHAR(24),
  schedule_number VARCHAR(24),
  job_state VARCHAR(40) NOT NULL,
  stop_asked ${bool} NOT NULL,
  owner VARCHAR(36),
  token BIGINT NOT NULL,
  execution_id BIGINT,
  requested_at ${timestamp} NOT NULL,
  launched_at ${timestamp},
  ended_at ${timestamp},
  exit_text VARCHAR(1000)
);
CREATE INDEX job_request_state ON job_request (job_state, id);
CREATE INDEX job_request_subject ON job_request (subject, id);
CREATE INDEX job_request_schedule ON job_request (schedule_number, id);

CREATE SEQUENCE schedule_seq AS BIGINT START WITH 1;
CREATE TABLE schedule (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  job_kind VARCHAR(40) NOT NULL,
  parameters ${text} NOT NULL,
  change_template VARCHAR(24),
  once_at ${timestamp},
  cron VARCHAR(200),
  zone VARCHAR(60) NOT NULL,
  schedule_state VARCHAR(40) NOT NULL,
  made_by VARCHAR(24) NOT NULL,
  next_at ${timestamp},
  last_at ${timestamp},
  last_outcome VARCHAR(1000)
);
CREATE INDEX schedule_due ON schedule (schedule_state, next_at);
