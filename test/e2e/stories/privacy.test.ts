import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { preview } from '#test/demo/steps/insertions.ts';
import { openTab } from '#test/support/browser.ts';
import { panelOf } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { databaseText, storedText } from './extension.ts';
import { listenIn, overheardBy, postedTo, whatThePageSees } from './listening.ts';
import { allReported, appointmentOf, servedText, untimed } from './notes.ts';
import { type Stage, setStage } from './stage.ts';
import { CLINICAL } from './traces.ts';

/** What only the practice's server knows of Kit Bauer: the page shows none of it. */
const SECRETS = new RegExp(`${CLINICAL.source}|Katharina|Harbor Light|Nadia Fields`, 'i');

/**
 * Those of them that chance does not write: in a hundred thousand sealed bytes three letters in a row come
 * up by themselves once in twenty runs.
 */
const LONG_SECRETS =
  /reliabl|item 9|instrumentId|displayName|Katharina|Harbor Light|Nadia Fields|d5610ae8f34c927b/i;

/** What lies in clear beside the sealed bytes. */
function aroundSealed(kept: string): string {
  return kept.replaceAll(/"(iv|sealed)":"(?:[^"\\]|\\.)*"/g, '"$1":""');
}

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['kit-bauer']);
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

describe('what the page learns while the clinician reads and inserts', () => {
  it('is the approved text and nothing else', async () => {
    const { browser, simplePractice } = stage;
    const page = await openTab(browser);
    const panel = panelOf(page);
    const said: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => {
      if (request.frame() === page.mainFrame()) asked.push(request.url());
    });
    await listenIn(page);
    await page.goto(`${simplePractice.url}/appointments/${appointmentOf('kit-bauer')}`);
    await panel.shows('Goes to Simple Progress Note');
    expect(await panel.text()).toMatch(SECRETS);
    const title = await page.title();

    expect(await whatThePageSees(page)).not.toMatch(SECRETS);
    expect(await whatThePageSees(page)).not.toContain('chrome-extension');
    const before = await overheardBy(panel);
    expect(JSON.stringify(before)).not.toMatch(SECRETS);
    expect(before.toPage).toEqual([{ type: 'look' }]);
    expect(before.fromPage.length).toBeGreaterThan(0);

    const wanted = await preview(panel);
    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    await allReported(page);
    const { toPage, fromPage } = await overheardBy(panel);
    expect(toPage).toMatchObject([{ type: 'look' }, { type: 'insert', plan: { parts: [{}] } }]);
    const written = servedText(simplePractice, appointmentOf('kit-bauer')).lines();
    expect(untimed(written)).toBe(untimed(wanted));
    expect(JSON.stringify(toPage).split(JSON.stringify(written))).toHaveLength(2);
    expect(JSON.stringify(fromPage)).not.toMatch(SECRETS);
    const editorApart = (await whatThePageSees(page)).replaceAll(
      JSON.stringify(written).slice(1, -1),
      '',
    );
    expect(editorApart).not.toMatch(/Katharina|Harbor Light|Nadia Fields/);

    expect(await page.title()).toBe(title);
    expect(said).toEqual([]);
    expect(await postedTo(page)).toEqual([]);
    expect(new Set(asked.map((url) => new URL(url).origin))).toEqual(new Set([simplePractice.url]));
    expect(simplePractice.state.requests.map(({ path }) => path).join('\n')).not.toMatch(SECRETS);
    expect(simplePractice.state.policyReports).toEqual([]);
  });
});

describe('what stays in the browser', () => {
  it('is sealed on the disk, and a token and keys in memory', async () => {
    const panel = await stage.openChart('kit-bauer');
    await panel.shows('record, name and birth date agree');
    const kept = await databaseText(panel);
    expect(kept).toMatch(/^\["answers"/);
    expect(kept.length).toBeGreaterThan(1000);
    // What browsers count is written after the badge: the last thing that a reading leads to.
    await until('the view was counted', async () =>
      (await storedText(panel)).local.includes('"pageKinds":{"client":1'),
    );
    const { local, session } = await storedText(panel);
    expect(kept).not.toMatch(LONG_SECRETS);
    for (const text of [aroundSealed(kept), local, session]) {
      expect(text).not.toMatch(SECRETS);
      expect(text).not.toMatch(/Kit|Bauer|1979|d5610ae8f34c927b/);
    }
    const keys = Object.keys(JSON.parse(local) as object).toSorted();
    expect(keys).toEqual(['adapterSwitches', 'backendAddress', 'fleet']);
  });
});
