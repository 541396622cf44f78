-- Tokens and codes stood in clear: whoever held a copy of the database held every open session.
-- From here on a column keeps a fingerprint, keyed with a secret that is not in the database, and
-- refuses anything else. What stands in clear can't be turned into one here, so it ends: staff
-- sign in and connect their extension once more. Counters of tries start anew as well, because
-- their keys were hashes that a list of addresses would open.
DELETE FROM directory.session;--> statement-breakpoint
DELETE FROM directory.device_code;--> statement-breakpoint
DELETE FROM directory.rate_limit;--> statement-breakpoint

ALTER TABLE directory.session RENAME COLUMN token TO token_fingerprint;--> statement-breakpoint
ALTER TABLE directory.device_code RENAME COLUMN device_code TO device_code_fingerprint;--> statement-breakpoint
ALTER TABLE directory.device_code RENAME COLUMN user_code TO user_code_fingerprint;--> statement-breakpoint
ALTER TABLE directory.session ADD CONSTRAINT token_fingerprint_is_one
  CHECK (token_fingerprint ~ '^[0-9a-f]{64}$');--> statement-breakpoint
ALTER TABLE directory.device_code ADD CONSTRAINT device_code_fingerprint_is_one
  CHECK (device_code_fingerprint ~ '^[0-9a-f]{64}$');--> statement-breakpoint
ALTER TABLE directory.device_code ADD CONSTRAINT user_code_fingerprint_is_one
  CHECK (user_code_fingerprint ~ '^[0-9a-f]{64}$');--> statement-breakpoint

-- What has expired is looked for by its time.
CREATE INDEX session_expires_at ON directory.session USING btree (expires_at);--> statement-breakpoint
CREATE INDEX device_code_expires_at ON directory.device_code USING btree (expires_at);--> statement-breakpoint
CREATE INDEX rate_limit_expire ON directory.rate_limit USING btree (expire);--> statement-breakpoint

-- The application may do to accounts what it does, and no more: it makes them and reads them; it
-- begins and ends sessions but never moves one to somebody else; of a pairing only the state
-- changes.
REVOKE ALL ON directory.user, directory.session, directory.account, directory.verification,
  directory.device_code, directory.rate_limit FROM throughline_app;--> statement-breakpoint
GRANT SELECT, INSERT ON directory.user, directory.account TO throughline_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON directory.session, directory.device_code, directory.rate_limit
  TO throughline_app;--> statement-breakpoint
GRANT UPDATE (status, user_id, last_polled_at) ON directory.device_code TO throughline_app;--> statement-breakpoint
GRANT UPDATE (points, expire) ON directory.rate_limit TO throughline_app;
