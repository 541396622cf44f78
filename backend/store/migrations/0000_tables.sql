CREATE SCHEMA "care";
--> statement-breakpoint
CREATE SCHEMA "directory";
--> statement-breakpoint
CREATE TABLE "care"."alert" (
	"practice_id" uuid NOT NULL,
	"alert_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"rule" text NOT NULL,
	"rule_version" integer NOT NULL,
	"instrument_id" text NOT NULL,
	"tier" text NOT NULL,
	"status" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"latest_at" timestamp (3) with time zone NOT NULL,
	"evidence" jsonb NOT NULL,
	"acknowledged_by" uuid,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_action" text,
	"resolved_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "alert_practice_id_alert_id_pk" PRIMARY KEY("practice_id","alert_id"),
	CONSTRAINT "alert_status" CHECK (status in ('open', 'acknowledged', 'resolved')),
	CONSTRAINT "alert_tier" CHECK (tier in ('emergency', 'urgent', 'review', 'info')),
	CONSTRAINT "alert_open" CHECK ((status = 'open') = (closed_at is null)),
	CONSTRAINT "alert_acknowledged" CHECK (num_nulls(acknowledged_by, acknowledged_at, acknowledged_action) = case when status = 'acknowledged' then 0 else 3 end)
);
--> statement-breakpoint
ALTER TABLE "care"."alert" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."look" (
	"practice_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"current_at" timestamp (3) with time zone NOT NULL,
	"previous_at" timestamp (3) with time zone,
	CONSTRAINT "look_practice_id_staff_id_client_id_pk" PRIMARY KEY("practice_id","staff_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "care"."look" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "directory"."account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."device_code" (
	"id" text PRIMARY KEY NOT NULL,
	"device_code" text NOT NULL,
	"user_code" text NOT NULL,
	"user_id" text,
	"client_id" text,
	"scope" text,
	"status" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_polled_at" timestamp (3) with time zone,
	"polling_interval" integer,
	CONSTRAINT "device_code_device_code_unique" UNIQUE("device_code"),
	CONSTRAINT "device_code_user_code_unique" UNIQUE("user_code")
);
--> statement-breakpoint
CREATE TABLE "directory"."portal_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"practice_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "directory"."practice" (
	"practice_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory"."rate_limit" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "directory"."session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "directory"."user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"practice_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email"),
	CONSTRAINT "user_staff_id_unique" UNIQUE("staff_id")
);
--> statement-breakpoint
CREATE TABLE "directory"."verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "care"."administration" (
	"practice_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"instrument_id" text NOT NULL,
	"instrument_version" integer NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	"due_on" date NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"answered_items" integer NOT NULL,
	CONSTRAINT "administration_practice_id_administration_id_pk" PRIMARY KEY("practice_id","administration_id")
);
--> statement-breakpoint
ALTER TABLE "care"."administration" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."answer" (
	"practice_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"item" integer NOT NULL,
	"revision" integer NOT NULL,
	"value" integer,
	"saved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answer_practice_id_administration_id_item_revision_pk" PRIMARY KEY("practice_id","administration_id","item","revision")
);
--> statement-breakpoint
ALTER TABLE "care"."answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."response" (
	"practice_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"instrument_id" text NOT NULL,
	"instrument_version" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"answered_on" date NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"answers" jsonb NOT NULL,
	"score" jsonb NOT NULL,
	CONSTRAINT "response_practice_id_response_id_pk" PRIMARY KEY("practice_id","response_id"),
	CONSTRAINT "response_ordinal_from_one" CHECK (ordinal >= 1)
);
--> statement-breakpoint
ALTER TABLE "care"."response" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."assignment" (
	"practice_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"assigned_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assignment_practice_id_staff_id_client_id_pk" PRIMARY KEY("practice_id","staff_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "care"."assignment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."client" (
	"practice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"display_name" text NOT NULL,
	"other_names" text[] NOT NULL,
	"birth_date" date NOT NULL,
	"in_care_since" date NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "client_practice_id_client_id_pk" PRIMARY KEY("practice_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "care"."client" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."ehr_link" (
	"practice_id" uuid NOT NULL,
	"link_id" uuid NOT NULL,
	"ehr" text NOT NULL,
	"record_id" text NOT NULL,
	"client_id" uuid NOT NULL,
	"confirmed_name" text NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"unlinked_by" uuid,
	"unlinked_at" timestamp (3) with time zone,
	CONSTRAINT "ehr_link_practice_id_link_id_pk" PRIMARY KEY("practice_id","link_id"),
	CONSTRAINT "ehr_link_ended" CHECK ((unlinked_at is null) = (unlinked_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."ehr_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."practice" (
	"practice_id" uuid NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_practice_id_pk" PRIMARY KEY("practice_id")
);
--> statement-breakpoint
ALTER TABLE "care"."practice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."staff" (
	"practice_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"display_name" text NOT NULL,
	"role" text NOT NULL,
	"active" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_practice_id_staff_id_pk" PRIMARY KEY("practice_id","staff_id"),
	CONSTRAINT "staff_role" CHECK (role in ('clinician', 'admin'))
);
--> statement-breakpoint
ALTER TABLE "care"."staff" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."audit_event" (
	"practice_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"client_id" uuid,
	"subject" jsonb NOT NULL,
	"request_id" text NOT NULL,
	CONSTRAINT "audit_event_practice_id_event_id_pk" PRIMARY KEY("practice_id","event_id"),
	CONSTRAINT "audit_event_actor" CHECK (actor_kind in ('staff', 'client', 'system'))
);
--> statement-breakpoint
ALTER TABLE "care"."audit_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."insertion" (
	"practice_id" uuid NOT NULL,
	"insertion_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"ehr" text NOT NULL,
	"record_id" text,
	"appointment_id" text,
	"shape" text NOT NULL,
	"brief_as_of" timestamp (3) with time zone NOT NULL,
	"parts" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"body_hash" text NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undo_outcome" jsonb,
	CONSTRAINT "insertion_practice_id_insertion_id_pk" PRIMARY KEY("practice_id","insertion_id")
);
--> statement-breakpoint
ALTER TABLE "care"."insertion" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."outbox" (
	"practice_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"available_at" timestamp (3) with time zone NOT NULL,
	"attempts" integer NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_practice_id_entry_id_pk" PRIMARY KEY("practice_id","entry_id")
);
--> statement-breakpoint
ALTER TABLE "care"."outbox" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD CONSTRAINT "alert_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD CONSTRAINT "alert_practice_id_acknowledged_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","acknowledged_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."look" ADD CONSTRAINT "look_practice_id_staff_id_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."look" ADD CONSTRAINT "look_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "directory"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."administration" ADD CONSTRAINT "administration_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."answer" ADD CONSTRAINT "answer_practice_id_administration_id_administration_practice_id_administration_id_fk" FOREIGN KEY ("practice_id","administration_id") REFERENCES "care"."administration"("practice_id","administration_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."response" ADD CONSTRAINT "response_practice_id_administration_id_administration_practice_id_administration_id_fk" FOREIGN KEY ("practice_id","administration_id") REFERENCES "care"."administration"("practice_id","administration_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."response" ADD CONSTRAINT "response_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."assignment" ADD CONSTRAINT "assignment_practice_id_staff_id_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."assignment" ADD CONSTRAINT "assignment_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."client" ADD CONSTRAINT "client_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."ehr_link" ADD CONSTRAINT "ehr_link_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."ehr_link" ADD CONSTRAINT "ehr_link_practice_id_linked_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","linked_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."ehr_link" ADD CONSTRAINT "ehr_link_practice_id_unlinked_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","unlinked_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."staff" ADD CONSTRAINT "staff_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."insertion" ADD CONSTRAINT "insertion_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."insertion" ADD CONSTRAINT "insertion_practice_id_staff_id_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_one_open" ON "care"."alert" USING btree ("practice_id","client_id","rule","instrument_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "alert_closed" ON "care"."alert" USING btree ("practice_id","client_id","closed_at");--> statement-breakpoint
CREATE INDEX "account_user_id" ON "directory"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "portal_link_administration" ON "directory"."portal_link" USING btree ("practice_id","administration_id");--> statement-breakpoint
CREATE INDEX "session_user_id" ON "directory"."session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "directory"."verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "administration_client" ON "care"."administration" USING btree ("practice_id","client_id","sent_at");--> statement-breakpoint
CREATE INDEX "administration_outstanding" ON "care"."administration" USING btree ("practice_id","client_id","due_on") WHERE completed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "response_once" ON "care"."response" USING btree ("practice_id","administration_id");--> statement-breakpoint
CREATE UNIQUE INDEX "response_ordinal" ON "care"."response" USING btree ("practice_id","client_id","instrument_id","ordinal" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "response_latest" ON "care"."response" USING btree ("practice_id","client_id","submitted_at");--> statement-breakpoint
CREATE INDEX "assignment_client" ON "care"."assignment" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ehr_link_one_client" ON "care"."ehr_link" USING btree ("practice_id","ehr","record_id") WHERE unlinked_at is null;--> statement-breakpoint
CREATE INDEX "ehr_link_client" ON "care"."ehr_link" USING btree ("practice_id","client_id") WHERE unlinked_at is null;--> statement-breakpoint
CREATE INDEX "audit_event_client" ON "care"."audit_event" USING btree ("practice_id","client_id","at");--> statement-breakpoint
CREATE INDEX "insertion_client" ON "care"."insertion" USING btree ("practice_id","client_id","recorded_at");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "care"."outbox" USING btree ("practice_id","available_at") WHERE done_at is null;--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."alert" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."look" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."administration" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."answer" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."response" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."assignment" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."client" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."ehr_link" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."practice" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."staff" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."audit_event" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."insertion" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."outbox" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);