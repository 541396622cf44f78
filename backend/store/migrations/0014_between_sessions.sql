CREATE TABLE "care"."client_preference" (
	"practice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"progress_as" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "client_preference_practice_id_client_id_pk" PRIMARY KEY("practice_id","client_id"),
	CONSTRAINT "client_preference_progress" CHECK (progress_as in ('words', 'chart'))
);
--> statement-breakpoint
ALTER TABLE "care"."client_preference" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."client_topic" (
	"practice_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"words" text NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" uuid,
	CONSTRAINT "client_topic_practice_id_topic_id_pk" PRIMARY KEY("practice_id","topic_id"),
	CONSTRAINT "client_topic_closed" CHECK (closed_by is null or closed_at is not null)
);
--> statement-breakpoint
ALTER TABLE "care"."client_topic" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."withheld_measure" (
	"practice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"withheld_by" uuid NOT NULL,
	"withheld_at" timestamp (3) with time zone NOT NULL,
	"shown_again_at" timestamp (3) with time zone,
	"shown_again_by" uuid,
	CONSTRAINT "withheld_measure_practice_id_client_id_measure_withheld_at_pk" PRIMARY KEY("practice_id","client_id","measure","withheld_at"),
	CONSTRAINT "withheld_measure_shown" CHECK ((shown_again_at is null) = (shown_again_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."withheld_measure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."appointment_day" (
	"practice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"day" date NOT NULL,
	"told_by" uuid NOT NULL,
	"told_at" timestamp (3) with time zone NOT NULL,
	"taken_back_at" timestamp (3) with time zone,
	CONSTRAINT "appointment_day_practice_id_client_id_day_pk" PRIMARY KEY("practice_id","client_id","day")
);
--> statement-breakpoint
ALTER TABLE "care"."appointment_day" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."client_contact" (
	"practice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"email" text,
	"phone" text,
	"channel" text,
	"language" text NOT NULL,
	"country" text NOT NULL,
	"agreed_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "client_contact_practice_id_client_id_pk" PRIMARY KEY("practice_id","client_id"),
	CONSTRAINT "client_contact_channel" CHECK (channel in ('email', 'text')),
	CONSTRAINT "client_contact_reachable" CHECK (case channel when 'email' then email is not null when 'text' then phone is not null else true end),
	CONSTRAINT "client_contact_language" CHECK (language in ('english', 'spanish'))
);
--> statement-breakpoint
ALTER TABLE "care"."client_contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."staff_contact" (
	"practice_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"email" text,
	"phone" text,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "staff_contact_practice_id_staff_id_pk" PRIMARY KEY("practice_id","staff_id")
);
--> statement-breakpoint
ALTER TABLE "care"."staff_contact" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."couple" (
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"since" date NOT NULL,
	"secrets_policy" text NOT NULL,
	"policy_agreed_on" date NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "couple_practice_id_couple_id_pk" PRIMARY KEY("practice_id","couple_id"),
	CONSTRAINT "couple_policy" CHECK (secrets_policy in ('noSecrets', 'limited', 'separate')),
	CONSTRAINT "couple_ended" CHECK ((ended_at is null) = (ended_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."couple" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."couple_consent" (
	"practice_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"measure" text NOT NULL,
	"given_at" timestamp (3) with time zone NOT NULL,
	"expires_on" date NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" uuid,
	CONSTRAINT "couple_consent_practice_id_consent_id_pk" PRIMARY KEY("practice_id","consent_id"),
	CONSTRAINT "couple_consent_revoked" CHECK (revoked_by is null or revoked_at is not null)
);
--> statement-breakpoint
ALTER TABLE "care"."couple_consent" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."couple_partner" (
	"practice_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "couple_partner_practice_id_couple_id_client_id_pk" PRIMARY KEY("practice_id","couple_id","client_id")
);
--> statement-breakpoint
ALTER TABLE "care"."couple_partner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."goal" (
	"practice_id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"words" text NOT NULL,
	"scale" jsonb NOT NULL,
	"agreed_on" date NOT NULL,
	"target_on" date,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	"closed_on" date,
	"closed_by" uuid,
	CONSTRAINT "goal_practice_id_goal_id_pk" PRIMARY KEY("practice_id","goal_id"),
	CONSTRAINT "goal_status" CHECK (status in ('open', 'reached', 'setAside')),
	CONSTRAINT "goal_closed" CHECK (num_nulls(closed_on, closed_by) = case when status = 'open' then 2 else 0 end)
);
--> statement-breakpoint
ALTER TABLE "care"."goal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."goal_rating" (
	"practice_id" uuid NOT NULL,
	"goal_id" uuid NOT NULL,
	"rater" text NOT NULL,
	"day" date NOT NULL,
	"revision" integer NOT NULL,
	"value" integer NOT NULL,
	"staff_id" uuid,
	"rated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "goal_rating_practice_id_goal_id_rater_day_revision_pk" PRIMARY KEY("practice_id","goal_id","rater","day","revision"),
	CONSTRAINT "goal_rating_rater" CHECK (rater in ('client', 'clinician')),
	CONSTRAINT "goal_rating_by" CHECK ((rater = 'client') = (staff_id is null)),
	CONSTRAINT "goal_rating_value" CHECK (value between -2 and 10)
);
--> statement-breakpoint
ALTER TABLE "care"."goal_rating" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."alert_seen" (
	"practice_id" uuid NOT NULL,
	"alert_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"latest_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alert_seen_practice_id_alert_id_staff_id_latest_at_pk" PRIMARY KEY("practice_id","alert_id","staff_id","latest_at")
);
--> statement-breakpoint
ALTER TABLE "care"."alert_seen" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "directory"."delivery_beat" (
	"name" text PRIMARY KEY NOT NULL,
	"beat_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "care"."message" (
	"practice_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"way" text NOT NULL,
	"client_id" uuid,
	"staff_id" uuid,
	"about_message_id" uuid,
	"alert_id" uuid,
	"ladder_version" integer,
	"step" integer,
	"evidence_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone,
	"attempts" integer NOT NULL,
	"failure" text,
	"gave_up_at" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone,
	"settled_by" uuid,
	CONSTRAINT "message_practice_id_message_id_pk" PRIMARY KEY("practice_id","message_id"),
	CONSTRAINT "message_purpose" CHECK (purpose in ('checkIn', 'reminder', 'alert', 'answer')),
	CONSTRAINT "message_way" CHECK (way in ('email', 'text', 'browser')),
	CONSTRAINT "message_to_one" CHECK (num_nonnulls(client_id, staff_id) = 1),
	CONSTRAINT "message_of_step" CHECK (num_nulls(alert_id, ladder_version, step, evidence_at) = case when purpose = 'alert' then 0 else 4 end),
	CONSTRAINT "message_settled" CHECK ((settled_at is null) = (settled_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."practice_setting" (
	"practice_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"value" jsonb NOT NULL,
	"set_by" uuid NOT NULL,
	"in_force_from" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_setting_practice_id_kind_version_pk" PRIMARY KEY("practice_id","kind","version"),
	CONSTRAINT "practice_setting_kind" CHECK (kind in ('protocol', 'ladder', 'wording', 'planTemplates')),
	CONSTRAINT "practice_setting_version" CHECK (version >= 1)
);
--> statement-breakpoint
ALTER TABLE "care"."practice_setting" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."pause" (
	"practice_id" uuid NOT NULL,
	"pause_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"from_day" date NOT NULL,
	"until_day" date,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "pause_practice_id_pause_id_pk" PRIMARY KEY("practice_id","pause_id"),
	CONSTRAINT "pause_reason" CHECK (reason in ('crisis', 'away', 'clientAsked', 'other')),
	CONSTRAINT "pause_crisis" CHECK (reason <> 'crisis' or until_day is null),
	CONSTRAINT "pause_ended" CHECK ((ended_at is null) = (ended_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."pause" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."plan" (
	"practice_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	CONSTRAINT "plan_practice_id_plan_id_pk" PRIMARY KEY("practice_id","plan_id"),
	CONSTRAINT "plan_ended" CHECK ((ended_at is null) = (ended_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."plan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."plan_version" (
	"practice_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"often_meant" boolean NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "plan_version_practice_id_plan_id_version_pk" PRIMARY KEY("practice_id","plan_id","version"),
	CONSTRAINT "plan_version_from_one" CHECK (version >= 1)
);
--> statement-breakpoint
ALTER TABLE "care"."plan_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."sending" (
	"practice_id" uuid NOT NULL,
	"administration_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"instrument_id" text NOT NULL,
	"message_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"way" text NOT NULL,
	"plan_id" uuid,
	"plan_version" integer,
	"for_day" date,
	"sent_by" uuid,
	CONSTRAINT "sending_practice_id_administration_id_pk" PRIMARY KEY("practice_id","administration_id"),
	CONSTRAINT "sending_way" CHECK (way in ('message', 'link', 'kiosk')),
	CONSTRAINT "sending_cause" CHECK (num_nulls(plan_id, plan_version, for_day) = case when sent_by is null then 0 else 3 end)
);
--> statement-breakpoint
ALTER TABLE "care"."sending" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD COLUMN "acknowledged_protocol" integer;--> statement-breakpoint
ALTER TABLE "care"."answer" ADD COLUMN "skip_reason" text;--> statement-breakpoint
ALTER TABLE "care"."client_preference" ADD CONSTRAINT "client_preference_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."client_topic" ADD CONSTRAINT "client_topic_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."client_topic" ADD CONSTRAINT "client_topic_practice_id_closed_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","closed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."withheld_measure" ADD CONSTRAINT "withheld_measure_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."withheld_measure" ADD CONSTRAINT "withheld_measure_practice_id_withheld_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","withheld_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."withheld_measure" ADD CONSTRAINT "withheld_measure_practice_id_shown_again_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","shown_again_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."appointment_day" ADD CONSTRAINT "appointment_day_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."appointment_day" ADD CONSTRAINT "appointment_day_practice_id_told_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","told_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."client_contact" ADD CONSTRAINT "client_contact_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."staff_contact" ADD CONSTRAINT "staff_contact_practice_id_staff_id_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."couple" ADD CONSTRAINT "couple_practice_id_linked_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","linked_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."couple" ADD CONSTRAINT "couple_practice_id_ended_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","ended_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."couple_consent" ADD CONSTRAINT "couple_consent_practice_id_couple_id_client_id_couple_partner_practice_id_couple_id_client_id_fk" FOREIGN KEY ("practice_id","couple_id","client_id") REFERENCES "care"."couple_partner"("practice_id","couple_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."couple_consent" ADD CONSTRAINT "couple_consent_practice_id_revoked_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","revoked_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."couple_partner" ADD CONSTRAINT "couple_partner_practice_id_couple_id_couple_practice_id_couple_id_fk" FOREIGN KEY ("practice_id","couple_id") REFERENCES "care"."couple"("practice_id","couple_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."couple_partner" ADD CONSTRAINT "couple_partner_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."goal" ADD CONSTRAINT "goal_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."goal" ADD CONSTRAINT "goal_practice_id_recorded_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","recorded_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."goal" ADD CONSTRAINT "goal_practice_id_closed_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","closed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."goal_rating" ADD CONSTRAINT "goal_rating_practice_id_goal_id_goal_practice_id_goal_id_fk" FOREIGN KEY ("practice_id","goal_id") REFERENCES "care"."goal"("practice_id","goal_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."goal_rating" ADD CONSTRAINT "goal_rating_practice_id_staff_id_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."alert_seen" ADD CONSTRAINT "alert_seen_practice_id_alert_id_alert_practice_id_alert_id_fk" FOREIGN KEY ("practice_id","alert_id") REFERENCES "care"."alert"("practice_id","alert_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."alert_seen" ADD CONSTRAINT "alert_seen_practice_id_staff_id_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."message" ADD CONSTRAINT "message_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."message" ADD CONSTRAINT "message_practice_id_staff_id_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."message" ADD CONSTRAINT "message_practice_id_settled_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","settled_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."message" ADD CONSTRAINT "message_practice_id_alert_id_alert_practice_id_alert_id_fk" FOREIGN KEY ("practice_id","alert_id") REFERENCES "care"."alert"("practice_id","alert_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."practice_setting" ADD CONSTRAINT "practice_setting_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."practice_setting" ADD CONSTRAINT "practice_setting_practice_id_set_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."pause" ADD CONSTRAINT "pause_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."pause" ADD CONSTRAINT "pause_practice_id_set_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."pause" ADD CONSTRAINT "pause_practice_id_ended_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","ended_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."plan" ADD CONSTRAINT "plan_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."plan" ADD CONSTRAINT "plan_practice_id_ended_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","ended_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."plan_version" ADD CONSTRAINT "plan_version_practice_id_plan_id_plan_practice_id_plan_id_fk" FOREIGN KEY ("practice_id","plan_id") REFERENCES "care"."plan"("practice_id","plan_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."plan_version" ADD CONSTRAINT "plan_version_practice_id_set_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","set_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."sending" ADD CONSTRAINT "sending_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."sending" ADD CONSTRAINT "sending_practice_id_sent_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","sent_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."sending" ADD CONSTRAINT "sending_practice_id_administration_id_administration_practice_id_administration_id_fk" FOREIGN KEY ("practice_id","administration_id") REFERENCES "care"."administration"("practice_id","administration_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."sending" ADD CONSTRAINT "sending_practice_id_plan_id_plan_version_plan_version_practice_id_plan_id_version_fk" FOREIGN KEY ("practice_id","plan_id","plan_version") REFERENCES "care"."plan_version"("practice_id","plan_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "client_topic_open" ON "care"."client_topic" USING btree ("practice_id","client_id") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "couple_consent_standing" ON "care"."couple_consent" USING btree ("practice_id","couple_id") WHERE revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "couple_partner_of_one" ON "care"."couple_partner" USING btree ("practice_id","client_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "goal_client" ON "care"."goal" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_step_once" ON "care"."message" USING btree ("practice_id","alert_id","evidence_at","step","staff_id","way") WHERE alert_id is not null;--> statement-breakpoint
CREATE INDEX "message_unsent" ON "care"."message" USING btree ("practice_id","due_at") WHERE sent_at is null and cancelled_at is null and settled_at is null;--> statement-breakpoint
CREATE INDEX "message_client" ON "care"."message" USING btree ("practice_id","client_id","created_at");--> statement-breakpoint
CREATE INDEX "pause_client" ON "care"."pause" USING btree ("practice_id","client_id");--> statement-breakpoint
CREATE INDEX "plan_standing" ON "care"."plan" USING btree ("practice_id","client_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sending_once" ON "care"."sending" USING btree ("practice_id","plan_id","for_day","instrument_id") WHERE plan_id is not null;--> statement-breakpoint
CREATE INDEX "sending_together" ON "care"."sending" USING btree ("practice_id","message_id","place");--> statement-breakpoint
ALTER TABLE "care"."answer" ADD CONSTRAINT "answer_skip_reason" CHECK (skip_reason is null or value is null);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."client_preference" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."client_topic" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."withheld_measure" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."appointment_day" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."client_contact" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."staff_contact" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."couple" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."couple_consent" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."couple_partner" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."goal" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."goal_rating" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."alert_seen" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."message" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."practice_setting" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."pause" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."plan" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."plan_version" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."sending" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint

ALTER TABLE care.client_contact FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.staff_contact FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.appointment_day FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.plan FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.plan_version FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.pause FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.sending FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.message FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.practice_setting FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.alert_seen FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.goal FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.goal_rating FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.couple FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.couple_partner FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.couple_consent FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.client_topic FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.client_preference FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.withheld_measure FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- What was decided, agreed, consented to or rated is only ever added; what may change is named.
GRANT SELECT, INSERT ON
  care.client_contact, care.staff_contact, care.appointment_day, care.plan, care.plan_version,
  care.pause, care.sending, care.message, care.practice_setting, care.alert_seen, care.goal,
  care.goal_rating, care.couple, care.couple_partner, care.couple_consent, care.client_topic,
  care.client_preference, care.withheld_measure
  TO throughline_app;--> statement-breakpoint
GRANT UPDATE (email, phone, channel, language, country, agreed_at, changed_at)
  ON care.client_contact TO throughline_app;--> statement-breakpoint
GRANT UPDATE (email, phone, changed_at) ON care.staff_contact TO throughline_app;--> statement-breakpoint
GRANT UPDATE (told_by, told_at, taken_back_at) ON care.appointment_day TO throughline_app;--> statement-breakpoint
GRANT UPDATE (version, ended_at, ended_by) ON care.plan TO throughline_app;--> statement-breakpoint
GRANT UPDATE (ended_at, ended_by) ON care.pause TO throughline_app;--> statement-breakpoint
GRANT UPDATE (sent_at, cancelled_at, attempts, failure, gave_up_at, settled_at, settled_by, due_at)
  ON care.message TO throughline_app;--> statement-breakpoint
GRANT UPDATE (status, closed_on, closed_by) ON care.goal TO throughline_app;--> statement-breakpoint
GRANT UPDATE (secrets_policy, policy_agreed_on, ended_at, ended_by)
  ON care.couple TO throughline_app;--> statement-breakpoint
GRANT UPDATE (ended_at) ON care.couple_partner TO throughline_app;--> statement-breakpoint
GRANT UPDATE (revoked_at, revoked_by) ON care.couple_consent TO throughline_app;--> statement-breakpoint
GRANT UPDATE (closed_at, closed_by) ON care.client_topic TO throughline_app;--> statement-breakpoint
GRANT UPDATE (progress_as, changed_at) ON care.client_preference TO throughline_app;--> statement-breakpoint
GRANT UPDATE (shown_again_at, shown_again_by) ON care.withheld_measure TO throughline_app;--> statement-breakpoint
GRANT UPDATE (acknowledged_protocol) ON care.alert TO throughline_app;--> statement-breakpoint
GRANT SELECT, INSERT ON directory.delivery_beat TO throughline_app;--> statement-breakpoint
GRANT UPDATE (beat_at) ON directory.delivery_beat TO throughline_app;
