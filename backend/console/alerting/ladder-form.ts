import * as z from 'zod/mini';
import type { WantedLadder } from '#backend/care/alerts/alerting-care.ts';
import { StaffId } from '#shared/contracts/ids.ts';
import type { EscalationLadder, EscalationStep } from '#shared/contracts/ladder.ts';

/** What somebody typed into the page of the ladder, by field. */
export type TypedLadder = Readonly<Record<string, string | undefined>>;

/** The tiers that a ladder is for. */
export const LADDER_TIERS = ['emergency', 'urgent'] as const;
export type LadderTier = (typeof LADDER_TIERS)[number];

/** Steps that a ladder has at most. */
const MOST_STEPS = 6;

/** The ways of a step, in the order of the page. */
export const WAYS = ['email', 'text', 'browser'] as const;

/** Days of the week from Monday, by number. */
export const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Names of the rows of a tier: `emergency1` to `emergency6`. */
export function stepRows(tier: LadderTier): readonly string[] {
  return Array.from({ length: MOST_STEPS }, (_, step) => `${tier}${step + 1}`);
}

function stepNames(row: string): readonly string[] {
  return ['after', 'to', ...WAYS].map((name) => `${row}.${name}`);
}

/** A field; a box that is ticked says `on`. */
const Typed = z.optional(z.string().check(z.maxLength(1000)));

/** The fields that are there once. */
const WHOLE = ['fromHour', 'toHour', 'words', ...DAYS.map((day) => `day${day}`)];

/** The form: fields for each step, the hours, and the version that was on screen. */
export const LadderForm = z.strictObject({
  version: z.string().check(z.regex(/^\d{1,9}$/)),
  ...Object.fromEntries(
    [...WHOLE, ...LADDER_TIERS.flatMap(stepRows).flatMap(stepNames)].map(
      (name) => [name, Typed] as const,
    ),
  ),
});

/** A ladder as the page shows it, to be changed. */
export function typedLadder(ladder: EscalationLadder): TypedLadder {
  const { days, fromHour, toHour, words } = ladder.outOfHours;
  return {
    version: String(ladder.version),
    fromHour: String(fromHour),
    toHour: String(toHour),
    words,
    ...Object.fromEntries(days.map((day) => [`day${day}`, 'on'])),
    ...Object.fromEntries(
      LADDER_TIERS.flatMap((tier) =>
        ladder[tier].flatMap((step, place) => stepFields(`${tier}${place + 1}`, step)),
      ),
    ),
  };
}

function stepFields(row: string, { afterMinutes, to, by }: EscalationStep) {
  return [
    [`${row}.after`, String(afterMinutes)],
    [`${row}.to`, to.is === 'person' ? to.staffId : 'clinicians'],
    ...by.map((way) => [`${row}.${way}`, 'on']),
  ];
}

/** The rows of a tier that say something: a step without minutes is none. */
export function writtenSteps(typed: TypedLadder, tier: LadderTier): readonly string[] {
  return stepRows(tier).filter((row) => (typed[`${row}.after`] ?? '').trim() !== '');
}

/** What was typed as a ladder, unchecked. What is no number is one that can't be. */
export function wantedLadder(typed: TypedLadder): WantedLadder {
  const stepsOf = (tier: LadderTier) => writtenSteps(typed, tier).map((row) => stepOf(typed, row));
  return {
    emergency: stepsOf('emergency'),
    urgent: stepsOf('urgent'),
    outOfHours: {
      days: DAYS.filter((day) => typed[`day${day}`] === 'on'),
      fromHour: numberOf(typed['fromHour']),
      toHour: numberOf(typed['toHour']),
      words: (typed['words'] ?? '').trim().replaceAll(/\s+/g, ' '),
    },
  };
}

function stepOf(typed: TypedLadder, row: string): EscalationStep {
  const person = StaffId.safeParse(typed[`${row}.to`]);
  return {
    afterMinutes: numberOf(typed[`${row}.after`]),
    to: person.success ? { is: 'person', staffId: person.data } : { is: 'clinicians' },
    by: WAYS.filter((way) => typed[`${row}.${way}`] === 'on'),
  };
}

function numberOf(text: string | undefined): number {
  return /^\s*\d{1,6}\s*$/.test(text ?? '') ? Number(text) : Number.NaN;
}
