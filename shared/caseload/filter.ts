import type { CaseloadRow } from '../contracts/caseload.ts';
import { urgencyOf } from './reasons.ts';

/** Which of a caseload are listed. */
export type CaseloadFilter = 'all' | 'needsLook' | 'outstanding';

/** The filters by their names on a screen, in their order. */
export const CASELOAD_FILTERS: readonly {
  readonly value: CaseloadFilter;
  readonly label: string;
}[] = [
  { value: 'all', label: 'All' },
  { value: 'needsLook', label: 'Needs a look' },
  { value: 'outstanding', label: 'Check-ins out' },
];

/** Those of a caseload that a filter lets through, in their order. */
export function caseloadOf(rows: readonly CaseloadRow[], filter: CaseloadFilter): CaseloadRow[] {
  return rows.filter(({ waiting }) => {
    if (filter === 'needsLook') return urgencyOf(waiting) !== 'none';
    return filter === 'all' || waiting.overdue.count + waiting.outstanding.count > 0;
  });
}
