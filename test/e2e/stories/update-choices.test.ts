import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import { PRACTICE } from '#test/demo/practice.ts';
import { preview } from '#test/demo/steps/insertions.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { appointmentOf, servedText } from './notes.ts';
import { type Stage, setStage } from './stage.ts';

/** Notes are written late: the appointments were before the newest answers. */
const SESSION = addDays(dateInZone(instantOf(new Date()), PRACTICE.timeZone), -5);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['riley-chen', 'kit-bauer'], {
    simplePractice: {
      today: SESSION,
      notes: { [appointmentOf('riley-chen')]: { template: 'DAP Note' } },
    },
  });
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Opens a client's note and the choices of its Update, and makes some. */
async function choosing(key: string, ...choices: readonly string[]): Promise<PanelDriver> {
  const panel = await stage.openNote(key);
  await panel.shows('Goes to');
  await panel.unfold('Change');
  for (const choice of choices) await panel.choose(choice);
  return panel;
}

describe('what the clinician asks of the Update', () => {
  it('is remembered but for its reader, who is the chart again for the next client', async () => {
    const panel = await choosing('kit-bauer', 'Supervisor', 'One line', 'Spanish');
    await panel.shows('Supervisor · narrative · one line · as of now · Spanish');
    expect(await preview(panel)).not.toContain('Kit');

    const next = await stage.openNote('riley-chen');
    await next.shows('Chart · narrative · one line · as of now · Spanish');
    const line = await preview(next);
    await next.unfold('Change');
    await next.choose('Standard');
    await next.choose('English');
    await next.shows('Chart · narrative · standard · as of now · English');
    expect(await preview(next)).not.toBe(line);
  });

  it('is as of now until the session of the open note is chosen; what came later stands apart', async () => {
    const panel = await choosing('kit-bauer', 'Narrative');
    const now = await preview(panel);
    expect(now).not.toContain('For the session of');
    await panel.press(`Write as of ${await noteDayIn(panel)}`);
    await panel.shows('After this session');
    const text = await preview(panel);
    expect(text).toMatch(/^For the session of /);
    const [session = ''] = text.split(/Risk answers after|After this session/);
    expect(session).not.toContain('19/27');
    expect(await laterIn(panel)).toContain('PHQ-9 19/27');

    await panel.press('Insert');
    await panel.shows('Inserted exactly');
    const note = servedText(stage.simplePractice, appointmentOf('kit-bauer'));
    await until('the note has the Update', () => note.lines() === text);
  });

  it('is no text at all while the day of the session is not named', async () => {
    const panel = await choosing('kit-bauer', 'Another day');
    await panel.shows('Name the day of the session. Until then there is no text.');
    expect(await panel.offers('Insert')).toBe(false);
    expect(await panel.offers('Copy')).toBe(false);
  });
});

describe('a text for somebody else', () => {
  it.each([
    ['Client letter', 'A letter to the client is no part of the note, so it is never inserted.'],
    ['Supervisor', 'A text for a supervisor is no part of the note, so it is never inserted.'],
  ])('%s: can be copied and never inserted, and says so', async (reader, words) => {
    const panel = await choosing('kit-bauer', reader);
    await panel.shows(words);
    expect(await panel.offers('Insert')).toBe(false);
    expect(await panel.offers('Copy')).toBe(true);
    expect(await preview(panel)).not.toMatch(/Bauer|\bKit\b/);
  });

  it('says no threshold and no alert to the client', async () => {
    const panel = await choosing('kit-bauer', 'Client letter');
    await panel.shows('never inserted');
    expect(await preview(panel)).not.toMatch(/threshold|alert|item 9|range/i);
  });
});

describe('a DAP note', () => {
  it('takes a text of another shape in one piece, and says why', async () => {
    const panel = await choosing('riley-chen', 'BIRP');
    await panel.shows('This note has no field of its own for each of Behavior');
    await panel.choose('Narrative');
    await panel.shows('Goes to DAP Note · Data');
  });
});

/** The day that the panel offers to write as of, as it says it. */
async function noteDayIn(panel: PanelDriver): Promise<string> {
  const [, day = ''] = /session was on (\d+ \w+(?: \d{4})?);/.exec(await panel.text()) ?? [];
  return day;
}

async function laterIn(panel: PanelDriver): Promise<string> {
  const frame = await panel.frame();
  await frame.waitForSelector('.later');
  return frame.$eval('.later', (element) => (element as HTMLElement).innerText);
}
