import type { ChangeCategory } from '../change/judge.ts';
import type { NoteSection } from '../contracts/reading.ts';

/** The SOAP section that a sentence belongs in. */
export type SoapSection = Extract<NoteSection, 'subjective' | 'objective' | 'assessment' | 'plan'>;

/**
 * How soon a sentence gives way when the text grows too long: `kept` never does, the others from
 * the end of this list. Risk answers, blanks, alerts and the latest scores are always kept.
 */
export const PRIORITIES = [
  'kept',
  'progress',
  'completion',
  'detail',
  'outlook',
  'limits',
] as const;
export type Priority = (typeof PRIORITIES)[number];

/** A reliable worsening is never left out; "no reliable change" gives way first. */
export const CHANGE_PRIORITY = {
  reliableWorsening: 'kept',
  reliableImprovement: 'progress',
  noReliableChange: 'detail',
} as const satisfies Record<ChangeCategory, Priority>;

/** One sentence of an Update. */
export interface Piece {
  readonly section: SoapSection;
  readonly priority: Priority;
  readonly text: string;
}

/** A sentence as a list, empty when there is nothing to say. */
export function piece(section: SoapSection, priority: Priority, text: string | null): Piece[] {
  return text === null ? [] : [{ section, priority, text }];
}

/** Words of a text, as a person counts them. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
