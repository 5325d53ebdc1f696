-- Groups in whose queues incidents wait, and who belongs to them.

CREATE SEQUENCE support_group_seq AS BIGINT START WITH 1;
CREATE TABLE support_group (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  group_name VARCHAR(80) NOT NULL UNIQUE,
  description VARCHAR(4000),
  active ${bool} NOT NULL
);

CREATE TABLE support_group_member (
  group_id BIGINT NOT NULL REFERENCES support_group (id),
  person_number VARCHAR(24) NOT NULL,
  PRIMARY KEY (group_id, person_number)
);
CREATE INDEX support_group_member_person ON support_group_member (person_number);
