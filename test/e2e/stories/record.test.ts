import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateInWords, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { CLINICIAN, PRACTICE } from '#test/demo/practice.ts';
import { person } from '#test/ehr/people.ts';
import { connect } from '#test/support/connect.ts';
import { type Front, openFront } from '#test/support/front.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { OQ45 } from '#test/support/recorded.ts';
import { until } from '#test/support/until.ts';
import { signOut } from './extension.ts';
import { follow } from './notes.ts';
import { type Stage, setStage } from './stage.ts';

const EVENT = 'Sertraline 50 mg begun';

let front: Front;
let stage: Stage;
beforeAll(async () => {
  front = await openFront();
  stage = await setStage(
    ['jordan-avery', 'riley-chen', 'kit-bauer', 'alex-morgan-1988', 'sam-rivera'],
    { front },
  );
  await stage.signIn();
});
afterEach(async () => {
  await front.become('open');
  await stage.clear();
});
afterAll(async () => {
  await stage.close();
  await front.close();
});

const today = () => dateInZone(instantOf(new Date()), PRACTICE.timeZone);

function clientIdOf(key: string): ClientId {
  const clientId = stage.practice.clients[key];
  if (clientId === undefined) throw new Error(`${key} is not in the practice`);
  return clientId;
}

/** How often something was done to a client's record, by the audit log. */
async function done(key: string, action: string): Promise<number> {
  const { store, now } = stage.backend.care;
  const { practiceId } = stage.practice;
  const actor = { kind: 'system', name: 'test' } as const;
  const scope = { practiceId, actor, requestId: 'test', now: now() };
  const rows = await store.inPractice(scope, ({ audit }) => audit.ofClient(clientIdOf(key)));
  return rows.filter((row) => row.action === action).length;
}

/** Opens a client's chart with the forms unfolded. */
async function openRecord(key: string): Promise<PanelDriver> {
  const panel = await stage.openChart(key);
  await panel.shows('name and birth date agree');
  await panel.unfold('Add to record');
  return panel;
}

async function fillEvent(panel: PanelDriver): Promise<void> {
  await panel.press('Event');
  await panel.fill('What happened', EVENT);
}

/** The words of the record's part of the panel. */
async function recordText(panel: PanelDriver): Promise<string> {
  const frame = await panel.frame();
  return frame.$eval('section[aria-label="Record"]', ({ textContent }) => textContent ?? '');
}

describe('an event', () => {
  it('is added for the client on screen, is there after a reload, and can be removed', async () => {
    const panel = await openRecord('kit-bauer');
    await fillEvent(panel);
    await panel.focus('Save to record');
    await panel.page.keyboard.press('Enter');
    const said = `Medication, ${dateInWords(today(), { year: true })}: ${EVENT}`;
    await panel.shows(`Saved: ${said}.`);
    await panel.shows('Added to this record (1)');
    const page = await panel.page.evaluate(() => document.documentElement.outerHTML);
    expect(page).not.toContain(EVENT);

    await panel.page.reload();
    await panel.shows('Added to this record (1)');
    await panel.unfold('Added to this record (1)');
    await panel.shows(said);
    await panel.press(`Remove: ${said}`);
    await panel.press('Remove');
    await panel.shows(`Removed: ${said}.`);
    await until('it is off the list', async () => !(await recordText(panel)).includes('Added to'));
    expect(await done('kit-bauer', 'event.added')).toBe(1);
    expect(await done('kit-bauer', 'event.removed')).toBe(1);
  });

  it('whose answer is lost is stored once, however often it is saved', async () => {
    const panel = await openRecord('sam-rivera');
    await fillEvent(panel);
    await front.become('deaf');
    await panel.press('Save to record');
    await panel.shows('Not known to be saved.');
    const frame = await panel.frame();
    expect(
      await frame.$eval('[maxlength="80"]', (field) => (field as HTMLInputElement).value),
    ).toBe(EVENT);
    expect(await done('sam-rivera', 'event.added')).toBe(1);
    await front.become('open');
    await panel.press('Save to record');
    await panel.shows('Saved: Medication');
    await panel.shows('Added to this record (1)');
    expect(await done('sam-rivera', 'event.added')).toBe(1);
  });
});

describe('what was typed for one client', () => {
  it('is gone with that client, and reaches nobody else', async () => {
    const panel = await openRecord('kit-bauer');
    await fillEvent(panel);
    const added = await done('kit-bauer', 'event.added');
    await follow(panel.page, `/clients/${person('riley-chen').simplepractice.hash}/overview`);
    await panel.shows('Riley Chen');
    await panel.shows('name and birth date agree');
    expect(await panel.offers('Save to record')).toBe(false);
    expect(await panel.markup()).not.toContain(EVENT);
    await follow(panel.page, `/clients/${person('kit-bauer').simplepractice.hash}/overview`);
    await panel.shows('Kit Bauer');
    expect(await panel.markup()).not.toContain(EVENT);
    expect(await done('riley-chen', 'event.added')).toBe(0);
    expect(await done('kit-bauer', 'event.added')).toBe(added);
  });

  it('waits behind a sign-in of the same clinician', async () => {
    const panel = await openRecord('kit-bauer');
    await fillEvent(panel);
    await signOut(panel);
    await panel.shows('Signed out');
    expect(await panel.markup()).not.toContain(EVENT);
    await connect(panel, CLINICIAN);
    await panel.shows('Kit Bauer');
    await panel.shows('Event on the chart');
    const frame = await panel.frame();
    expect(
      await frame.$eval('[maxlength="80"]', (field) => (field as HTMLInputElement).value),
    ).toBe(EVENT);
  });
});

describe('an episode of care', () => {
  it('gives the scores after it a baseline of their own, which can be chosen and taken back', async () => {
    const panel = await openRecord('alex-morgan-1988');
    await panel.shows('21 at baseline');
    await panel.press('Care began or ended');
    await panel.fill('First day', addDays(today(), -43));
    await panel.press('Save to record');
    await panel.shows('Saved: New episode of care');
    await panel.shows('8 at baseline');
    expect(await panel.text()).not.toContain('21 at baseline');

    const frame = await panel.frame();
    // Below the newest measures the chart itself is folded.
    for (const summary of ['Chart', 'Baseline']) {
      const folded = await frame.waitForSelector(
        `::-p-xpath(//article[starts-with(normalize-space(.), "PHQ-9 ")]//details[summary="${summary}"])`,
      );
      await folded?.evaluate((details) => details.setAttribute('open', ''));
    }
    const list = await frame.waitForSelector('[aria-label="Baseline of PHQ-9"]');
    const [, , third] =
      (await list?.$$eval('.trusted button', (buttons) =>
        buttons.map(({ textContent }) => textContent ?? ''),
      )) ?? [];
    await panel.press(third ?? '');
    await panel.shows('Saved: PHQ-9 is compared with');
    await panel.shows('Baseline, chosen');
    await panel.shows('6 at baseline');
    await panel.press('Back to the first score');
    await panel.shows('the first score of this episode again');
    await panel.shows('8 at baseline');
  });
});

describe('a total brought along', () => {
  it('says where measures are set up, then becomes a line, and can be corrected', async () => {
    const panel = await openRecord('riley-chen');
    await panel.press('Total brought along');
    await panel.shows('Your practice has set up no measure for totals by hand.');
    await stateMeasure();
    await panel.press('Ask again');
    await panel.pick('Measure', OQ45.name);
    await panel.shows('0 to 180');
    await panel.fill('Total', '187');
    await panel.press('Save to record');
    await panel.shows('The range is 0 to 180.');
    await panel.fill('Total', '87');
    await panel.press('Save to record');
    await panel.shows(`Saved: ${OQ45.name}`);
    await panel.shows('Added to this record (1)');
    const frame = await panel.frame();
    const lines = () =>
      frame.$$eval('.measures h3', (all) => all.map(({ textContent }) => textContent ?? ''));
    expect((await lines()).join()).toContain(OQ45.name);

    await panel.unfold('Added to this record (1)');
    const words = `${OQ45.name}, ${dateInWords(today(), { year: true })}`;
    await panel.press(`Correct: ${words}: 87`);
    await panel.fill('Total', '78');
    await panel.press('Save the correction');
    await panel.shows(`Saved: ${words}: 78.`);
    await panel.shows(`${words}: 78 (corrected; entered before as 87)`);
  });
});

async function stateMeasure(): Promise<void> {
  const { store, now } = stage.backend.care;
  const { practiceId, clinicianId: staffId } = stage.practice;
  const actor = { kind: 'staff', staffId } as const;
  await store.inPractice({ practiceId, actor, requestId: 'test', now: now() }, (care) =>
    care.handMeasures.state({ measure: OQ45, edition: 1 }, staffId),
  );
}

describe('a correction', () => {
  it('keeps both versions, scores anew, and opens the alert that a wrong 0 on item 9 held back', async () => {
    const panel = await openRecord('jordan-avery');
    await panel.shows('11/27');
    const before = await panel.text();
    expect(before).not.toContain('New risk answer');
    await panel.press('Correct a response');
    await panel.pick('Response', 'PHQ-9');
    const frame = await panel.frame();
    const selects = await frame.$$('.answer-fields select');
    expect(selects).toHaveLength(9);
    await selects[8]?.select('1');
    await panel.press('Compare before and after…');
    await panel.shows('Write why; it stays beside the correction.');
    await panel.fill('Why it is corrected', 'Read from the paper form again.');
    await panel.press('Compare before and after…');
    await panel.shows('before and after');
    await panel.shows('No safety alert is closed by it.');
    await panel.press('Save the correction');
    await panel.shows('corrected. Both versions stay on record.');
    await panel.shows('New risk answer');
    await panel.shows('PHQ-9 item 9');
    await panel.unfold('Added to this record (1)');
    await panel.shows('Before: 11/27. Now: 12/27.');
    await panel.shows('Read from the paper form again.');
    expect(await done('jordan-avery', 'response.corrected')).toBe(1);
  });
});
