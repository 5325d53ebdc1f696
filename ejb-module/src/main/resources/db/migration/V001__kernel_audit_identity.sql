-- Kernel, audit trail and identity. Types that the two databases name differently are placeholders.

CREATE SEQUENCE state_change_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE state_change (
  id BIGINT NOT NULL PRIMARY KEY,
  record_number VARCHAR(24) NOT NULL,
  verb VARCHAR(60) NOT NULL,
  from_state VARCHAR(40),
  to_state VARCHAR(40) NOT NULL,
  actor VARCHAR(80) NOT NULL,
  changed_at ${timestamp} NOT NULL,
  reason VARCHAR(4000)
);
CREATE INDEX state_change_record ON state_change (record_number, id);

CREATE SEQUENCE audit_record_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE audit_record (
  id BIGINT NOT NULL PRIMARY KEY,
  recorded_at ${timestamp} NOT NULL,
  actor VARCHAR(80) NOT NULL,
  on_behalf_of VARCHAR(24),
  used_right VARCHAR(40),
  activity VARCHAR(40),
  audit_action VARCHAR(120) NOT NULL,
  record_number VARCHAR(80),
  server VARCHAR(24),
  content ${clob} NOT NULL,
  digest CHAR(64) NOT NULL
);
CREATE INDEX audit_record_number ON audit_record (record_number, id);
CREATE INDEX audit_record_actor ON audit_record (actor, id);
CREATE INDEX audit_record_server ON audit_record (server, id);
CREATE INDEX audit_record_time ON audit_record (recorded_at);

CREATE TABLE audit_personal (
  audit_id BIGINT NOT NULL REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  field_path VARCHAR(120) NOT NULL,
  salt CHAR(32),
  personal_value ${clob},
  erased_by BIGINT REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (audit_id, field_path)
);

-- leaf_hash: what the record's content hashes to in the tree, so that sealing reads nothing but this queue
CREATE TABLE audit_unsealed (
  audit_id BIGINT NOT NULL PRIMARY KEY,
  queued_at ${timestamp} NOT NULL,
  leaf_hash CHAR(64) NOT NULL
);

CREATE TABLE audit_leaf (
  leaf_index BIGINT NOT NULL PRIMARY KEY,
  audit_id BIGINT NOT NULL UNIQUE
);

-- The Merkle tree over the leaves in pieces of 256 hashes; level 0 has the hashes of the leaves.
CREATE TABLE audit_tile (
  tile_level INTEGER NOT NULL,
  tile_index BIGINT NOT NULL,
  hashes ${blob} NOT NULL,
  PRIMARY KEY (tile_level, tile_index)
);

CREATE TABLE audit_head (
  id INTEGER NOT NULL PRIMARY KEY,
  sealed_count BIGINT NOT NULL,
  root_hash VARCHAR(44) NOT NULL,
  origin VARCHAR(200)
);
INSERT INTO audit_head (id, sealed_count, root_hash)
  VALUES (1, 0, '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=');

-- The newest checkpoint; older ones are with those who took them.
CREATE TABLE audit_checkpoint (
  tree_size BIGINT NOT NULL PRIMARY KEY,
  signed_note VARCHAR(2000) NOT NULL
);

-- How far each receiver of sealed records has got.
CREATE TABLE audit_feed (
  address VARCHAR(400) NOT NULL PRIMARY KEY,
  next_index BIGINT NOT NULL
);

CREATE SEQUENCE repeatable_request_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE repeatable_request (
  id BIGINT NOT NULL PRIMARY KEY,
  actor VARCHAR(80) NOT NULL,
  idempotency_key VARCHAR(200) NOT NULL,
  request_digest CHAR(64) NOT NULL,
  record_number VARCHAR(80),
  requested_at ${timestamp} NOT NULL,
  answer_status INTEGER,
  answer_location VARCHAR(1000),
  answer_etag VARCHAR(40),
  answer_body ${clob},
  UNIQUE (actor, idempotency_key)
);

CREATE SEQUENCE person_seq AS BIGINT START WITH 1;
CREATE TABLE person (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  username VARCHAR(63) UNIQUE,
  full_name VARCHAR(200) NOT NULL,
  email VARCHAR(320),
  phone VARCHAR(60),
  preferred_channel VARCHAR(20) NOT NULL,
  organisation_number VARCHAR(24),
  password_hash VARCHAR(400),
  password_expired ${bool} NOT NULL,
  active ${bool} NOT NULL,
  word_set VARCHAR(40)
);
CREATE TABLE person_role (
  person_id BIGINT NOT NULL REFERENCES person (id),
  role_name VARCHAR(40) NOT NULL,
  PRIMARY KEY (person_id, role_name)
);

CREATE TABLE api_token (
  token_digest CHAR(64) NOT NULL PRIMARY KEY,
  person_number VARCHAR(24) NOT NULL,
  expires_at ${timestamp} NOT NULL
);

CREATE TABLE thread_member (
  record_number VARCHAR(24) NOT NULL PRIMARY KEY,
  thread_number VARCHAR(24) NOT NULL
);
CREATE INDEX thread_member_thread ON thread_member (thread_number);
