import * as fc from 'fast-check';
import { plainText } from '#extension/ehr/insert/plain-text.ts';
import {
  type InsertOutcome,
  MAX_INSERT_LENGTH,
  type UndoOutcome,
} from '#shared/contracts/insertion.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import { type EhrTab, type Harness, planFor, startHarness } from '#test/e2e/adapters/harness.ts';
import { ADDRESS, NOTE } from '#test/e2e/adapters/soap-note.ts';
import { REAL_EDITORS, type RealEditor } from '#test/editors/script.ts';
import type { Outcome, Play } from './report.ts';

/** Every editor that text is written into. */
export const WRITTEN_EDITORS = [
  'prosemirror',
  'tiptap',
  'contenteditable',
  'textarea',
  ...REAL_EDITORS,
] as const;
export type WrittenEditor = (typeof WRITTEN_EDITORS)[number];

/** What came of random texts in one editor. All counts are of texts. */
export interface InsertionReport {
  readonly editor: WrittenEditor;
  readonly texts: number;
  exact: number;
  changed: number;
  notInserted: number;
  unconfirmed: number;
  /** Longer than one insertion may be: the plan's own contract refuses them. They are tried behind it. */
  tooLong: number;
  /** Called exact, and the editor's model held something else. Must be 0. */
  falselyInserted: number;
  /** The model no longer began with what it held before. Must be 0. */
  lostFormer: number;
  /** Called restored, and the model held something else. Must be 0. */
  falselyRestored: number;
  /** Undo that said that it did not succeed. */
  notRestored: number;
  /** What was not called exact and then restored, by the text's number and what was said; the first few. */
  readonly said: string[];
}

/** What editors and their pages like to turn into something else. */
const TRIGGERS = [
  '# Heading',
  '- item',
  '* item',
  '1. first',
  '> quote',
  '```',
  '---',
  '**bold**',
  '_x_',
  '`code`',
  '~~gone~~',
  '[link](https://example.org)',
  'https://example.org',
  '<b>bold</b>',
  '<script>alert(1)</script>',
  '<!-- c -->',
  '&amp; &lt; &nbsp;',
  '(c) -> -- ...',
  'שלום עולם',
  'مرحبا 11/27',
  '👩‍👩‍👧 naïve e\u0301',
  'a\u202Eb\u200Bc\tD',
  '  indented',
  'trailing  ',
  'two  spaces',
  '{{x}} ${y}',
];

/** UTF-16 units in 64 KB, counted as one byte each. */
const HUGE = 65_536;
/** The least length of a paragraph of those. */
const PARAGRAPH = 200;

const mixed = fc.oneof(
  fc.constantFrom('', ...TRIGGERS),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.lorem({ maxCount: 8 }),
);
/** Right-to-left words, with what reads the other way between them. */
const rightToLeft = fc
  .array(fc.constantFrom('שָׁלוֹם', 'עולם', 'مرحبا', 'النوم', '11/27', '(PHQ-9)', 'Zoë'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((words) => words.join(' '));
const line = fc.oneof({ arbitrary: mixed, weight: 5 }, { arbitrary: rightToLeft, weight: 1 });
const short = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
const long = fc.integer({ min: 200, max: 1500 }).map((times) => 'Slept badly. '.repeat(times));
/** 64 KB of any kind in lines as long as a person's paragraphs: more than the plan's contract takes. */
const tooLong = short.map((text) => {
  const words = `${text.replaceAll('\n', ' ')} `;
  const paragraph = `${words.repeat(Math.ceil(PARAGRAPH / words.length))}\n`;
  return paragraph.repeat(Math.ceil(HUGE / paragraph.length)).slice(0, HUGE);
});
const texts = fc
  .oneof(
    { arbitrary: short, weight: 95 },
    { arbitrary: long, weight: 3 },
    { arbitrary: tooLong, weight: 2 },
  )
  // Nothing to insert is no text.
  .filter((text) => plainText(text).trim() !== '');

const FORMER = 'Client arrived on time.';

/** Inserts random texts, each behind what the field held before, and takes them back. */
export async function insertRandomTexts(
  harness: Harness,
  editor: WrittenEditor,
  { seed, count }: Play,
): Promise<InsertionReport> {
  const report = emptyReport(editor, count);
  let open: Opened | null = null;
  for (const [number, text] of fc.sample(texts, { seed, numRuns: count }).entries()) {
    open ??= await openEditor(harness, editor);
    const said: Said[] = [];
    const isAsBefore = await tryText(open, text, report, said);
    note(report, number, said);
    if (isAsBefore) continue;
    await open.tab.page.close();
    open = null;
  }
  await open?.tab.page.close();
  return report;
}

/** What came of random texts in some editors. */
export interface InsertionsOutcome extends Outcome {
  readonly editors: readonly InsertionReport[];
}

/** The same in several editors at once, each in a tab of its own: most of the time they come to rest. */
export async function insertInto(
  editors: readonly WrittenEditor[],
  how: Play,
): Promise<InsertionsOutcome> {
  const harness = await startHarness();
  try {
    const reports = await Promise.all(
      editors.map((editor) => insertRandomTexts(harness, editor, how)),
    );
    const isTrue = (one: InsertionReport) =>
      one.falselyInserted + one.lostFormer + one.falselyRestored === 0;
    return {
      tried: editors.length * how.count,
      editors: reports,
      ok: reports.every((one) => isTrue(one) && one.exact > 0),
    };
  } finally {
    await harness.close();
  }
}

interface Opened {
  readonly tab: EhrTab;
  readonly reading: PageReading;
}

async function openEditor(harness: Harness, editor: WrittenEditor): Promise<Opened> {
  const tab = await harness.tab(ADDRESS, NOTE);
  // Several editors are tried at the same time, each in a tab that has the keyboard for itself.
  await tab.page.emulateFocusedPage(true);
  if (isReal(editor)) await tab.realEditor(editor, '#s', [FORMER]);
  else await tab.editor(editor, '#s', [FORMER]);
  return { tab, reading: await tab.open() };
}

/** True when the field is as it was, so that the next text may be tried in it. */
async function tryText(
  { tab, reading }: Opened,
  text: string,
  report: InsertionReport,
  said: Said[],
): Promise<boolean> {
  const plan = planFor(reading, [{ field: reading.fields[0], text }]);
  report.tooLong += text.length > MAX_INSERT_LENGTH ? 1 : 0;
  const before = await modelOf(tab);
  const inserted = await tab.insert(plan);
  const { status } = inserted;
  const after = await modelOf(tab);
  report[status] += 1;
  said.push(inserted);
  if (status === 'exact' && after !== `${before}\n\n${plainText(text)}`)
    report.falselyInserted += 1;
  if (!after.startsWith(before)) report.lostFormer += 1;
  if (status === 'notInserted') return after === before;
  const undone = await tab.undo(plan);
  const isBack = (await modelOf(tab)) === before;
  said.push(undone);
  if (undone.status !== 'restored') report.notRestored += 1;
  else if (!isBack) report.falselyRestored += 1;
  return isBack;
}

type Said = InsertOutcome | UndoOutcome;
/** Texts of one editor of which a report says what was said. */
const MOST_SAID = 20;

function note({ said }: InsertionReport, number: number, outcomes: readonly Said[]): void {
  const isUsual = outcomes.every(({ status }) => status === 'exact' || status === 'restored');
  if (isUsual || said.length >= MOST_SAID) return;
  said.push(`text ${number}: ${outcomes.map((one) => Object.values(one).join(' ')).join(', ')}`);
}

/** Spaces that an editor keeps as no-break spaces are spaces. */
async function modelOf(tab: EhrTab): Promise<string> {
  return (await tab.model('#s')).replaceAll('\u00A0', ' ');
}

function isReal(editor: WrittenEditor): editor is RealEditor {
  return REAL_EDITORS.some((real) => real === editor);
}

function emptyReport(editor: WrittenEditor, count: number): InsertionReport {
  return {
    editor,
    texts: count,
    exact: 0,
    changed: 0,
    notInserted: 0,
    unconfirmed: 0,
    tooLong: 0,
    falselyInserted: 0,
    lostFormer: 0,
    falselyRestored: 0,
    notRestored: 0,
    said: [],
  };
}
