import type { Instrument } from '#shared/contracts/instrument.ts';
import type { AnswerOption, Item } from '#shared/contracts/items.ts';
import { linked } from './source.ts';
import { optionsInWords } from './words.ts';

/**
 * The answers of a measure with what each scores: one line where all items share them, else a line for
 * the items that have the same.
 */
export function answersOf({ options, items }: Instrument): readonly string[] {
  const lists = new Map<string, number[]>();
  for (const item of items) {
    const words = optionsInWords(item.options ?? options);
    lists.set(words, [...(lists.get(words) ?? []), item.number]);
  }
  const [only] = lists.keys();
  if (only === undefined) return options.length === 0 ? [] : [optionsInWords(options)];
  if (lists.size === 1) return [only];
  return [...lists].map(([words, numbers]) => `${itemsInWords(numbers)}: ${words}`);
}

/** Which answers count otherwise than they are printed; empty where none does. */
export function recodingOf({ items, options, reverseItems }: Instrument): readonly string[] {
  const recoded = items.filter((item) => (item.options ?? options).some(scoresOtherwise));
  const said = [
    recoded.length === 0
      ? null
      : `${itemsInWords(recoded.map(({ number }) => number))}: what an answer scores stands in brackets beside it`,
    reverseItems.length === 0
      ? null
      : `${itemsInWords(reverseItems)}: scored in reverse, highest plus lowest value less the answer`,
  ];
  return said.filter((line) => line !== null);
}

function scoresOtherwise({ points, value }: AnswerOption): boolean {
  return points !== undefined && points !== value;
}

/** `items 1 to 3, 6, 7`. */
function itemsInWords(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const words = runs.map(([from, to]) => {
    if (from === to) return `${from}`;
    return to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`;
  });
  return `${numbers.length === 1 ? 'item' : 'items'} ${words.join(', ')}`;
}

/**
 * The questions as the client reads them, folded away; null where there are none, and where nobody has
 * read the owner's terms: then they are not printed here either.
 */
export function wordingOf(measure: Instrument): string | null {
  if (measure.wording !== 'given' || measure.licence.use === 'locked') return null;
  return [
    '<details>',
    `<summary>The wording of the ${measure.shortTitle}</summary>`,
    '',
    ...(measure.stem === '' ? [] : [`*${measure.stem}*`, '']),
    ...measure.items.flatMap((item, index) => itemLines(item, measure.items[index - 1])),
    '',
    linked(measure.licence.attribution),
    '',
    '</details>',
    '',
  ].join('\n');
}

function itemLines(
  { number, printed, text, stem, anchors, scored }: Item,
  before: Item | undefined,
): string[] {
  const heading = stem === undefined || stem === before?.stem ? [] : ['', `*${stem}*`, ''];
  const asPrinted = printed === undefined || printed === '' ? '' : ` (printed as ${printed})`;
  const poles = anchors === undefined ? '' : ` [${anchors[0]} … ${anchors[1]}]`;
  const uncounted = scored === false ? ' *Not scored.*' : '';
  return [...heading, `- ${number}${asPrinted}: ${oneLine(text)}${poles}${uncounted}`];
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' / ');
}
