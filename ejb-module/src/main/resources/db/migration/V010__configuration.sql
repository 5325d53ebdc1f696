-- Organisations, applications, services, servers, and how they are related.

CREATE SEQUENCE organisation_seq AS BIGINT START WITH 1;
CREATE TABLE organisation (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  item_name VARCHAR(120) NOT NULL UNIQUE,
  description VARCHAR(4000)
);

CREATE SEQUENCE application_seq AS BIGINT START WITH 1;
CREATE TABLE application (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  item_name VARCHAR(120) NOT NULL UNIQUE,
  description VARCHAR(4000)
);

CREATE SEQUENCE service_seq AS BIGINT START WITH 1;
CREATE TABLE it_service (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  item_name VARCHAR(120) NOT NULL UNIQUE,
  description VARCHAR(4000),
  front_door_url VARCHAR(1000),
  front_door_status INTEGER,
  front_door_samples INTEGER,
  front_door_percent INTEGER,
  minimum_live INTEGER NOT NULL
);

CREATE SEQUENCE server_seq AS BIGINT START WITH 1;
CREATE TABLE server (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  item_name VARCHAR(120) NOT NULL UNIQUE,
  description VARCHAR(4000),
  site VARCHAR(120),
  address VARCHAR(253) NOT NULL,
  ssh_port INTEGER NOT NULL,
  login_user VARCHAR(32) NOT NULL,
  probe_user VARCHAR(32),
  host_key VARCHAR(4200),
  test_server ${bool} NOT NULL,
  server_state VARCHAR(20) NOT NULL,
  protected_because VARCHAR(4000)
);
CREATE TABLE server_label (
  server_id BIGINT NOT NULL REFERENCES server (id),
  label_key VARCHAR(63) NOT NULL,
  label_value VARCHAR(120) NOT NULL,
  PRIMARY KEY (server_id, label_key)
);
CREATE TABLE server_product (
  server_id BIGINT NOT NULL REFERENCES server (id),
  product VARCHAR(120) NOT NULL,
  product_version VARCHAR(120) NOT NULL,
  installed_since ${timestamp} NOT NULL,
  change_number VARCHAR(24)
);
CREATE INDEX server_product_server ON server_product (server_id);

CREATE SEQUENCE relation_seq AS BIGINT START WITH 1;
CREATE TABLE relation (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  relation_type VARCHAR(20) NOT NULL,
  from_number VARCHAR(24) NOT NULL,
  to_number VARCHAR(24) NOT NULL,
  -- type and ends while the relation holds, null once it ended: of equal relations at most one is active
  active_key VARCHAR(80) UNIQUE,
  started_at ${timestamp} NOT NULL,
  ended_at ${timestamp}
);
CREATE INDEX relation_from ON relation (from_number);
CREATE INDEX relation_to ON relation (to_number);

-- One change at a time: the server is the key, so that of two changes that want it at once only one can have it.
CREATE TABLE server_reservation (
  server_number VARCHAR(24) NOT NULL PRIMARY KEY,
  change_number VARCHAR(24) NOT NULL,
  held_since ${timestamp} NOT NULL
);
CREATE INDEX server_reservation_change ON server_reservation (change_number);

CREATE SEQUENCE authorized_product_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE authorized_product (
  id BIGINT NOT NULL PRIMARY KEY,
  server_number VARCHAR(24) NOT NULL,
  product VARCHAR(120) NOT NULL,
  product_version VARCHAR(120) NOT NULL,
  change_number VARCHAR(24),
  authorized_since ${timestamp} NOT NULL,
  UNIQUE (server_number, product)
);
