import type { IdentitySignal, PageIdentity, Subject } from '#shared/contracts/reading.ts';

/** Where a page names a client's record. */
export interface RecordEvidence {
  /** The id in the address; null when the address names no client. */
  readonly urlId: string | null;
  /** The ids that the headers themselves link to. */
  readonly linkedIds: readonly string[];
}

/**
 * How well a page says who it is about. Address and header link state one identifier, the record's
 * id; together with nothing else they are not two. Several subjects, which is also what signals that
 * disagree make, are ambiguous.
 */
export function identityOf(
  subjects: readonly Subject[],
  { urlId, linkedIds }: RecordEvidence,
): PageIdentity {
  const [only, ...others] = subjects;
  if (only === undefined) return { verdict: 'none', signals: [] };
  if (others.length > 0) return { verdict: 'ambiguous', signals: [] };
  const { recordId, name, birthDate } = only;
  const states: Readonly<Record<IdentitySignal, boolean>> = {
    urlId: recordId !== null && recordId === urlId,
    headerLink: recordId !== null && linkedIds.includes(recordId),
    name: name !== null,
    birthDate: birthDate !== null,
  };
  const signals = (['urlId', 'headerLink', 'name', 'birthDate'] as const).filter(
    (signal) => states[signal],
  );
  const identifiers = [states.urlId || states.headerLink, states.name, states.birthDate];
  const isCertain = identifiers.filter(Boolean).length >= 2;
  return { verdict: isCertain ? 'certain' : 'none', signals };
}
