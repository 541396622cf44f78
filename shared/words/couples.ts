import type { PartnerCourse, SecretsPolicy, SharedMeasure } from '../contracts/couple.ts';
import { CATEGORY_WORDS, NOT_JUDGED_WORDS, pointsInWords, thresholdInWords } from './changes.ts';
import { numberInWords } from './numbers.ts';

/**
 * Couples in words. Nobody is unhappier, right, or to blame: ratings differ, and each has come so far
 * from the own baseline.
 */

/** What stands in place of a shared view, whatever the reason: it must not be guessed from the words. */
export const NOTHING_SHARED =
  'Nothing is shared here now. A measure stands here when both partners have agreed to share it, each on their own page, and for as long as both agree.';

/** What was agreed about secrets, as a clinician chooses it. */
export const SECRETS_POLICY_WORDS: Readonly<Record<SecretsPolicy, string>> = {
  noSecrets: 'No secrets',
  limited: 'Limited secrets',
  separate: 'Kept separate',
};

/** How far the two newest ratings lie apart; why nothing is said of that where nothing is. */
export function gapInWords(gap: SharedMeasure['gap']): string {
  if (gap.is === 'untold') return UNTOLD[gap.because];
  const { points, threshold, beyondError } = gap;
  const size = numberInWords(points);
  const differ = `The ratings differ by ${size} ${size === '1' ? 'point' : 'points'}`;
  const against = beyondError ? 'more than measurement error' : 'not more than measurement error';
  return `${differ}, ${against} (${numberInWords(threshold)}).`;
}

const UNTOLD: Readonly<Record<Extract<SharedMeasure['gap'], { is: 'untold' }>['because'], string>> =
  {
    switchedOff: 'Your practice has switched off the comparison of two partners’ ratings.',
    noThreshold:
      'No threshold is recommended for this measure, so the difference between the ratings is not judged.',
    noScore: 'There are not yet ratings by both to compare.',
    apart: 'No two ratings lie close enough in time to be compared.',
  };

/** That the gap grew; null where it did not, or where it can't be told. */
export function wideningInWords(gap: SharedMeasure['gap']): string | null {
  return gap.is === 'told' && gap.widening === true
    ? 'The difference has grown since their first two ratings, by more than measurement error.'
    : null;
}

/** How the two courses stand to each other; null where there is nothing to say. */
export function togetherInWords(together: SharedMeasure['together']): string | null {
  return TOGETHER[together];
}

const TOGETHER: Readonly<Record<SharedMeasure['together'], string | null>> = {
  bothBetter: 'Both are reliably better than at their own baselines.',
  bothWorse: 'Both are reliably worse than at their own baselines.',
  discordant: 'One is reliably better and one reliably worse than at their own baselines.',
  none: null,
};

/** A partner's change since the own baseline: `9 points lower, reliable worsening`, or why it is not judged. */
export function ownChangeInWords(course: PartnerCourse): string {
  const { changeSinceBaseline, verdict, notJudgedFor } = course;
  const judged = verdict === 'notJudged' ? NOT_JUDGED[notJudgedFor ?? 'noScore'] : VERDICT[verdict];
  return changeSinceBaseline === null ? judged : `${pointsInWords(changeSinceBaseline)}, ${judged}`;
}

const VERDICT: Readonly<Record<Exclude<PartnerCourse['verdict'], 'notJudged'>, string>> = {
  better: CATEGORY_WORDS.reliableImprovement,
  worse: CATEGORY_WORDS.reliableWorsening,
  noChange: CATEGORY_WORDS.noReliableChange,
};

/** A partner without a score has none here: one that can't be scored is not shared. */
const NOT_JUDGED = { ...NOT_JUDGED_WORDS, noScore: 'no score yet' };

/** Where the numbers come from: `below 51.5: notable relationship dissatisfaction; threshold 7, …`. */
export function standardsInWords({ cutOff, threshold, direction }: SharedMeasure): string {
  const parts = [
    direction === 'higherBetter' ? 'Higher is better' : 'Lower is better',
    ...(cutOff === null
      ? []
      : [`${SIDE[cutOff.op]} ${numberInWords(cutOff.value)}: ${cutOff.meaning}${seen(cutOff)}`]),
    ...(threshold === null ? [] : [`${thresholdInWords(threshold)} (${threshold.source})`]),
  ];
  return `${parts.join('; ')}.`;
}

const SIDE = { '<': 'below', '<=': 'up to', '>': 'above', '>=': 'from' } as const;

function seen({ provenance }: { readonly provenance: string }): string {
  return provenance === 'recalled' ? ', not verified' : '';
}
