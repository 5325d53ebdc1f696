-- Standard changes that a schedule makes and rolls out, and the runs of schedules.

ALTER TABLE change_template ADD COLUMN canary_servers INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE change_template ADD COLUMN wave_percent INTEGER DEFAULT 100 NOT NULL;
ALTER TABLE change_template ADD COLUMN parallel_hosts INTEGER DEFAULT 10 NOT NULL;
ALTER TABLE change_template ADD COLUMN soak_seconds INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE change_template ADD COLUMN max_failures INTEGER DEFAULT 0 NOT NULL;

-- the package that the authority allowed; null when any of the product and version may be confirmed
ALTER TABLE change_authorization ADD COLUMN envelope_sha256 VARCHAR(64);

-- the accepted release that this one carries out again
ALTER TABLE release_record ADD COLUMN repeats_number VARCHAR(24);
CREATE INDEX release_record_package ON release_record (package_digest, id);

ALTER TABLE schedule ADD COLUMN overlap VARCHAR(20) DEFAULT 'REFUSE' NOT NULL;
ALTER TABLE schedule ADD COLUMN queued_for ${timestamp};

CREATE SEQUENCE schedule_run_seq AS BIGINT START WITH 50 INCREMENT BY 50;
CREATE TABLE schedule_run (
  id BIGINT NOT NULL PRIMARY KEY,
  schedule_number VARCHAR(24) NOT NULL,
  due_at ${timestamp} NOT NULL,
  decided_at ${timestamp} NOT NULL,
  job_number VARCHAR(24),
  change_number VARCHAR(24),
  release_number VARCHAR(24),
  deployment_number VARCHAR(24),
  skipped_because VARCHAR(1000)
);
CREATE INDEX schedule_run_of ON schedule_run (schedule_number, id);
