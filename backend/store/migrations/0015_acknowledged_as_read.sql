-- Practices get lists of actions of their own, which they change. So an acknowledgement keeps the words
-- that were chosen, and the sentence that goes into the note with them.
ALTER TABLE "care"."alert" DROP CONSTRAINT "alert_acknowledged";--> statement-breakpoint
ALTER TABLE "care"."alert" ADD COLUMN "acknowledged_words" text;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD COLUMN "acknowledged_sentence" text;--> statement-breakpoint

-- There was one list before, the same for everybody. Row security holds for the owner, too: the
-- practices are visited one by one.
DO $$
DECLARE
  visited uuid;
BEGIN
  FOR visited IN SELECT practice_id FROM directory.practice LOOP
    PERFORM set_config('app.practice', visited::text, true);
    UPDATE care.alert
    SET acknowledged_words = CASE acknowledged_action
      WHEN 'discussedInSession' THEN 'Discussed in session'
      WHEN 'contactedClient' THEN 'Contacted the client'
      WHEN 'safetyPlanReviewed' THEN 'Safety plan reviewed'
      WHEN 'willDiscussNextSession' THEN 'Will discuss next session'
      ELSE 'Not useful' END
    WHERE practice_id = visited AND status = 'acknowledged';
  END LOOP;
  PERFORM set_config('app.practice', '', true);
END
$$;--> statement-breakpoint
ALTER TABLE "care"."alert" ADD CONSTRAINT "alert_acknowledged_sentence" CHECK (acknowledged_sentence is null or status = 'acknowledged');--> statement-breakpoint
ALTER TABLE "care"."alert" ADD CONSTRAINT "alert_acknowledged" CHECK (num_nulls(acknowledged_by, acknowledged_at, acknowledged_action, acknowledged_words) = case when status = 'acknowledged' then 0 else 4 end);--> statement-breakpoint
GRANT UPDATE (acknowledged_words, acknowledged_sentence) ON care.alert TO throughline_app;
