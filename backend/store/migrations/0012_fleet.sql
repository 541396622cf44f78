CREATE SCHEMA "fleet";
--> statement-breakpoint
CREATE TABLE "care"."adapter_switch" (
	"practice_id" uuid NOT NULL,
	"ehr" text NOT NULL,
	"version" integer NOT NULL,
	"mode" text NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"in_force_from" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "adapter_switch_practice_id_ehr_version_pk" PRIMARY KEY("practice_id","ehr","version"),
	CONSTRAINT "adapter_switch_mode" CHECK (mode in ('on', 'readOnly', 'off')),
	CONSTRAINT "adapter_switch_version" CHECK (version >= 1)
);
--> statement-breakpoint
ALTER TABLE "care"."adapter_switch" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fleet"."browser" (
	"practice_id" uuid NOT NULL,
	"browser_id" uuid NOT NULL,
	"browser" text NOT NULL,
	"extension_version" text NOT NULL,
	"heard_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "browser_practice_id_browser_id_pk" PRIMARY KEY("practice_id","browser_id")
);
--> statement-breakpoint
ALTER TABLE "fleet"."browser" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fleet"."tally" (
	"practice_id" uuid NOT NULL,
	"day" date NOT NULL,
	"browser_id" uuid NOT NULL,
	"ehr" text NOT NULL,
	"adapter_version" integer NOT NULL,
	"counted" text NOT NULL,
	"name" text NOT NULL,
	"times" bigint NOT NULL,
	CONSTRAINT "tally_pk" PRIMARY KEY("practice_id","day","browser_id","ehr","adapter_version","counted","name"),
	CONSTRAINT "tally_counted" CHECK (counted in ('page', 'check', 'insertion'))
);
--> statement-breakpoint
ALTER TABLE "fleet"."tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "fleet"."report" (
	"practice_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"arrived_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "report_practice_id_report_id_pk" PRIMARY KEY("practice_id","report_id")
);
--> statement-breakpoint
ALTER TABLE "fleet"."report" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "care"."adapter_switch" ADD CONSTRAINT "adapter_switch_practice_id_set_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fleet"."browser" ADD CONSTRAINT "browser_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fleet"."tally" ADD CONSTRAINT "tally_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fleet"."report" ADD CONSTRAINT "report_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_by_age" ON "fleet"."report" USING btree ("practice_id","arrived_at");--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."adapter_switch" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "fleet"."browser" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "fleet"."tally" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "fleet"."report" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint

ALTER TABLE care.adapter_switch FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE fleet.browser FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE fleet.report FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE fleet.tally FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- Decisions are only ever added.
GRANT SELECT, INSERT ON care.adapter_switch TO throughline_app;--> statement-breakpoint
-- What browsers count is nobody's record: it is added up, and deleted when it has grown old.
GRANT USAGE ON SCHEMA fleet TO throughline_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON fleet.browser, fleet.report, fleet.tally TO throughline_app;--> statement-breakpoint
GRANT UPDATE (browser, extension_version, heard_at) ON fleet.browser TO throughline_app;--> statement-breakpoint
GRANT UPDATE (times) ON fleet.tally TO throughline_app;
