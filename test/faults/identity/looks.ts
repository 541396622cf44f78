import type { EhrId } from '#shared/contracts/ehr.ts';
import type { Program, SeenOnce } from '#test/e2e/adapters/browser/program.ts';
import { type EhrTab, type Harness, startHarness } from '#test/e2e/adapters/harness.ts';
import { PIECES } from '#test/ehr/pieces.ts';
import { readingOf } from '#test/support/panel-scene.ts';
import { randomFrom } from '../random.ts';
import { MOST_REFUSALS, type Outcome, type Play } from '../report.ts';
import { judgedPanel } from './judge.ts';
import { type FuzzedPage, fuzzedPage } from './pages.ts';
import { clientIdOf } from './register.ts';

declare const program: Program;

const EHRS: readonly EhrId[] = ['simplepractice', 'therapynotes', 'sessionshealth'];
/** Pages that are looked at in one turn of the browser. */
const AT_ONCE = 50;

/** What came of fuzzed pages. */
export interface LooksOutcome extends Outcome {
  /** Pages on which somebody else's record was on the screen. Must be empty; the first few. */
  readonly wrongDisplays: readonly string[];
  readonly clean: number;
  /** Clean pages on which nobody was recognised. */
  readonly refusals: number;
  /** Of the clean pages, from 0 to 1. */
  readonly ratio: number;
}

/** Looks at so many pages in Chromium; the same seed gives the same pages. */
export async function lookAtFuzzedPages({ seed, count }: Play): Promise<LooksOutcome> {
  const harness = await startHarness();
  const tally = { tried: 0, clean: 0, refusals: 0 };
  const wrong: string[] = [];
  try {
    for (const [place, ehr] of EHRS.entries()) {
      const random = randomFrom(seed + place);
      const tab = await harness.tab(PIECES[ehr].note, '');
      const panel = judgedPanel();
      const share = Math.ceil(count / EHRS.length);
      for (let done = 0; done < share; done += AT_ONCE) {
        const pages = Array.from({ length: AT_ONCE }, () => fuzzedPage(ehr, random));
        const seen = await lookAtAll(tab, pages);
        for (const [index, page] of pages.entries()) {
          const look = seen[index];
          if (look === undefined) throw new Error('a page was not looked at');
          panel.hear(
            readingOf({
              ...pick(look),
              ehr,
              navigation: tally.tried,
              appointment: null,
              fields: [],
            }),
          );
          const before = panel.shown();
          // Often the answer is not there before the next page is.
          const answered = page.clean || random.chance(0.7);
          if (answered) await panel.serverAnswers();
          const id = page.about === null ? null : clientIdOf(page.about);
          for (const shown of [before, panel.shown()]) {
            if (shown !== null && shown !== id) wrong.push(`${ehr} ${page.what} ${tally.tried}`);
          }
          tally.tried += 1;
          tally.clean += page.clean ? 1 : 0;
          tally.refusals += page.clean && panel.shown() === null ? 1 : 0;
        }
      }
      await tab.page.close();
    }
  } finally {
    await close(harness);
  }
  const ratio = tally.refusals / Math.max(1, tally.clean);
  const ok = wrong.length === 0 && ratio <= MOST_REFUSALS;
  return { ...tally, wrongDisplays: wrong.slice(0, 20), ratio, ok };
}

const close = (harness: Harness) => harness.close();

function pick({ kind, subjects, identity }: SeenOnce) {
  return { kind, subjects, identity };
}

/** The pages one after the other, each under its own address. */
function lookAtAll(tab: EhrTab, pages: readonly FuzzedPage[]): Promise<SeenOnce[]> {
  return tab.page.evaluate(
    (all) =>
      all.map(({ address, markup }) => {
        history.pushState(null, '', address);
        document.body.innerHTML = markup;
        const seen = program.lookOnce();
        if (seen === null) throw new Error(`no adapter knows ${address}`);
        return seen;
      }),
    pages.map(({ address, markup }) => ({ address, markup })),
  );
}
