DROP INDEX "care"."response_ordinal";--> statement-breakpoint
CREATE UNIQUE INDEX "response_ordinal" ON "care"."response" USING btree ("practice_id","client_id","instrument_id","ordinal");