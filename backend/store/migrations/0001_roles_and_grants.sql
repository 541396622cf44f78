-- Who may do what. `throughline_owner` (no login) owns everything and runs migrations;
-- `throughline_app` is the role that serves requests. Both exist before the first migration.

-- Row security holds for the owner as well, so that a statement run as the owner by mistake sees
-- nothing rather than everything.
ALTER TABLE care.practice FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.staff FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.client FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.assignment FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.ehr_link FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.administration FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.answer FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.response FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.alert FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.look FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.insertion FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.audit_event FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.outbox FORCE ROW LEVEL SECURITY;--> statement-breakpoint

GRANT USAGE ON SCHEMA directory, care TO throughline_app;--> statement-breakpoint

-- Clinical rows are read and added. What may change is named column by column: never a key, never
-- the practice, and of answers, responses and audit events nothing at all. Nothing is deleted.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA care TO throughline_app;--> statement-breakpoint
GRANT UPDATE (name, time_zone) ON care.practice TO throughline_app;--> statement-breakpoint
GRANT UPDATE (display_name, role, active) ON care.staff TO throughline_app;--> statement-breakpoint
GRANT UPDATE (display_name, other_names, birth_date, in_care_since, active)
  ON care.client TO throughline_app;--> statement-breakpoint
GRANT UPDATE (unlinked_by, unlinked_at) ON care.ehr_link TO throughline_app;--> statement-breakpoint
GRANT UPDATE (opened_at, completed_at, answered_items)
  ON care.administration TO throughline_app;--> statement-breakpoint
GRANT UPDATE (
  rule_version, tier, status, latest_at, evidence,
  acknowledged_by, acknowledged_at, acknowledged_action, resolved_at, closed_at
) ON care.alert TO throughline_app;--> statement-breakpoint
GRANT UPDATE (current_at, previous_at) ON care.look TO throughline_app;--> statement-breakpoint
GRANT UPDATE (undone_at, undo_outcome) ON care.insertion TO throughline_app;--> statement-breakpoint
GRANT UPDATE (available_at, attempts, done_at) ON care.outbox TO throughline_app;--> statement-breakpoint

-- Accounts and sessions are better-auth's to keep.
GRANT SELECT, INSERT, UPDATE, DELETE
  ON directory.user, directory.session, directory.account, directory.verification,
     directory.device_code, directory.rate_limit
  TO throughline_app;--> statement-breakpoint
GRANT SELECT, INSERT ON directory.practice, directory.portal_link TO throughline_app;--> statement-breakpoint
GRANT UPDATE (revoked_at) ON directory.portal_link TO throughline_app;
