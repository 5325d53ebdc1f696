-- Logins end with the password they were made with, and tokens with them.

ALTER TABLE person ADD COLUMN login_generation INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE api_token ADD COLUMN login_generation INTEGER DEFAULT 0 NOT NULL;

CREATE INDEX api_token_person ON api_token (person_number);
CREATE INDEX api_token_expiry ON api_token (expires_at);
