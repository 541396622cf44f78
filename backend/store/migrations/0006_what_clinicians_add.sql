CREATE TABLE "care"."hand_measure" (
	"practice_id" uuid NOT NULL,
	"code" text NOT NULL,
	"edition" integer NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"direction" text NOT NULL,
	"range" jsonb,
	"bands" jsonb NOT NULL,
	"bands_source" text NOT NULL,
	"stated_by" uuid NOT NULL,
	"stated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "hand_measure_practice_id_code_edition_pk" PRIMARY KEY("practice_id","code","edition"),
	CONSTRAINT "hand_measure_direction" CHECK (direction in ('higherWorse', 'higherBetter')),
	CONSTRAINT "hand_measure_counts" CHECK (edition >= version and version >= 1)
);
--> statement-breakpoint
ALTER TABLE "care"."hand_measure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."hand_total" (
	"practice_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"code" text NOT NULL,
	"edition" integer NOT NULL,
	"ordinal" integer NOT NULL,
	"answered_on" date NOT NULL,
	"total" double precision NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"supersedes" uuid,
	CONSTRAINT "hand_total_practice_id_response_id_pk" PRIMARY KEY("practice_id","response_id"),
	CONSTRAINT "hand_total_ordinal_from_one" CHECK (ordinal >= 1)
);
--> statement-breakpoint
ALTER TABLE "care"."hand_total" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."baseline_choice" (
	"practice_id" uuid NOT NULL,
	"choice_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "baseline_choice_practice_id_choice_id_pk" PRIMARY KEY("practice_id","choice_id"),
	CONSTRAINT "baseline_choice_removed" CHECK ((removed_at is null) = (removed_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."baseline_choice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."care_event" (
	"practice_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"happened_on" date NOT NULL,
	"kind" text NOT NULL,
	"label" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "care_event_practice_id_event_id_pk" PRIMARY KEY("practice_id","event_id"),
	CONSTRAINT "care_event_kind" CHECK (kind in ('medication', 'lifeEvent', 'other')),
	CONSTRAINT "care_event_removed" CHECK ((removed_at is null) = (removed_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."care_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."episode_mark" (
	"practice_id" uuid NOT NULL,
	"mark_id" uuid NOT NULL,
	"client_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"marked_on" date NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "episode_mark_practice_id_mark_id_pk" PRIMARY KEY("practice_id","mark_id"),
	CONSTRAINT "episode_mark_kind" CHECK (kind in ('began', 'ended')),
	CONSTRAINT "episode_mark_removed" CHECK ((removed_at is null) = (removed_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."episode_mark" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "care"."phrase" (
	"practice_id" uuid NOT NULL,
	"phrase_id" uuid NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"per" text NOT NULL,
	"language" text NOT NULL,
	"shapes" text[] NOT NULL,
	"section" text NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp (3) with time zone NOT NULL,
	"removed_by" uuid,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "phrase_practice_id_phrase_id_pk" PRIMARY KEY("practice_id","phrase_id"),
	CONSTRAINT "phrase_per" CHECK (per in ('measure', 'update')),
	CONSTRAINT "phrase_removed" CHECK ((removed_at is null) = (removed_by is null))
);
--> statement-breakpoint
ALTER TABLE "care"."phrase" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "care"."response_once";--> statement-breakpoint
ALTER TABLE "care"."assignment" DROP CONSTRAINT "assignment_practice_id_staff_id_client_id_pk";--> statement-breakpoint
ALTER TABLE "care"."assignment" ADD CONSTRAINT "assignment_practice_id_staff_id_client_id_assigned_at_pk" PRIMARY KEY("practice_id","staff_id","client_id","assigned_at");--> statement-breakpoint
ALTER TABLE "care"."response" ADD COLUMN "supersedes" uuid;--> statement-breakpoint
ALTER TABLE "care"."response" ADD COLUMN "correction_reason" text;--> statement-breakpoint
ALTER TABLE "care"."response" ADD COLUMN "corrected_by" uuid;--> statement-breakpoint
ALTER TABLE "care"."assignment" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "care"."hand_measure" ADD CONSTRAINT "hand_measure_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."hand_measure" ADD CONSTRAINT "hand_measure_practice_id_stated_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","stated_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."hand_total" ADD CONSTRAINT "hand_total_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."hand_total" ADD CONSTRAINT "hand_total_practice_id_code_edition_hand_measure_practice_id_code_edition_fk" FOREIGN KEY ("practice_id","code","edition") REFERENCES "care"."hand_measure"("practice_id","code","edition") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."hand_total" ADD CONSTRAINT "hand_total_practice_id_entered_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","entered_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."hand_total" ADD CONSTRAINT "hand_total_practice_id_supersedes_hand_total_practice_id_response_id_fk" FOREIGN KEY ("practice_id","supersedes") REFERENCES "care"."hand_total"("practice_id","response_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."baseline_choice" ADD CONSTRAINT "baseline_choice_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."baseline_choice" ADD CONSTRAINT "baseline_choice_practice_id_added_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","added_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."baseline_choice" ADD CONSTRAINT "baseline_choice_practice_id_removed_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","removed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."care_event" ADD CONSTRAINT "care_event_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."care_event" ADD CONSTRAINT "care_event_practice_id_added_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","added_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."care_event" ADD CONSTRAINT "care_event_practice_id_removed_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","removed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."episode_mark" ADD CONSTRAINT "episode_mark_practice_id_client_id_client_practice_id_client_id_fk" FOREIGN KEY ("practice_id","client_id") REFERENCES "care"."client"("practice_id","client_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."episode_mark" ADD CONSTRAINT "episode_mark_practice_id_added_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","added_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."episode_mark" ADD CONSTRAINT "episode_mark_practice_id_removed_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","removed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."phrase" ADD CONSTRAINT "phrase_practice_id_practice_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "care"."practice"("practice_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."phrase" ADD CONSTRAINT "phrase_practice_id_saved_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","saved_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."phrase" ADD CONSTRAINT "phrase_practice_id_removed_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","removed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hand_total_ordinal" ON "care"."hand_total" USING btree ("practice_id","client_id","code","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "hand_total_corrected_once" ON "care"."hand_total" USING btree ("practice_id","supersedes") WHERE supersedes is not null;--> statement-breakpoint
CREATE INDEX "hand_total_day" ON "care"."hand_total" USING btree ("practice_id","client_id","answered_on");--> statement-breakpoint
CREATE UNIQUE INDEX "baseline_choice_standing" ON "care"."baseline_choice" USING btree ("practice_id","client_id","response_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "baseline_choice_client" ON "care"."baseline_choice" USING btree ("practice_id","client_id","added_at");--> statement-breakpoint
CREATE INDEX "care_event_client" ON "care"."care_event" USING btree ("practice_id","client_id","happened_on") WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "episode_mark_standing" ON "care"."episode_mark" USING btree ("practice_id","client_id","kind","marked_on") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "episode_mark_client" ON "care"."episode_mark" USING btree ("practice_id","client_id","added_at");--> statement-breakpoint
CREATE UNIQUE INDEX "phrase_standing" ON "care"."phrase" USING btree ("practice_id","name") WHERE removed_at is null;--> statement-breakpoint
ALTER TABLE "care"."response" ADD CONSTRAINT "response_practice_id_supersedes_response_practice_id_response_id_fk" FOREIGN KEY ("practice_id","supersedes") REFERENCES "care"."response"("practice_id","response_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."response" ADD CONSTRAINT "response_practice_id_corrected_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","corrected_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "response_corrected_once" ON "care"."response" USING btree ("practice_id","supersedes") WHERE supersedes is not null;--> statement-breakpoint
CREATE INDEX "response_course" ON "care"."response" USING btree ("practice_id","client_id","instrument_id","answered_on","ordinal");--> statement-breakpoint
CREATE INDEX "response_day" ON "care"."response" USING btree ("practice_id","client_id","answered_on");--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_standing" ON "care"."assignment" USING btree ("practice_id","staff_id","client_id") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "response_once" ON "care"."response" USING btree ("practice_id","administration_id") WHERE supersedes is null;--> statement-breakpoint
ALTER TABLE "care"."response" ADD CONSTRAINT "response_correction" CHECK (num_nulls(supersedes, correction_reason, corrected_by) in (0, 3));--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."hand_measure" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."hand_total" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."baseline_choice" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."care_event" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."episode_mark" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."phrase" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint

ALTER TABLE care.hand_measure FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.hand_total FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.baseline_choice FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.care_event FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.episode_mark FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE care.phrase FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- What was stated, entered or chosen is never rewritten. It is taken back, with who and when, or a
-- further row puts it right; an assignment ends.
GRANT SELECT, INSERT ON care.hand_measure, care.hand_total, care.baseline_choice, care.care_event,
  care.episode_mark, care.phrase TO throughline_app;--> statement-breakpoint
GRANT UPDATE (removed_by, removed_at) ON care.baseline_choice, care.care_event, care.episode_mark,
  care.phrase TO throughline_app;--> statement-breakpoint
GRANT UPDATE (ended_at) ON care.assignment TO throughline_app;
