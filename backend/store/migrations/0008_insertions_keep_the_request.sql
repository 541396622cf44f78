-- Whatever was inserted so far was asked for as a chart usually is: defaults that last for their
-- statements alone say so. An UPDATE would not, since row security shows the owner none of them.
ALTER TABLE "care"."insertion" ADD COLUMN "audience" text NOT NULL DEFAULT 'chart';--> statement-breakpoint
ALTER TABLE "care"."insertion" ALTER COLUMN "audience" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "care"."insertion" ADD COLUMN "length" text NOT NULL DEFAULT 'standard';--> statement-breakpoint
ALTER TABLE "care"."insertion" ALTER COLUMN "length" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "care"."insertion" ADD COLUMN "language" text NOT NULL DEFAULT 'en';--> statement-breakpoint
ALTER TABLE "care"."insertion" ALTER COLUMN "language" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "care"."insertion" ADD COLUMN "session_on" date;--> statement-breakpoint
ALTER TABLE "care"."insertion" ADD COLUMN "assessment_line" boolean NOT NULL DEFAULT false;--> statement-breakpoint
ALTER TABLE "care"."insertion" ALTER COLUMN "assessment_line" DROP DEFAULT;
