ALTER TABLE "care"."insertion" ADD COLUMN "appointment_on" date;--> statement-breakpoint
ALTER TABLE "care"."insertion" ADD COLUMN "replaces" uuid;--> statement-breakpoint
ALTER TABLE "care"."insertion" ADD COLUMN "last_looked_at" timestamp (3) with time zone;