import { dateInWords } from '../contracts/calendar.ts';
import type {
  PartnerCourse,
  SecretsPolicy,
  SharedMeasure,
  ShownScore,
} from '../contracts/couple.ts';
import type { PartnerIdentity } from '../contracts/couple-procedures.ts';
import { CATEGORY_WORDS, changeInPoints, NOT_JUDGED_WORDS, thresholdInWords } from './changes.ts';
import { bandInWords } from './measures.ts';
import { numberInWords } from './numbers.ts';
import { FILLED_IN_WORDS } from './prorated.ts';

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

/** Two people, in the order of the couple. */
type Two<T> = readonly [T, T];

/** Whose courses these are, in their order. Throws when they are of somebody else than `people`. */
export function peopleOf(
  { partners: [one, other] }: Pick<SharedMeasure, 'partners'>,
  people: Two<PartnerIdentity>,
): Two<PartnerIdentity> {
  const personOf = ({ clientId }: PartnerCourse): PartnerIdentity => {
    const person = people.find((candidate) => candidate.clientId === clientId);
    if (person === undefined) throw new Error('A course is of nobody in the couple.');
    return person;
  };
  return [personOf(one), personOf(other)];
}

/** What each partner is called where both are spoken of; namesakes with their birth dates. */
export function calledApart([one, other]: Two<PartnerIdentity>): Two<string> {
  return one.displayName === other.displayName
    ? [identityInWords(one), identityInWords(other)]
    : [one.displayName, other.displayName];
}

/** Who a partner is, by two identifiers: `Sam Rivera (born 9 Jul 1985)`. */
export function identityInWords({
  displayName,
  birthDate,
}: Pick<PartnerIdentity, 'displayName' | 'birthDate'>): string {
  return `${displayName} (born ${dateInWords(birthDate, { year: true })})`;
}

/** A score beside its maximum, with what has to be known of it: `33/81, moderate range, 7 Apr 2026`. */
export function newestInWords(
  { latest }: Pick<PartnerCourse, 'latest'>,
  outOf: number | null,
): string {
  if (latest === null) return 'No score yet';
  const most = outOf === null ? '' : `/${numberInWords(outOf)}`;
  const band = latest.band === null ? '' : `, ${bandInWords(latest.band)}`;
  return `${numberInWords(latest.displayed)}${most}${filledIn(latest)}${band}, ${day(latest)}`;
}

function filledIn({ prorated }: ShownScore): string {
  return prorated ? ` (prorated, ${FILLED_IN_WORDS})` : '';
}

function day({ on }: ShownScore): string {
  return dateInWords(on, { year: true });
}

/**
 * How far the two newest ratings lie apart, beside measurement error; why nothing is said of that where
 * nothing is. Which of the two is the higher number is said, and nothing of what that means.
 */
export function gapInWords(
  measure: Pick<SharedMeasure, 'gap' | 'partners'>,
  people: Two<PartnerIdentity>,
): string {
  const { gap, partners } = measure;
  const [one, other] = partners;
  if (gap.is === 'untold') return UNTOLD[gap.because];
  if (one.latest === null || other.latest === null) return UNTOLD.noScore;
  const points = one.latest.displayed - other.latest.displayed;
  const within = `a difference below ${numberInWords(gap.threshold)} is within measurement error`;
  const both = { from: other.latest, to: one.latest };
  if (numberInWords(points) === '0') return `Both newest scores are the same; ${within}.`;
  const [first, second] = calledApart(peopleOf(measure, people));
  const judged = gap.beyondError ? 'this one is beyond it' : 'as this one is';
  return `${first}'s score is ${changeInPoints(both, points)} than ${second}'s; ${within}, ${judged}.`;
}

const UNTOLD: Readonly<Record<Extract<SharedMeasure['gap'], { is: 'untold' }>['because'], string>> =
  {
    switchedOff: 'The comparison of ratings by two partners is switched off in this practice.',
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

/**
 * A partner's change since the own baseline: `9 points lower, reliable worsening, from 47 on 7 Jan 2026`,
 * or why it is not judged.
 */
export function ownChangeInWords(course: PartnerCourse): string {
  const { latest, baseline, changeSinceBaseline, verdict, notJudgedFor } = course;
  const judged = verdict === 'notJudged' ? NOT_JUDGED[notJudgedFor ?? 'noScore'] : VERDICT[verdict];
  if (changeSinceBaseline === null || baseline === null) return judged;
  const change = changeInPoints({ from: baseline, to: latest }, changeSinceBaseline);
  const from = `${numberInWords(baseline.displayed)}${filledIn(baseline)} on ${day(baseline)}`;
  return `${change}, ${judged}, from ${from}`;
}

const VERDICT: Readonly<Record<Exclude<PartnerCourse['verdict'], 'notJudged'>, string>> = {
  better: CATEGORY_WORDS.reliableImprovement,
  worse: CATEGORY_WORDS.reliableWorsening,
  noChange: CATEGORY_WORDS.noReliableChange,
};

/** A partner without a score has none here: one that can't be scored is not shared. */
const NOT_JUDGED = {
  ...NOT_JUDGED_WORDS,
  onlyOneScore: 'too early to say, one score so far',
  noScore: 'nothing to compare yet',
};

/**
 * What change and difference are judged by, as a note may tell it: a cut-off's meaning may name a
 * diagnosis, and stays out. `Higher is better; threshold 7, computed, not verified (Funk and Rogge 2007).`
 */
export function thresholdSaid({ threshold, direction }: SharedMeasure): string {
  const parts = [directionSaid(direction), ...thresholdParts(threshold)];
  // Some editors take the sign for the beginning of a character of HTML.
  return `${parts.join('; ').replaceAll(' & ', ' and ')}.`;
}

function directionSaid(direction: SharedMeasure['direction']): string {
  return direction === 'higherBetter' ? 'Higher is better' : 'Lower is better';
}

function thresholdParts(threshold: SharedMeasure['threshold']): string[] {
  return threshold === null ? [] : [`${thresholdInWords(threshold)} (${threshold.source})`];
}

/** Where the numbers come from: `below 51.5: notable relationship dissatisfaction; threshold 7, …`. */
export function standardsInWords({ cutOff, threshold, direction }: SharedMeasure): string {
  const parts = [
    directionSaid(direction),
    ...(cutOff === null
      ? []
      : [`${SIDE[cutOff.op]} ${numberInWords(cutOff.value)}: ${cutOff.meaning}${seen(cutOff)}`]),
    ...thresholdParts(threshold),
  ];
  return `${parts.join('; ')}.`;
}

const SIDE = { '<': 'below', '<=': 'up to', '>': 'above', '>=': 'from' } as const;

function seen({ provenance }: { readonly provenance: string }): string {
  return provenance === 'recalled' ? ', not verified' : '';
}
