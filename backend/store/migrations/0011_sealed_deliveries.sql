CREATE TABLE "care"."sealed_delivery" (
	"practice_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"what" text NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL,
	"arrived_at" timestamp (3) with time zone NOT NULL,
	"because" text,
	CONSTRAINT "sealed_delivery_practice_id_entry_id_pk" PRIMARY KEY("practice_id","entry_id"),
	CONSTRAINT "sealed_delivery_what" CHECK (what in ('insertion', 'undo', 'acknowledgement'))
);
--> statement-breakpoint
ALTER TABLE "care"."sealed_delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "care"."sealed_delivery" ADD CONSTRAINT "sealed_delivery_practice_id_staff_id_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","staff_id") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "practice_only" ON "care"."sealed_delivery" AS PERMISSIVE FOR ALL TO public USING (practice_id = nullif(current_setting('app.practice', true), '')::uuid) WITH CHECK (practice_id = nullif(current_setting('app.practice', true), '')::uuid);--> statement-breakpoint

ALTER TABLE care.sealed_delivery FORCE ROW LEVEL SECURITY;--> statement-breakpoint

-- An entry arrives once. Within the transaction of its arrival it may turn out to be refused.
GRANT SELECT, INSERT ON care.sealed_delivery TO throughline_app;--> statement-breakpoint
GRANT UPDATE (because) ON care.sealed_delivery TO throughline_app;
