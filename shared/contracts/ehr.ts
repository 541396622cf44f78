import * as z from 'zod/mini';

/** The EHRs that have an adapter. */
export const EhrId = z.enum(['simplepractice', 'therapynotes', 'sessionshealth']);
export type EhrId = z.infer<typeof EhrId>;
