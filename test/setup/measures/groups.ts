import type { Instrument } from '#shared/contracts/instrument.ts';
import { type Sendability, sendability } from '#shared/instruments/sendability.ts';

/** Measures that stand alike to being sent. */
export interface Group {
  readonly title: string;
  readonly why: string;
  readonly measures: readonly Instrument[];
}

const GROUPS: readonly {
  readonly standing: Sendability;
  readonly title: string;
  readonly why: string;
}[] = [
  {
    standing: 'sendable',
    title: 'Can be sent at once',
    why: 'A statement of the owner allows it for everybody, and the wording is at hand.',
  },
  {
    standing: 'practiceMustConfirm',
    title: 'Can be sent once the practice has confirmed its right',
    why: 'The wording is at hand. The licence has a condition, or is known from somebody else than its owner: a person of the practice reads it and confirms first.',
  },
  {
    standing: 'derived',
    title: 'Worked out from other measures',
    why: 'It has no questions of its own; it is there when the measures that it is made of were answered.',
  },
  {
    standing: 'wordingAbsent',
    title: 'Licence read, wording not at hand: can’t be sent',
    why: 'No two copies agree to the letter. Scoring and thresholds are here as facts; confirming the licence does not make it sendable before the owner’s form is at hand.',
  },
  {
    standing: 'locked',
    title: 'Locked until the licence is confirmed',
    why: 'Nobody has read the owner’s terms, or they contradict each other. A person has to read the owner’s page before one of these can be sent.',
  },
];

/** Every measure under what stands in the way of sending it, before any practice has confirmed. */
export function groupsOf(measures: readonly Instrument[]): readonly Group[] {
  return GROUPS.map(({ standing, title, why }) => ({
    title,
    why,
    measures: measures.filter((measure) => sendability(measure, new Set()) === standing),
  }));
}

/** How many there are of each, and why the counts are no more. */
export function countsOf(measures: readonly Instrument[]): string {
  const groups = groupsOf(measures);
  return [
    '## How many',
    '',
    `${measures.length} measures are known as data. A measure whose licence was read is not yet one that can be sent:`,
    'its wording has to be at hand as well, and where the licence asks for it the practice confirms its right.',
    '',
    '| | measures | which |',
    '|---|---|---|',
    ...groups.map(
      ({ title, measures: of }) =>
        `| ${title} | ${of.length} | ${of.map(({ shortTitle }) => shortTitle).join(', ')} |`,
    ),
    '',
  ].join('\n');
}
