-- Deployments, their waves, and the ledger of targets.

CREATE SEQUENCE deployment_seq AS BIGINT START WITH 1;
CREATE TABLE deployment (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  release_number VARCHAR(24) NOT NULL,
  change_number VARCHAR(24) NOT NULL,
  package_digest CHAR(64) NOT NULL,
  product VARCHAR(200) NOT NULL,
  wanted_version VARCHAR(200) NOT NULL,
  deployment_state VARCHAR(40) NOT NULL,
  outcome VARCHAR(40),
  goal VARCHAR(20) NOT NULL,
  parallel_hosts INTEGER NOT NULL,
  rollout_order VARCHAR(20) NOT NULL,
  plan_digest CHAR(64) NOT NULL,
  target_count INTEGER NOT NULL,
  planned_by VARCHAR(80) NOT NULL,
  started_at ${timestamp},
  ended_at ${timestamp},
  halt_key VARCHAR(60),
  halt_reason VARCHAR(4000),
  verified_by VARCHAR(80),
  verification VARCHAR(4000)
);
CREATE INDEX deployment_change ON deployment (change_number);
CREATE INDEX deployment_release ON deployment (release_number);
CREATE INDEX deployment_in_state ON deployment (deployment_state);

CREATE TABLE deployment_deployer (
  deployment_id BIGINT NOT NULL REFERENCES deployment (id) DEFERRABLE INITIALLY DEFERRED,
  person_number VARCHAR(24) NOT NULL,
  PRIMARY KEY (deployment_id, person_number)
);

CREATE SEQUENCE deployment_wave_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE deployment_wave (
  id BIGINT NOT NULL PRIMARY KEY,
  deployment_id BIGINT NOT NULL REFERENCES deployment (id) DEFERRABLE INITIALLY DEFERRED,
  wave_position INTEGER NOT NULL,
  wave_name VARCHAR(80) NOT NULL,
  wave_state VARCHAR(20) NOT NULL,
  target_count INTEGER NOT NULL,
  max_failures INTEGER,
  max_failures_percent INTEGER,
  soak_seconds INTEGER NOT NULL,
  soaks_until ${timestamp},
  started_at ${timestamp},
  ended_at ${timestamp},
  UNIQUE (deployment_id, wave_position)
);

CREATE SEQUENCE deployment_exclusion_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE deployment_exclusion (
  id BIGINT NOT NULL PRIMARY KEY,
  deployment_id BIGINT NOT NULL REFERENCES deployment (id) DEFERRABLE INITIALLY DEFERRED,
  server_number VARCHAR(24) NOT NULL,
  reason VARCHAR(4000) NOT NULL,
  asked_by VARCHAR(80) NOT NULL,
  asked_at ${timestamp} NOT NULL,
  approved_by VARCHAR(80),
  approved_at ${timestamp},
  UNIQUE (deployment_id, server_number)
);

CREATE TABLE deployment_target (
  deployment_id BIGINT NOT NULL REFERENCES deployment (id) DEFERRABLE INITIALLY DEFERRED,
  target_position INTEGER NOT NULL,
  wave_position INTEGER NOT NULL,
  server_number VARCHAR(24) NOT NULL,
  target_state VARCHAR(20) NOT NULL,
  token BIGINT NOT NULL,
  goal VARCHAR(20) NOT NULL,
  next_action VARCHAR(20),
  last_action VARCHAR(20),
  doubt VARCHAR(20),
  touched ${bool} NOT NULL,
  claimed_from VARCHAR(20),
  owner VARCHAR(80),
  level_before VARCHAR(200),
  level_after VARCHAR(200),
  reason_key VARCHAR(60),
  reason VARCHAR(4000),
  claimed_at ${timestamp},
  intended_at ${timestamp},
  answered_at ${timestamp},
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (deployment_id, target_position),
  UNIQUE (deployment_id, server_number)
);
CREATE INDEX deployment_target_state ON deployment_target (deployment_id, target_state, wave_position);
CREATE INDEX deployment_target_next ON deployment_target (deployment_id, next_action, target_position);
CREATE INDEX deployment_target_server ON deployment_target (server_number, target_state);

CREATE TABLE deployment_evidence (
  deployment_id BIGINT NOT NULL,
  target_position INTEGER NOT NULL,
  token BIGINT NOT NULL,
  step_number INTEGER NOT NULL,
  action_done VARCHAR(20) NOT NULL,
  step_command VARCHAR(200) NOT NULL,
  exit_status INTEGER,
  step_output VARCHAR(4000) NOT NULL,
  duration_millis BIGINT NOT NULL,
  digest CHAR(64),
  answered_at ${timestamp} NOT NULL,
  PRIMARY KEY (deployment_id, target_position, token, step_number),
  FOREIGN KEY (deployment_id, target_position) REFERENCES deployment_target (deployment_id, target_position)
);
