ALTER TABLE "care"."insertion" ADD COLUMN "appointment_on" date;--> statement-breakpoint
ALTER TABLE "care"."insertion" ADD COLUMN "replaces" uuid;