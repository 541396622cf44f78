import * as z from 'zod/mini';

/** The EHRs that have an adapter. */
export const EhrId = z.enum(['simplepractice', 'therapynotes', 'sessionshealth']);
export type EhrId = z.infer<typeof EhrId>;

/** What the EHRs are called by those who make them. */
export const EHR_NAMES: Readonly<Record<EhrId, string>> = {
  simplepractice: 'SimplePractice',
  therapynotes: 'TherapyNotes',
  sessionshealth: 'Sessions Health',
};
