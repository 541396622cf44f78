import type { RosteredPractice } from '#backend/care/practice-roster.ts';
import { PracticeId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import type { Operator } from './operator.ts';

/** Whether two names of practices are the same to a person. */
export function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The practice that is meant: by id or name, or the only one there is. */
export async function practiceOf(
  { roster }: Operator,
  named: string | null,
): Promise<
  Result<RosteredPractice, { reason: 'noPractice' | 'whichPractice' | 'practiceUnknown' }>
> {
  const id = PracticeId.safeParse(named).data;
  if (id !== undefined) {
    const practice = await roster.practice(id);
    return practice === null ? refuse({ reason: 'practiceUnknown' }) : ok(practice);
  }
  const practices = await roster.practices();
  if (practices.length === 0) return refuse({ reason: 'noPractice' });
  const meant = practices.filter(({ name }) => named === null || sameText(name, named));
  const [practice] = meant;
  if (practice === undefined) return refuse({ reason: 'practiceUnknown' });
  return meant.length === 1 ? ok(practice) : refuse({ reason: 'whichPractice' });
}
