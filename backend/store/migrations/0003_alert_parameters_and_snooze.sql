ALTER TABLE "care"."alert" ADD COLUMN "parameters" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD COLUMN "snoozed_by" uuid;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD COLUMN "snoozed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD CONSTRAINT "alert_practice_id_snoozed_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","snoozed_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD CONSTRAINT "alert_snoozed" CHECK (num_nulls(snoozed_by, snoozed_at) <> 1);--> statement-breakpoint
GRANT UPDATE (parameters, snoozed_by, snoozed_at) ON care.alert TO throughline_app;