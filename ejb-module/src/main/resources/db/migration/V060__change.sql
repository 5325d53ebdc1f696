-- Requests for change, what is said and signed about them, and templates of standard changes.

CREATE SEQUENCE change_seq AS BIGINT START WITH 1;
CREATE TABLE change_request (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  change_state VARCHAR(40) NOT NULL,
  title VARCHAR(200) NOT NULL,
  change_type VARCHAR(20) NOT NULL,
  priority VARCHAR(20) NOT NULL,
  reason VARCHAR(4000) NOT NULL,
  effect_of_not_doing VARCHAR(4000),
  service_number VARCHAR(24),
  product VARCHAR(120),
  product_version VARCHAR(120),
  back_out_plan VARCHAR(4000),
  risk VARCHAR(4000),
  continuity_impact VARCHAR(4000),
  resources VARCHAR(4000),
  wanted_by ${timestamp},
  incident_number VARCHAR(24),
  requester VARCHAR(24) NOT NULL,
  recorded_at ${timestamp} NOT NULL,
  question VARCHAR(4000),
  answer VARCHAR(4000),
  change_class VARCHAR(20),
  one_is_enough ${bool} NOT NULL,
  owner VARCHAR(24),
  release_manager VARCHAR(24),
  implementation_started ${timestamp},
  implementation_ended ${timestamp},
  deployment_number VARCHAR(24),
  outcome VARCHAR(40),
  evidence VARCHAR(4000),
  review_text VARCHAR(4000),
  desired_effect ${bool},
  back_out_worked ${bool},
  follow_up VARCHAR(24),
  reviewed_at ${timestamp},
  reviewed_by VARCHAR(80),
  retrospective_due ${timestamp},
  retrospective_at ${timestamp},
  retrospective_text VARCHAR(4000)
);
CREATE INDEX change_request_state ON change_request (change_state, id);
CREATE INDEX change_request_incident ON change_request (incident_number);

CREATE TABLE change_target (
  change_id BIGINT NOT NULL REFERENCES change_request (id),
  server_number VARCHAR(24) NOT NULL,
  PRIMARY KEY (change_id, server_number)
);

CREATE SEQUENCE change_assessment_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE change_assessment (
  id BIGINT NOT NULL PRIMARY KEY,
  change_id BIGINT NOT NULL REFERENCES change_request (id),
  perspective VARCHAR(20) NOT NULL,
  assessor VARCHAR(24) NOT NULL,
  verdict VARCHAR(40),
  assessment_text VARCHAR(4000),
  judged_at ${timestamp},
  UNIQUE (change_id, perspective)
);

CREATE SEQUENCE change_task_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE change_task (
  id BIGINT NOT NULL PRIMARY KEY,
  change_id BIGINT NOT NULL REFERENCES change_request (id),
  task_position INTEGER NOT NULL,
  task_text VARCHAR(4000) NOT NULL,
  assignee VARCHAR(24),
  done_at ${timestamp},
  done_by VARCHAR(80),
  task_result VARCHAR(4000),
  UNIQUE (change_id, task_position)
);

CREATE SEQUENCE change_authorization_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE change_authorization (
  id BIGINT NOT NULL PRIMARY KEY,
  change_id BIGINT NOT NULL REFERENCES change_request (id),
  -- number of the change while this is its newest authorization: asked for every wave and every claim
  current_for VARCHAR(24) UNIQUE,
  authorization_state VARCHAR(20) NOT NULL,
  authority VARCHAR(24) NOT NULL,
  signed_at ${timestamp} NOT NULL,
  envelope_digest CHAR(64) NOT NULL,
  product VARCHAR(120),
  product_version VARCHAR(120),
  window_from ${timestamp} NOT NULL,
  window_to ${timestamp} NOT NULL,
  break_glass_reason VARCHAR(4000),
  second_due ${timestamp},
  seconded_by VARCHAR(24),
  seconded_at ${timestamp},
  deployment_number VARCHAR(24),
  package_sha256 VARCHAR(64),
  plan_digest VARCHAR(64),
  confirmed_by VARCHAR(80),
  confirmed_at ${timestamp}
);
CREATE INDEX change_authorization_change ON change_authorization (change_id);

CREATE SEQUENCE change_authorized_server_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE change_authorized_server (
  id BIGINT NOT NULL PRIMARY KEY,
  authorization_id BIGINT NOT NULL REFERENCES change_authorization (id),
  server_number VARCHAR(24) NOT NULL,
  provides_service ${bool} NOT NULL,
  added_by VARCHAR(80) NOT NULL,
  added_at ${timestamp} NOT NULL,
  bound ${bool} NOT NULL,
  server_result VARCHAR(20) NOT NULL,
  UNIQUE (authorization_id, server_number)
);

CREATE TABLE authorization_link (
  token_digest CHAR(64) NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  change_number VARCHAR(24) NOT NULL,
  person_number VARCHAR(24) NOT NULL,
  window_from ${timestamp},
  window_to ${timestamp} NOT NULL,
  expires_at ${timestamp} NOT NULL,
  used_at ${timestamp}
);

CREATE SEQUENCE change_template_seq AS BIGINT START WITH 1;
CREATE TABLE change_template (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  template_state VARCHAR(20) NOT NULL,
  template_name VARCHAR(120) NOT NULL UNIQUE,
  title VARCHAR(200) NOT NULL,
  reason VARCHAR(4000) NOT NULL,
  service_number VARCHAR(24) NOT NULL,
  product VARCHAR(120),
  product_version VARCHAR(120),
  package_sha256 VARCHAR(64),
  back_out_plan VARCHAR(4000),
  window_minutes INTEGER NOT NULL,
  author VARCHAR(24) NOT NULL,
  authority VARCHAR(24),
  signed_at ${timestamp}
);
