CREATE SEQUENCE incident_seq AS BIGINT START WITH 1;
CREATE TABLE incident (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  state VARCHAR(40) NOT NULL,
  held_state VARCHAR(40),
  hold_reason VARCHAR(2000),
  title VARCHAR(200) NOT NULL,
  symptom_text VARCHAR(4000) NOT NULL,
  service_number VARCHAR(24),
  organisation_number VARCHAR(24),
  contact_number VARCHAR(24),
  category VARCHAR(80),
  impact VARCHAR(20),
  urgency VARCHAR(20),
  priority VARCHAR(20),
  priority_reason VARCHAR(400),
  due_at ${timestamp},
  group_name VARCHAR(80),
  assignee VARCHAR(24),
  escalation VARCHAR(20),
  major ${bool} NOT NULL,
  major_reason VARCHAR(2000),
  recognised_at ${timestamp} NOT NULL,
  diagnosis_started_at ${timestamp},
  diagnosis_ended_at ${timestamp},
  recovery_started_at ${timestamp},
  recovery_ended_at ${timestamp},
  service_restored_at ${timestamp},
  reopened_at ${timestamp},
  closed_at ${timestamp},
  diagnosis_finding VARCHAR(4000),
  diagnosis_cause VARCHAR(4000),
  wanted_product VARCHAR(120),
  wanted_version VARCHAR(120),
  change_number VARCHAR(24),
  resolution_round INTEGER NOT NULL,
  resolution_text VARCHAR(4000),
  resolution_code VARCHAR(80),
  cause_code VARCHAR(80),
  effort_minutes INTEGER
);
CREATE INDEX incident_state ON incident (state, id);
CREATE INDEX incident_group ON incident (group_name, id);
CREATE INDEX incident_assignee ON incident (assignee, id);
CREATE INDEX incident_service ON incident (service_number);
CREATE INDEX incident_change ON incident (change_number);

CREATE TABLE incident_server (
  incident_id BIGINT NOT NULL REFERENCES incident (id),
  server_number VARCHAR(24) NOT NULL,
  PRIMARY KEY (incident_id, server_number)
);

CREATE SEQUENCE incident_note_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE incident_note (
  id BIGINT NOT NULL PRIMARY KEY,
  incident_id BIGINT NOT NULL REFERENCES incident (id),
  written_at ${timestamp} NOT NULL,
  author VARCHAR(80) NOT NULL,
  note_text VARCHAR(4000) NOT NULL,
  visibility VARCHAR(20) NOT NULL
);
CREATE INDEX incident_note_incident ON incident_note (incident_id);

CREATE SEQUENCE support_attempt_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE support_attempt (
  id BIGINT NOT NULL PRIMARY KEY,
  incident_id BIGINT NOT NULL REFERENCES incident (id),
  tried_at ${timestamp} NOT NULL,
  tried_by VARCHAR(80) NOT NULL,
  attempt_text VARCHAR(4000) NOT NULL,
  helped ${bool} NOT NULL
);
CREATE INDEX support_attempt_incident ON support_attempt (incident_id);

CREATE SEQUENCE symptom_check_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE symptom_check (
  id BIGINT NOT NULL PRIMARY KEY,
  incident_id BIGINT NOT NULL REFERENCES incident (id),
  checked_at ${timestamp} NOT NULL,
  url VARCHAR(1000) NOT NULL,
  sample_count INTEGER NOT NULL,
  success_count INTEGER NOT NULL,
  minimum_percent INTEGER NOT NULL,
  passed ${bool} NOT NULL,
  detail_text VARCHAR(1000)
);
CREATE INDEX symptom_check_incident ON symptom_check (incident_id);

CREATE SEQUENCE front_door_sample_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE front_door_sample (
  id BIGINT NOT NULL PRIMARY KEY,
  service_number VARCHAR(24) NOT NULL,
  taken_at ${timestamp} NOT NULL,
  sample_count INTEGER NOT NULL,
  success_count INTEGER NOT NULL
);
CREATE INDEX front_door_sample_service ON front_door_sample (service_number, taken_at);

CREATE SEQUENCE diagnosis_answer_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE diagnosis_answer (
  id BIGINT NOT NULL PRIMARY KEY,
  incident_number VARCHAR(24) NOT NULL,
  job_number VARCHAR(24) NOT NULL,
  server_number VARCHAR(24) NOT NULL,
  probe_name VARCHAR(80) NOT NULL,
  reach VARCHAR(20) NOT NULL,
  exit_code INTEGER,
  answer_text ${text},
  finding VARCHAR(200) NOT NULL,
  passing ${bool} NOT NULL,
  duration_ms BIGINT NOT NULL,
  answered_at ${timestamp} NOT NULL,
  UNIQUE (incident_number, job_number, server_number, probe_name)
);

CREATE SEQUENCE diagnosed_server_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE diagnosed_server (
  id BIGINT NOT NULL PRIMARY KEY,
  incident_number VARCHAR(24) NOT NULL,
  job_number VARCHAR(24) NOT NULL,
  server_number VARCHAR(24) NOT NULL,
  traits ${text} NOT NULL,
  touched_by ${text} NOT NULL,
  UNIQUE (incident_number, job_number, server_number)
);
