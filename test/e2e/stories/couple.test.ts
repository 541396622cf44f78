import { v7 } from 'uuid';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { type CalendarDate, dateInWords, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId, ConsentId } from '#shared/contracts/ids.ts';
import { preview } from '#test/demo/steps/insertions.ts';
import { COUPLE_PROFILES, person } from '#test/ehr/people.ts';
import { GROUP_APPOINTMENT, LEGACY_COUPLE_APPOINTMENT } from '#test/ehr/simplepractice/records.ts';
import { violationsIn } from '#test/support/axe.ts';
import { scopeOf } from '#test/support/database.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { type Stage, setStage } from './stage.ts';
import { lineWorks, openUnlooking } from './the-line.ts';
import { CLINICAL, tracesOf } from './traces.ts';

const NOTHING_SHARED = 'Nothing is shared here now.';

/** Sam's score and Dana's lie one point apart. */
const ONE_POINT = "Rivera's score is 1 point";

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['sam-rivera', 'dana-rivera', 'riley-chen', 'priya-raman']);
  await stage.browser
    .defaultBrowserContext()
    .overridePermissions(stage.simplePractice.url, ['clipboard-read', 'clipboard-write']);
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Where the couple's own record in SimplePractice is. */
function coupleAddress(): string {
  const hash = COUPLE_PROFILES[0]?.simplepractice.hash ?? '';
  return `${stage.simplePractice.url}/clients/${hash}/overview`;
}

function openCouple(): Promise<PanelDriver> {
  return stage.open(coupleAddress());
}

/** A partner agrees to share the GAD-7, as on the own page. */
async function agrees(name: string): Promise<void> {
  const { practiceId } = stage.practice;
  const now = instantOf(new Date());
  const { store } = stage.backend.care;
  const clientId = await store.inPractice(scopeOf(practiceId, { now }), async ({ clients }) => {
    const found = (await clients.list()).find(({ displayName }) => displayName === name);
    return found?.clientId ?? (name as ClientId);
  });
  const actor = { kind: 'client', clientId } as const;
  await store.inPractice(scopeOf(practiceId, { now, actor }), async ({ couples, consents }) => {
    const couple = await couples.ofClient(clientId);
    if (couple === null) throw new Error(`${name} is in no couple`);
    const consentId = v7() as ConsentId;
    const expiresOn = '2030-12-31' as CalendarDate;
    const { coupleId } = couple;
    await consents.give({ consentId, coupleId, clientId, measureId: 'gad7', expiresOn });
  });
}

/** How often the audit log says that the couple's page was read, for one of them. */
async function looks(): Promise<number> {
  const { practiceId, clients } = stage.practice;
  const clientId = clients['dana-rivera'];
  if (clientId === undefined) throw new Error('Dana is not in the practice');
  const { store, now } = stage.backend.care;
  const rows = await store.inPractice(scopeOf(practiceId, { now: now() }), ({ audit }) =>
    audit.ofClient(clientId),
  );
  return rows.filter(({ action }) => action === 'couple.read').length;
}

it('a clinician links two partners on their record, and it shows nothing of either', async () => {
  const panel = await openCouple();
  await panel.shows('Several people on this page');
  expect(await panel.markup()).not.toMatch(/Sam|Dana|Rivera/);
  await panel.unfold('Set up as a couple');
  await panel.shows('Linking shares nothing');
  await panel.fill('Agreed with both on', '2026-01-07');
  await panel.choose('Limited secrets');
  await panel.press('Link as a couple');
  await panel.shows('Sam Rivera and Dana Rivera');
  await panel.shows(NOTHING_SHARED);
  expect(await panel.markup()).not.toMatch(CLINICAL);
  expect(await panel.offers('Insert')).toBe(false);
});

it('what one agreed to is not shown before the other did, and then side by side', async () => {
  await agrees('Sam Rivera');
  const before = await openCouple();
  await before.shows(NOTHING_SHARED);
  await agrees('Dana Rivera');
  const panel = await openCouple();
  await panel.shows('GAD-7');
  await panel.shows(ONE_POINT);
  const text = await panel.text();
  expect(text).toContain('Other measures are not shared.');
  for (const { displayName, birthDate } of [person('sam-rivera'), person('dana-rivera')]) {
    const born = dateInWords(birthDate as CalendarDate, { year: true });
    expect(text).toContain(`${displayName} born ${born}`);
  }
  expect(text).not.toMatch(/PHQ|item 9/);
  expect(await violationsIn(await panel.frame())).toEqual([]);
});

it('copies the text of both, word for word, and records that it was looked at once more', async () => {
  const panel = await openCouple();
  await panel.shows('Couple’s Update'.toUpperCase());
  const wanted = await preview(panel);
  expect(wanted).toContain(ONE_POINT);
  const before = await looks();
  await panel.press('Copy');
  await panel.shows('Copied.');
  await panel.page.bringToFront();
  const copied = await panel.page.evaluate(() => navigator.clipboard.readText());
  expect(copied.replaceAll('\r\n', '\n')).toBe(wanted);
  expect(await looks()).toBeGreaterThan(before);
});

it('shows the same on a session of both records, and nothing of it on either’s own', async () => {
  const session = await stage.open(
    `${stage.simplePractice.url}/appointments/${LEGACY_COUPLE_APPOINTMENT}`,
  );
  await session.shows(ONE_POINT);
  for (const [own, other] of [
    ['sam-rivera', 'Dana'],
    ['dana-rivera', 'Sam'],
  ] as const) {
    const panel = await stage.openChart(own);
    await panel.shows('name and birth date agree');
    await panel.unfold('Sharing with a partner');
    await panel.shows('Agreed to share GAD-7 until 31 Dec 2030.');
    const markup = await panel.markup();
    expect(markup).not.toContain(other);
    expect(markup).not.toContain('measurement error');
    expect(markup).toMatch(tracesOf(own));
  }
});

it('ends on an open record the moment one takes it back, and does not say who or why', async () => {
  const couple = await openUnlooking(stage.browser, coupleAddress());
  await couple.shows(ONE_POINT);
  await lineWorks(couple);
  const panel = await stage.openChart('sam-rivera');
  await panel.unfold('Sharing with a partner');
  await panel.press('Take back GAD-7');
  await panel.shows('Agreed to share nothing.');
  // Another tab is in front: what is drawn behind it is looked at without its frames.
  await until('the shared view is off', async () => (await couple.text()).includes(NOTHING_SHARED));
  const markup = await couple.markup();
  expect(markup).not.toContain('GAD-7');
  expect(markup).not.toMatch(/took|taken back|revoked|withdr/i);
});

it('is no couple any more when a clinician ends it', async () => {
  const panel = await openCouple();
  await panel.unfold('Agreement and couple');
  await panel.press('End the couple…');
  await panel.press('End the couple');
  await panel.shows('Several people on this page');
  expect(await panel.markup()).not.toMatch(/Sam|Dana|Rivera/);
});

it('a group’s page shows nobody, and each of the group has the own Update in the own note', async () => {
  const group = await stage.open(`${stage.simplePractice.url}/appointments/${GROUP_APPOINTMENT}`);
  await group.shows('This page is about 4 people');
  await group.shows('each has their own Update there');
  expect(await group.offers('Insert')).toBe(false);
  expect(await group.markup()).not.toMatch(CLINICAL);
  for (const [own, other] of [
    ['riley-chen', 'priya-raman'],
    ['priya-raman', 'riley-chen'],
  ] as const) {
    const panel = await stage.openNote(own);
    await panel.shows('Goes to Simple Progress Note');
    const markup = await panel.markup();
    expect(markup).toMatch(tracesOf(own));
    expect(markup).not.toMatch(tracesOf(other));
  }
});
