import type { EhrId } from '#shared/contracts/ehr.ts';
import { PIECES, type ShownClient } from '#test/ehr/pieces.ts';
import { html, type Markup, NOTHING } from '#test/ehr/server/markup.ts';
import type { Random } from '../random.ts';
import { CLIENTS, type Client } from './register.ts';

/** A page and what is true of it, known because it was made so. */
export interface FuzzedPage {
  readonly what: keyof typeof SCENES;
  readonly ehr: EhrId;
  readonly address: string;
  readonly markup: string;
  /** The one client whom it is about; null when it is about several, nobody, or contradicts itself. */
  readonly about: Client | null;
  /** Such as a clinician sees every day: the client has to be recognised. */
  readonly clean: boolean;
}

const FORM = { title: 'Progress Note', labels: ['Subjective', 'Objective', 'Assessment', 'Plan'] };

/** What a scene is made of. */
interface Making {
  readonly ehr: EhrId;
  readonly one: Client;
  /** Somebody else; half the time of the same name or birth date. */
  readonly other: Client;
  readonly random: Random;
  readonly header: (client: Client, over?: Partial<ShownClient>) => Markup;
  readonly form: Markup;
}
interface Made {
  readonly pieces: readonly Markup[];
  readonly about: Client | null;
  readonly clean?: boolean;
  /** Whose chart the address is; a note's address names nobody. */
  readonly chartOf?: Client;
}

const hidden = (piece: Markup) => html`<div style="display:none">${piece}</div>`;

/** Makers of pages. Each says what is true of its page in the EHR's own terms, not in ours. */
const SCENES = {
  note: ({ one, header, form }) => ({ pieces: [header(one), form], about: one, clean: true }),
  chart: ({ one, header }) => ({ pieces: [header(one)], about: one, clean: true, chartOf: one }),
  headerBelow: ({ one, header, form }) => ({ pieces: [form, header(one)], about: one }),
  noBirthDate: ({ one, header, form }) => ({
    pieces: [header(one, { birthDate: null }), form],
    about: one,
  }),
  swappedBirthDate: ({ one, other, header, form }) => ({
    pieces: [header(one, { birthDate: shownDate(other.birthDate) }), form],
    about: one.birthDate === other.birthDate ? one : null,
  }),
  swappedName: ({ one, other, header, form }) => ({
    pieces: [header(one, { name: other.name }), form],
    about: one.name === other.name ? one : null,
  }),
  swappedRecord: ({ ehr, one, other, header, form }) => ({
    pieces: [header(one, { recordId: other.recordIds[ehr] }), form],
    about: null,
  }),
  staleHeader: ({ one, other, header }) => ({
    pieces: [header(one)],
    about: null,
    chartOf: other,
  }),
  twoHeaders: ({ one, other, header, form, random }) => ({
    pieces: random.chance(0.5) ? [header(one), form, header(other)] : [header(other), header(one)],
    about: null,
  }),
  sameHeaderTwice: ({ one, header, form }) => ({
    pieces: [header(one), header(one), form],
    about: one,
  }),
  noHeader: ({ form, random, one }) => ({
    pieces: [form],
    about: null,
    ...(random.chance(0.5) ? { chartOf: one } : {}),
  }),
  couple: ({ one, other, header, form }) => ({
    pieces: [header(one, { name: `${one.name} & ${other.name}`, birthDate: null }), form],
    about: null,
  }),
  leftOverHidden: ({ one, other, header, form }) => ({
    pieces: [hidden(header(other)), header(one), form],
    about: one,
  }),
  mentions: ({ ehr, one, other, header, form }) => ({
    pieces: [
      html`<nav><a href="${PIECES[ehr].chart(other.recordIds[ehr])}">${other.name}</a></nav>`,
      header(one),
      html`<p>${other.name}, DOB: ${shownDate(other.birthDate)}, was mentioned.</p>`,
      form,
    ],
    about: one,
  }),
  invalidBirthDate: ({ one, header, form, random }) => ({
    pieces: [header(one, { birthDate: random.pick(['2/30/1988', '21.5.1988', '—', '']) }), form],
    about: one,
  }),
} as const satisfies Record<string, (making: Making) => Made>;

/** `M/D/YYYY`, padded or not, as EHRs write. */
function shownDate(date: string, padded = false): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return padded ? `${month}/${day}/${year}` : `${Number(month)}/${Number(day)}/${year}`;
}

/** One name in the ways in which EHRs write it. */
function shownName(name: string, random: Random): string {
  const [given = '', family = ''] = name.split(' ');
  return random.pick([name, name, `${family}, ${given}`, name.normalize('NFD')]);
}

function otherThan(one: Client, random: Random): Client {
  const others = CLIENTS.filter(({ number }) => number !== one.number);
  const alike = others.filter(
    ({ name, birthDate }) => name === one.name || birthDate === one.birthDate,
  );
  return random.pick(random.chance(0.5) ? alike : others);
}

/** Makes a page; half of all are clean. */
export function fuzzedPage(ehr: EhrId, random: Random): FuzzedPage {
  const { header: write, form, page, chart, note } = PIECES[ehr];
  const one = random.pick(CLIENTS);
  const header: Making['header'] = ({ name, birthDate, recordIds }, over) =>
    write({
      name: shownName(name, random),
      birthDate: shownDate(birthDate, random.chance(0.5)),
      recordId: recordIds[ehr],
      ...over,
    });
  const scenes = Object.keys(SCENES) as (keyof typeof SCENES)[];
  const what = random.chance(0.4) ? random.pick(['note', 'chart'] as const) : random.pick(scenes);
  const other = otherThan(one, random);
  const made: Made = SCENES[what]({ ehr, one, other, random, header, form: form(FORM) });
  const { pieces, about, clean = false, chartOf } = made;
  return {
    what,
    ehr,
    address: chartOf === undefined ? note : chart(chartOf.recordIds[ehr]),
    markup: page(...pieces, NOTHING),
    about,
    clean,
  };
}
