CREATE SEQUENCE procedure_seq AS BIGINT START WITH 1;
CREATE TABLE documented_procedure (
  id BIGINT NOT NULL PRIMARY KEY,
  version BIGINT NOT NULL,
  last_audit_id BIGINT NOT NULL UNIQUE REFERENCES audit_record (id) DEFERRABLE INITIALLY DEFERRED,
  state VARCHAR(20) NOT NULL,
  procedure_name VARCHAR(120) NOT NULL UNIQUE,
  description_text VARCHAR(4000),
  revision INTEGER NOT NULL,
  written_by VARCHAR(80) NOT NULL,
  approved_by VARCHAR(80),
  approved_at ${timestamp}
);

CREATE SEQUENCE procedure_probe_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE procedure_probe (
  id BIGINT NOT NULL PRIMARY KEY,
  procedure_id BIGINT NOT NULL REFERENCES documented_procedure (id),
  probe_name VARCHAR(80) NOT NULL,
  command_text VARCHAR(8000) NOT NULL
);

CREATE TABLE probe_parameter (
  probe_id BIGINT NOT NULL REFERENCES procedure_probe (id),
  place INTEGER NOT NULL,
  parameter_name VARCHAR(40) NOT NULL,
  parameter_type VARCHAR(20) NOT NULL,
  required ${bool} NOT NULL,
  default_value VARCHAR(200),
  value_list ${text},
  pattern_text VARCHAR(400),
  max_value BIGINT,
  PRIMARY KEY (probe_id, place)
);

CREATE TABLE probe_finding (
  probe_id BIGINT NOT NULL REFERENCES procedure_probe (id),
  place INTEGER NOT NULL,
  condition_text VARCHAR(400) NOT NULL,
  finding VARCHAR(200) NOT NULL,
  failing ${bool} NOT NULL,
  PRIMARY KEY (probe_id, place)
);
