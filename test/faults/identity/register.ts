import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';

/** A client who is easily taken for another. */
export interface Client {
  readonly number: number;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly birthDate: string;
  readonly recordIds: Readonly<Record<EhrId, string>>;
}

/** Two people of each name, two of each birth date, and never both the same. */
const NAMES = ['Alex Morgan', 'Alexa Morgan', 'Zoë Šimková', "Maeve O'Donnell", 'Hale Robert'];
const BIRTH_DATES = ['1988-05-21', '1988-05-12', '1996-11-30', '1985-12-11'];

/** Everybody in the register. */
export const CLIENTS: readonly Client[] = NAMES.flatMap((name, row) =>
  BIRTH_DATES.map((birthDate, column) => {
    const number = row * BIRTH_DATES.length + column;
    const hex = number.toString(16).padStart(2, '0');
    const recordIds = {
      simplepractice: `4f1c9a27be60d3${hex}`,
      therapynotes: `kT4v_9Qm2XsLr7${hex}`,
      sessionshealth: String(41_000 + number),
    };
    return { number, name, birthDate, recordIds };
  }),
);

/** The id by which the server knows a client. */
export function clientIdOf({ number }: Client): string {
  return inventedId(40_000 + number);
}

const FACTS = new Map<number, BriefFacts>();

function factsOf(client: Client): BriefFacts {
  const { number, name, birthDate, recordIds } = client;
  const known = FACTS.get(number);
  if (known !== undefined) return known;
  const clientId = clientIdOf(client) as BriefFacts['client']['clientId'];
  const facts = inventedFacts({
    lines: [],
    client: {
      clientId,
      displayName: name,
      birthDate: birthDate as BriefFacts['client']['birthDate'],
    },
    recordIds: Object.values(recordIds),
  });
  const ehrs = Object.keys(recordIds) as EhrId[];
  const links = facts.links.map((link, place) => ({ ...link, ehr: ehrs[place] ?? link.ehr }));
  FACTS.set(number, { ...facts, links });
  return { ...facts, links };
}

/**
 * A careless server: it looks at nothing but the record's id and calls everybody certain. What keeps
 * one client's facts from another's page is then the extension alone.
 */
export function carelessAnswer({ ehr, subject }: BriefQuery) {
  const client = CLIENTS.find(({ recordIds }) => recordIds[ehr] === subject.recordId);
  return client === undefined
    ? ({ verdict: 'unlinked' } as const)
    : ({ verdict: 'certain', brief: factsOf(client) } as const);
}
