import * as fc from 'fast-check';
import { plainText } from '#extension/ehr/insert/plain-text.ts';
import { InsertPlan, MAX_INSERT_LENGTH } from '#shared/contracts/insertion.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import { type EhrTab, type Harness, planFor, startHarness } from '#test/e2e/adapters/harness.ts';
import { ADDRESS, NOTE } from '#test/e2e/adapters/soap-note.ts';
import { REAL_EDITORS, type RealEditor } from '#test/editors/script.ts';

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
  /** The same seed and number give the same texts. */
  readonly seed: number;
  readonly texts: number;
  exact: number;
  changed: number;
  notInserted: number;
  unconfirmed: number;
  /** Longer than one insertion may be: the plan's own contract refuses them. */
  tooLong: number;
  /** Called exact, and the editor's model held something else. Must be 0. */
  falselyInserted: number;
  /** The model no longer began with what it held before. Must be 0. */
  lostFormer: number;
  /** Called restored, and the model held something else. Must be 0. */
  falselyRestored: number;
  /** Undo that said that it did not succeed. */
  notRestored: number;
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

const line = fc.oneof(
  fc.constantFrom('', ...TRIGGERS),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.lorem({ maxCount: 8 }),
);
const short = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n'));
const long = fc.integer({ min: 200, max: 2000 }).map((times) => 'Slept badly. '.repeat(times));
const tooLong = fc.constant('64 KB of text, and '.repeat(3500));
const texts = fc.oneof(
  { arbitrary: short, weight: 96 },
  { arbitrary: long, weight: 3 },
  { arbitrary: tooLong, weight: 1 },
);

const FORMER = 'Client arrived on time.';

/** Inserts random texts, each behind what the field held before, and takes them back. */
export async function insertRandomTexts(
  harness: Harness,
  editor: WrittenEditor,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<InsertionReport> {
  const report = emptyReport(editor, seed, count);
  let open: Opened | null = null;
  for (const text of fc.sample(texts, { seed, numRuns: count })) {
    open ??= await openEditor(harness, editor);
    const isAsBefore = await tryText(open, text, report);
    if (isAsBefore) continue;
    await open.tab.page.close();
    open = null;
  }
  await open?.tab.page.close();
  return report;
}

/** The same in every editor at once, each in a tab of its own: most of the time they come to rest. */
export async function insertEverywhere(how: {
  readonly seed: number;
  readonly count: number;
}): Promise<readonly InsertionReport[]> {
  const harness = await startHarness();
  try {
    return await Promise.all(
      WRITTEN_EDITORS.map((editor) => insertRandomTexts(harness, editor, how)),
    );
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
): Promise<boolean> {
  const plan = planFor(reading, [{ field: reading.fields[0], text }]);
  if (!InsertPlan.safeParse(plan).success) {
    report.tooLong += text.length > MAX_INSERT_LENGTH ? 1 : 0;
    return true;
  }
  const before = await modelOf(tab);
  const { status } = await tab.insert(plan);
  const after = await modelOf(tab);
  report[status] += 1;
  if (status === 'exact' && after !== `${before}\n\n${plainText(text)}`)
    report.falselyInserted += 1;
  if (!after.startsWith(before)) report.lostFormer += 1;
  if (status === 'notInserted') return after === before;
  const undone = await tab.undo(plan);
  const isBack = (await modelOf(tab)) === before;
  if (undone.status !== 'restored') report.notRestored += 1;
  else if (!isBack) report.falselyRestored += 1;
  return isBack;
}

/** Spaces that an editor keeps as no-break spaces are spaces. */
async function modelOf(tab: EhrTab): Promise<string> {
  return (await tab.model('#s')).replaceAll('\u00A0', ' ');
}

function isReal(editor: WrittenEditor): editor is RealEditor {
  return REAL_EDITORS.some((real) => real === editor);
}

function emptyReport(editor: WrittenEditor, seed: number, count: number): InsertionReport {
  return {
    editor,
    seed,
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
  };
}
