import { dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import type { WorldOptions } from '#test/support/world.ts';
import { PRACTICE } from './practice.ts';

/** Both EHRs on the day of the demo, calmly furnished. */
export function demoSites(): Pick<WorldOptions, 'simplePractice' | 'therapyNotes'> {
  const today = dateInZone(instantOf(new Date()), PRACTICE.timeZone);
  return {
    simplePractice: { today, noteTaker: 'closed' },
    therapyNotes: { today, sessionSummary: false },
  };
}
