-- Whoever comes back into care gets the time back in which it had ended: what they had in hand is due, and
-- its links end, so much later.
GRANT UPDATE (due_on, expires_at) ON care.administration TO throughline_app;--> statement-breakpoint
GRANT UPDATE (expires_at) ON directory.portal_link TO throughline_app;
