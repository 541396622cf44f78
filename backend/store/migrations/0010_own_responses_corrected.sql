DROP INDEX "care"."own_response_once";--> statement-breakpoint
-- It was there for the statements that stood already: from now on each says it itself.
ALTER TABLE "care"."hand_measure" ALTER COLUMN "in_use" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "care"."own_response" ADD COLUMN "supersedes" uuid;--> statement-breakpoint
ALTER TABLE "care"."own_response" ADD COLUMN "correction_reason" text;--> statement-breakpoint
ALTER TABLE "care"."own_response" ADD COLUMN "corrected_by" uuid;--> statement-breakpoint
ALTER TABLE "care"."own_response" ADD CONSTRAINT "own_response_practice_id_supersedes_own_response_practice_id_response_id_fk" FOREIGN KEY ("practice_id","supersedes") REFERENCES "care"."own_response"("practice_id","response_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "care"."own_response" ADD CONSTRAINT "own_response_practice_id_corrected_by_staff_practice_id_staff_id_fk" FOREIGN KEY ("practice_id","corrected_by") REFERENCES "care"."staff"("practice_id","staff_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "own_response_corrected_once" ON "care"."own_response" USING btree ("practice_id","supersedes") WHERE supersedes is not null;--> statement-breakpoint
CREATE INDEX "own_response_course" ON "care"."own_response" USING btree ("practice_id","client_id","form_id","answered_on","ordinal");--> statement-breakpoint
CREATE INDEX "own_response_day" ON "care"."own_response" USING btree ("practice_id","client_id","answered_on");--> statement-breakpoint
CREATE UNIQUE INDEX "own_response_once" ON "care"."own_response" USING btree ("practice_id","administration_id") WHERE supersedes is null;--> statement-breakpoint
ALTER TABLE "care"."own_response" ADD CONSTRAINT "own_response_correction" CHECK (num_nulls(supersedes, correction_reason, corrected_by) in (0, 3));