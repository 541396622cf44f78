import type { Caller } from '#backend/access/caller.ts';
import type { CareDeps } from '#backend/care/deps.ts';
import { createFormCare } from '#backend/care/practice-forms.ts';
import { type CustomForm, FormId } from '#shared/contracts/custom-form.ts';
import { DIARY_CARD } from '#shared/forms/diary-card.ts';

/** One evening of the invented diary card. */
export interface DiaryEvening {
  /** Days before the day of seeding. */
  readonly daysAgo: number;
  /** Mood, urges, sleep, skills used, and a line or none, as the card asks. */
  readonly answers: readonly (number | string | null)[];
}

/** Three and a half weeks of invented evenings, every other day or so; some without a line. */
export const EVENINGS: readonly DiaryEvening[] = [
  { daysAgo: 25, answers: [3, 7, 1, 0, 'Stayed in bed until noon.'] },
  { daysAgo: 23, answers: [4, 6, 1, 1, null] },
  { daysAgo: 21, answers: [3, 7, 0, 1, 'Bad night. Called my sister anyway.'] },
  { daysAgo: 19, answers: [4, null, 1, 1, null] },
  { daysAgo: 17, answers: [5, 5, 2, 2, 'Walked to the river and back.'] },
  { daysAgo: 15, answers: [4, 6, 2, 1, null] },
  { daysAgo: 12, answers: [5, 4, 2, 2, null] },
  { daysAgo: 10, answers: [6, 4, 2, 2, 'Cooked something real for once.'] },
  { daysAgo: 8, answers: [5, 5, 1, 2, null] },
  { daysAgo: 6, answers: [6, 3, 2, 3, 'The argument at work did not stick this time.'] },
  { daysAgo: 4, answers: [7, 2, 3, 2, null] },
  { daysAgo: 3, answers: [6, 3, 2, 3, 'I want to talk about Sunday.'] },
];

/** The practice's diary card, as the clinician composed it. */
export async function composeDiary(deps: CareDeps, caller: Caller): Promise<CustomForm> {
  const wanted = { formId: FormId.parse(deps.newId()), seenVersion: 0, ...DIARY_CARD };
  const saved = await createFormCare(deps).save(caller, wanted);
  if (!saved.ok) throw new Error(`the diary card was not saved: ${saved.refusal.reason}`);
  return saved.value;
}
