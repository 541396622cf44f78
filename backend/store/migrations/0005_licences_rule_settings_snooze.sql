CREATE TABLE "care"."licence_confirmation" (
	"practice_id" uuid NOT NULL,
	"confirmation_id" uuid NOT NULL,
	"instrument_id" text NOT NULL,
	"terms_hash" text NOT NULL,
	"terms" jsonb NOT NULL,
	"confirmed_by" uuid NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "licence_confirmation_practice_id_confirmation_id_pk" PRIMARY KEY("practice_id","confirmation_id"),
	CONSTRAINT "licence_confirmation_withdrawn" CHECK ((withdrawn_at is null) = (withdrawn_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."licence_confirmation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."rule_settings" (
	"practice_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"set_by" uuid NOT NULL,
	"in_force_from" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rule_settings_practice_id_version_pk" PRIMARY KEY("practice_id","version"),
	CONSTRAINT "rule_settings_version" CHECK (version >= 1)
);
--> statement-breakpoint
ALTER TABLE "care"."rule_settings" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
-- Alerts that are there were judged by rules without anything to set: a default that lasts for this
-- statement alone says so. An UPDATE would not, since row security shows the owner none of them.
ALTER TABLE "care"."alert" ADD COLUMN "parameters" jsonb NOT NULL DEFAULT '{}';--> statement-breakpoint
ALTER TABLE "care"."alert" ALTER COLUMN "parameters" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD COLUMN "settings_version" integer NOT NULL DEFAULT 0;--> statement-breakpoint
ALTER TABLE "care"."alert" ALTER COLUMN "settings_version" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD COLUMN "snoozed_by" uuid;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD COLUMN "snoozed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "care"."client" ADD COLUMN "check_ins_judged_on" date;--> statement-breakpoint
ALTER TABLE "care"."licence_confirmation" ADD CONSTRAINT "licence_confirmation_practice_id_confirmed_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","confirmed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."licence_confirmation" ADD CONSTRAINT "licence_confirmation_practice_id_withdrawn_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","withdrawn_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."rule_settings" ADD CONSTRAINT "rule_settings_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."rule_settings" ADD CONSTRAINT "rule_settings_practice_id_set_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "licence_confirmation_standing" ON "care"."licence_confirmation" USING btree ("practice_id","instrument_id","terms_hash") WHERE withdrawn_at is null;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD CONSTRAINT "alert_practice_id_snoozed_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","snoozed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD CONSTRAINT "alert_snoozed" CHECK (num_nulls(snoozed_by, snoozed_at) = 2 or (num_nulls(snoozed_by, snoozed_at) = 0 and closed_at is null and rule not in ('S1', 'S2', 'S4', 'P2')));--> statement-breakpoint
ALTER TABLE "care"."alert" ADD CONSTRAINT "alert_settings_version" CHECK (settings_version >= 0);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."licence_confirmation" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."rule_settings" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint

ALTER TABLE care.licence_confirmation FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.rule_settings FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- A confirmation is withdrawn, never rewritten; settings are only ever added, so that an old alert
-- can be judged again by those of its time.
GRANT SELECT, INSERT ON care.licence_confirmation, care.rule_settings TO throughline_app;--> statement-breakpoint
GRANT UPDATE (withdrawn_by, withdrawn_at) ON care.licence_confirmation TO throughline_app;--> statement-breakpoint
GRANT UPDATE (parameters, settings_version, snoozed_by, snoozed_at) ON care.alert TO throughline_app;--> statement-breakpoint
GRANT UPDATE (check_ins_judged_on) ON care.client TO throughline_app;
