import type { BriefQuery } from '#shared/contracts/procedures.ts';

/** What an answer is about: the EHR and the subject, each part in its place. */
export function subjectKey({ ehr, subject }: BriefQuery): string {
  return JSON.stringify([ehr, subject.recordId, subject.name, subject.birthDate]);
}
