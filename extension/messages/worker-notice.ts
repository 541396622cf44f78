import * as z from 'zod/mini';

/**
 * Worker to all extension pages: something the panel shows may have changed. By itself, because it is
 * all that a page checks: the schemas of the calls are for the worker, which receives them.
 */
export const WorkerNotice = z.object({
  type: z.literal('changed'),
  what: z.enum(['session', 'settings', 'brief', 'outbox', 'safeView', 'schedule', 'alertWay']),
});
export type WorkerNotice = z.infer<typeof WorkerNotice>;
