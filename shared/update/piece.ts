import type { ChangeCategory } from '../change/judge.ts';

/**
 * What a sentence is about; each shape puts it under one of its headings. `report`: what the client
 * answered. `finding`: how it compares. `done`: what was asked and came back. `appraisal`: alerts, and
 * where the client stands. `next`: what comes.
 */
export type Role = 'report' | 'finding' | 'done' | 'appraisal' | 'next';

/**
 * How soon a sentence gives way when the text grows too long: the first two never do, the others from
 * the end of this list. `vital` alone makes the text of one line; `full` is for the full text only.
 */
export const PRIORITIES = [
  'vital',
  'kept',
  'progress',
  'completion',
  'detail',
  'outlook',
  'limits',
  'full',
] as const;
export type Priority = (typeof PRIORITIES)[number];

/** A reliable worsening is never left out; "no reliable change" gives way first. */
export const CHANGE_PRIORITY = {
  reliableWorsening: 'vital',
  reliableImprovement: 'progress',
  noReliableChange: 'detail',
} as const satisfies Record<ChangeCategory, Priority>;

/** One sentence of an Update, without its final period. */
export interface Piece {
  readonly role: Role;
  readonly priority: Priority;
  readonly text: string;
  /** The measure whose latest score the sentence tells. */
  readonly tells?: string;
  /** The measure whose score stands in the text wherever this sentence does. */
  readonly beside?: string;
}

/** Sentences with the scores that they must stand beside. */
export function withScores(some: readonly Piece[], all: readonly Piece[]): Piece[] {
  const needed = new Set(some.map(({ beside }) => beside).filter((id) => id !== undefined));
  return [
    ...new Set([...some, ...all.filter(({ tells }) => tells !== undefined && needed.has(tells))]),
  ];
}

/** The most important first. */
export function byImportance(one: Piece, other: Piece): number {
  return PRIORITIES.indexOf(one.priority) - PRIORITIES.indexOf(other.priority);
}

/** A sentence as a list, empty when there is nothing to say. */
export function piece(role: Role, priority: Priority, text: string | null): Piece[] {
  return text === null ? [] : [{ role, priority, text }];
}

/** Words of a text, as a person counts them. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
