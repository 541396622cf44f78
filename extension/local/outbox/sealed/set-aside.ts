import type { InsertionId } from '#shared/contracts/ids.ts';
import type { SealedRow } from './disk.ts';

/** What can still be brought after an entry was set aside. */
export interface AfterSettingAside {
  /** In order. */
  readonly left: readonly SealedRow[];
  /** Insertions of which nothing more is told before that entry is taken. */
  readonly aside: readonly InsertionId[];
}

/**
 * Parts what stands by itself from what has to wait with an entry: whatever speaks of the same
 * insertion, and of what that one speaks of. Where a copy does not say what it is about, all later
 * ones of its author that may speak of an insertion wait.
 */
export function setAside(culprit: SealedRow, rest: readonly SealedRow[]): AfterSettingAside {
  if (culprit.about?.length === 0) return { left: rest, aside: [] };
  const aside = new Set(culprit.about);
  const left: SealedRow[] = [];
  let isUnknown = culprit.about === undefined;
  for (const row of rest) {
    const mayFollow = row.author === culprit.author && row.about?.length !== 0;
    const isBehind =
      (mayFollow && (isUnknown || row.about === undefined)) ||
      row.about?.some((insertionId) => aside.has(insertionId)) === true;
    if (!isBehind) left.push(row);
    else {
      isUnknown ||= row.about === undefined;
      for (const insertionId of row.about ?? []) aside.add(insertionId);
    }
  }
  return { left, aside: [...aside] };
}
