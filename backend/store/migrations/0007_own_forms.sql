CREATE TABLE "care"."own_form" (
	"practice_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"retired_by" uuid,
	"retired_at" timestamp (3) with time zone,
	CONSTRAINT "own_form_practice_id_form_id_pk" PRIMARY KEY("practice_id","form_id"),
	CONSTRAINT "own_form_retired" CHECK ((retired_at is null) = (retired_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."own_form" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."own_form_version" (
	"practice_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"form" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "own_form_version_practice_id_form_id_version_pk" PRIMARY KEY("practice_id","form_id","version"),
	CONSTRAINT "own_form_version_from_one" CHECK (version >= 1)
);
--> statement-breakpoint
ALTER TABLE "care"."own_form_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."own_answer" (
	"practice_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"item" integer NOT NULL,
	"revision" integer NOT NULL,
	"number" integer,
	"words" text,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "own_answer_practice_id_administration_id_item_revision_pk" PRIMARY KEY("practice_id","administration_id","item","revision"),
	CONSTRAINT "own_answer_is_one" CHECK (num_nonnulls(number, words) <= 1)
);
--> statement-breakpoint
ALTER TABLE "care"."own_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."own_response" (
	"practice_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"form_id" uuid NOT NULL,
	"form_version" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"answered_on" date NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"answers" jsonb NOT NULL,
	CONSTRAINT "own_response_practice_id_response_id_pk" PRIMARY KEY("practice_id","response_id"),
	CONSTRAINT "own_response_ordinal_from_one" CHECK (ordinal >= 1)
);
--> statement-breakpoint
ALTER TABLE "care"."own_response" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "care"."administration" ADD COLUMN "form_id" uuid;--> statement-breakpoint
ALTER TABLE "care"."own_form" ADD CONSTRAINT "own_form_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."own_form" ADD CONSTRAINT "own_form_practice_id_retired_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","retired_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."own_form_version" ADD CONSTRAINT "own_form_version_practice_id_form_id_own_form_practice_id_form_id_fk" FOREIGN KEY ("practice_id","form_id") REFERENCES "care"."own_form"("practice_id","form_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."own_form_version" ADD CONSTRAINT "own_form_version_practice_id_made_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","made_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."own_answer" ADD CONSTRAINT "own_answer_practice_id_administration_id_administration_practice_id_administration_id_fk" FOREIGN KEY ("practice_id","administration_id") REFERENCES "care"."administration"("practice_id","administration_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."own_response" ADD CONSTRAINT "own_response_practice_id_administration_id_administration_practice_id_administration_id_fk" FOREIGN KEY ("practice_id","administration_id") REFERENCES "care"."administration"("practice_id","administration_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."own_response" ADD CONSTRAINT "own_response_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."own_response" ADD CONSTRAINT "own_response_practice_id_form_id_form_version_own_form_version_practice_id_form_id_version_fk" FOREIGN KEY ("practice_id","form_id","form_version") REFERENCES "care"."own_form_version"("practice_id","form_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "own_response_once" ON "care"."own_response" USING btree ("practice_id","administration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "own_response_ordinal" ON "care"."own_response" USING btree ("practice_id","client_id","form_id","ordinal");--> statement-breakpoint
CREATE INDEX "own_response_latest" ON "care"."own_response" USING btree ("practice_id","client_id","submitted_at");--> statement-breakpoint
ALTER TABLE "care"."administration" ADD CONSTRAINT "administration_practice_id_form_id_instrument_version_own_form_version_practice_id_form_id_version_fk" FOREIGN KEY ("practice_id","form_id","instrument_version") REFERENCES "care"."own_form_version"("practice_id","form_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "administration_form" ON "care"."administration" USING btree ("practice_id","client_id","form_id","instrument_version") WHERE form_id is not null;--> statement-breakpoint
ALTER TABLE "care"."administration" ADD CONSTRAINT "administration_form_key" CHECK (case when form_id is null then instrument_id not like 'form:%' else instrument_id = 'form:' || form_id::text end);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."own_form" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."own_form_version" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."own_answer" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."own_response" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint

ALTER TABLE care.own_form FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.own_form_version FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.own_answer FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.own_response FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- A form changes by a further version, an answer by a further revision: what was asked and what was
-- answered stay as they were. Only whether a form is in use may change.
GRANT SELECT, INSERT ON care.own_form, care.own_form_version, care.own_answer, care.own_response
  TO throughline_app;--> statement-breakpoint
GRANT UPDATE (retired_by, retired_at) ON care.own_form TO throughline_app;
