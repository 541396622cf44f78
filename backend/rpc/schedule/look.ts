import { ScheduleQuery, ScheduleReply } from '#shared/contracts/overlay-procedures.ts';
import { procedure, storableInput } from '../trpc.ts';

/** `schedule.look`: what is known of those on a calendar's day, where it is certain who they are. */
export const look = procedure('schedule.look')
  .input(ScheduleQuery)
  .use(storableInput)
  .output(ScheduleReply)
  .query(({ ctx, input }) => ctx.care.lookAtSchedule(ctx.caller, input));
