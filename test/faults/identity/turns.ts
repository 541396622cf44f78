import type { InsertPlan } from '#shared/contracts/insertion.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import { parseBirthDate } from '#shared/identity/birth-date.ts';
import { type EhrTab, planFor, startHarness } from '#test/e2e/adapters/harness.ts';
import { PIECES } from '#test/ehr/pieces.ts';
import { randomFrom } from '../random.ts';
import { MOST_REFUSALS, type Outcome, type Play } from '../report.ts';
import { CLIENTS, type Client } from './register.ts';

const { header, form, page, note } = PIECES.therapynotes;

/** What came of notes that turned to another client without a load. */
export interface TurnsOutcome extends Outcome {
  /** Readings that offered somebody the editors of another. Must be empty. */
  readonly wrongReadings: readonly string[];
  /** Texts for one client in the editors of another. Must be empty. */
  readonly wrongInserts: readonly string[];
  /** Insertions once header and editors were the same client's. */
  readonly clean: number;
  readonly refusals: number;
  /** Refusals of the clean ones, from 0 to 1. */
  readonly ratio: number;
}

const headerOf = ({ name, birthDate, recordIds }: Client) =>
  header({ name, birthDate, recordId: recordIds.therapynotes });

/** Editors that say whose they are, where no adapter looks. */
const formOf = ({ number }: Client) =>
  form({ title: 'SOAP Progress Note', labels: ['Subjective', 'Plan'] }).html.replace(
    'class="note"',
    `class="note" data-owner="${number}"`,
  );

const textFor = ({ number }: Client) => `Meant for ${number}.`;

/**
 * Turns an open note to another client so often, in place or by the query of its address: the header
 * at once, the editors when it has long been quiet, with a text for the next client in between.
 */
export async function turnNotes({ seed, count }: Play): Promise<TurnsOutcome> {
  const random = randomFrom(seed);
  const harness = await startHarness();
  const [wrongReadings, wrongInserts]: [string[], string[]] = [[], []];
  const tally = { clean: 0, refusals: 0 };
  try {
    let one = random.pick(CLIENTS);
    const tab = await harness.tab(
      note,
      page(headerOf(one)).replace('</main>', `${formOf(one)}</main>`),
    );
    let reading = await tab.open();
    for (let step = 0; step < count; step += 1) {
      const former = one.number;
      one = random.pick(CLIENTS.filter(({ number }) => number !== former));
      await turn(tab, one, random.chance(0.5) ? `?id=${step}` : null);
      await tab.insert(await earlyPlan(tab, reading, one));
      if ((await tab.newest()).fields.length > 0) wrongReadings.push(`step ${step}`);
      wrongInserts.push(...(await misplaced(tab, step)));
      await replace(tab, '.note', formOf(one));
      reading = await tab.settled(({ fields }) => fields.length > 0);
      const plan = planFor(reading, [{ field: reading.fields[0], text: textFor(one) }]);
      tally.clean += 1;
      tally.refusals += (await tab.insert(plan)).status === 'notInserted' ? 1 : 0;
    }
  } finally {
    await harness.close();
  }
  const ratio = tally.refusals / Math.max(1, tally.clean);
  const isWrong = wrongReadings.length + wrongInserts.length > 0;
  const ok = !isWrong && ratio <= MOST_REFUSALS;
  return { tried: count, wrongReadings, wrongInserts, ...tally, ratio, ok };
}

async function turn(tab: EhrTab, to: Client, query: string | null): Promise<void> {
  if (query !== null) await tab.page.evaluate((at) => history.pushState(null, '', at), query);
  await replace(tab, '.patient-header', headerOf(to).html);
}

async function replace({ page: tab }: EhrTab, selector: string, markup: string): Promise<void> {
  await tab.$eval(
    selector,
    (element, content) => {
      element.outerHTML = content;
    },
    markup,
  );
}

/** A text for whom the header names, aimed at the editors that were read before. */
async function earlyPlan(tab: EhrTab, before: PageReading, to: Client): Promise<InsertPlan> {
  const { navigation } = await tab.newest();
  const plan = planFor(before, [{ field: before.fields[0], text: textFor(to) }]);
  const shown = {
    name: to.name,
    recordId: to.recordIds.therapynotes,
    birthDate: parseBirthDate(to.birthDate),
  };
  return { ...plan, expected: { ...plan.expected, ...shown, navigation } };
}

/** Texts that stand in the editors of somebody else than they were meant for. */
async function misplaced({ page: tab }: EhrTab, step: number): Promise<readonly string[]> {
  const { owner, text } = await tab.$eval('.note', (element) => ({
    owner: element.getAttribute('data-owner') ?? '',
    text: element.textContent,
  }));
  return [...text.matchAll(/Meant for (\d+)\./g)]
    .filter(([, meant]) => meant !== owner)
    .map(([words]) => `step ${step}: ${words} in the note of ${owner}`);
}
