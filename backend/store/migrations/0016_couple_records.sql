CREATE TABLE "care"."couple_record" (
	"practice_id" uuid NOT NULL,
	"bond_id" uuid NOT NULL,
	"couple_id" uuid NOT NULL,
	"ehr" text NOT NULL,
	"record_id" text NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "couple_record_practice_id_bond_id_pk" PRIMARY KEY("practice_id","bond_id")
);
--> statement-breakpoint
ALTER TABLE "care"."couple_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "care"."couple_record" ADD CONSTRAINT "couple_record_practice_id_couple_id_couple_practice_id_couple_id_fk" FOREIGN KEY ("practice_id","couple_id") REFERENCES "care"."couple"("practice_id","couple_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."couple_record" ADD CONSTRAINT "couple_record_practice_id_linked_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","linked_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "couple_record_of_one" ON "care"."couple_record" USING btree ("practice_id","ehr","record_id") WHERE ended_at is null;--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."couple_record" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint
ALTER TABLE care.couple_record FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON care.couple_record TO throughline_app;--> statement-breakpoint
GRANT UPDATE (ended_at) ON care.couple_record TO throughline_app;
