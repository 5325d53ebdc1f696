-- What a rollout's plan holds besides its waves: limits over all of it, and what opens and closes a wave.

ALTER TABLE deployment ADD COLUMN site_parallel INTEGER;
ALTER TABLE deployment ADD COLUMN max_failures INTEGER;
ALTER TABLE deployment ADD COLUMN max_failures_percent INTEGER;

ALTER TABLE deployment_wave ADD COLUMN gate VARCHAR(20) DEFAULT 'AUTOMATIC' NOT NULL;
ALTER TABLE deployment_wave ADD COLUMN min_success INTEGER;
ALTER TABLE deployment_wave ADD COLUMN min_success_percent INTEGER;
ALTER TABLE deployment_wave ADD COLUMN opened_by VARCHAR(80);
ALTER TABLE deployment_wave ADD COLUMN opened_at ${timestamp};
