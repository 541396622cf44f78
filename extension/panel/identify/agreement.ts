import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import { type Agreement, agree } from '#shared/identity/agree.ts';
import { listInWords } from '#shared/words/measures.ts';

/** Whether each of the three identifiers of the page is the client's. */
export interface IdentifierAgreement {
  readonly record: Agreement;
  readonly name: Agreement;
  readonly birthDate: Agreement;
}

const WORDS: Readonly<Record<keyof IdentifierAgreement, string>> = {
  record: 'record',
  name: 'name',
  birthDate: 'birth date',
};

/** Compares what the page shows with the client of the brief. */
export function agreementOf(
  { ehr, subject }: BriefQuery,
  facts: Pick<BriefFacts, 'client' | 'links'>,
): IdentifierAgreement {
  const linked = facts.links.some((link) => link.ehr === ehr && link.recordId === subject.recordId);
  return {
    record: subject.recordId === null ? 'unreadable' : linked ? 'agrees' : 'differs',
    ...agree(subject, facts.client),
  };
}

/** `record, name and birth date agree`, and in a second part what is not on the page. */
export function agreementInWords(agreement: IdentifierAgreement): string[] {
  const named = (wanted: Agreement) =>
    (['record', 'name', 'birthDate'] as const)
      .filter((identifier) => agreement[identifier] === wanted)
      .map((identifier) => WORDS[identifier]);
  const unreadable = named('unreadable');
  return [
    `${listInWords(named('agrees'))} agree`,
    ...(unreadable.length === 0 ? [] : [`${listInWords(unreadable)} not on this page`]),
  ];
}
