import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import { answerAgain } from '../stories/answers.ts';
import { allReported, appointmentOf, servedText } from '../stories/notes.ts';
import { type Stage, setStage } from '../stories/stage.ts';
import { byCover } from './attacks.ts';
import { type Shown, watchButton } from './covered.ts';
import { makeUp } from './made-up.ts';

const CLIENT = 'riley-chen';
const NOTE = appointmentOf(CLIENT);

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT, 'alex-morgan-1988', 'alex-morgan-1996'], {
    simplePractice: { notes: { [NOTE]: { answers: { 1: 'Client arrived on time.' } } } },
  });
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** A press that matters: how the panel comes to it, and what is on the screen once it counted. */
interface Press {
  readonly button: string;
  readonly done: RegExp;
  readonly open: () => Promise<PanelDriver>;
}

async function inserted(): Promise<PanelDriver> {
  const panel = await stage.openNote(CLIENT);
  await panel.press('Insert');
  await panel.shows('Inserted exactly');
  return panel;
}

const PRESSES: Readonly<Record<string, Press>> = {
  Insert: {
    button: 'Insert',
    done: /Inserted|Inserting/,
    open: () => stage.openNote(CLIENT),
  },
  Undo: { button: 'Undo', done: /reads exactly as before|Undoing/, open: inserted },
  'Choose a field': {
    button: 'Choose another field',
    done: /Click the field in the note/,
    open: () => stage.openNote(CLIENT),
  },
  Copy: {
    button: 'Copy',
    done: /Copied\.|did not allow copying/,
    open: () => stage.openNote(CLIENT),
  },
  Acknowledge: {
    button: 'Discussed in session',
    // What asks for it is gone once it is said.
    done: /^(?![^]*Leave it open)/,
    async open() {
      const panel = await stage.openChart(CLIENT);
      const frame = await panel.frame();
      const first = await frame.waitForSelector('.alert button[aria-label^="Acknowledge: "]');
      await panel.press((await first?.evaluate((one) => one.ariaLabel)) ?? '');
      return panel;
    },
  },
  Reveal: {
    button: 'Show for 30 seconds',
    done: /Riley|Covered again in/,
    async open() {
      const panel = await stage.openChart(CLIENT);
      await panel.press('Safe view for a shared screen');
      await panel.shows('you switched it on');
      return panel;
    },
  },
  // The story before left it on.
  'Switch safe view off': {
    button: 'Switch safe view off',
    done: /Riley/,
    async open() {
      const panel = await stage.openChart(CLIENT);
      await panel.shows('you switched it on');
      return panel;
    },
  },
  Link: {
    button: 'This is Alex Morgan: link',
    done: /birth date agree|Not linked: /,
    open: () => stage.openChart('alex-morgan-1996'),
  },
  Refresh: {
    button: 'Refresh in place',
    done: /Inserted exactly|Inserting/,
    async open() {
      const lines = () => servedText(stage.simplePractice, NOTE).lines();
      const panel = await inserted();
      await until('the server has the text', () => lines().includes('Throughline, as of'));
      const written = lines();
      await panel.page.click('.note-actions .primary');
      const { notes } = stage.simplePractice.state;
      await until('the note is saved', () => notes[NOTE]?.['1']?.lines === written);
      await panel.page.close();
      await answerAgain(stage, CLIENT, 'More than half the days');
      const again = await stage.openNote(CLIENT);
      await again.shows('; 1 result is newer.');
      await again.unfold('Read the refreshed text');
      return again;
    },
  },
};

/** Styles of what is laid over a press: it hides it, or can’t be seen itself. */
const COVERS = ['', 'background: transparent'];

describe.each(Object.entries(PRESSES))('%s', (_, { button, done, open }) => {
  it('is not pressed by a program, through a cover, or as it comes into view', async () => {
    const panel = await open();
    await panel.focus(button);
    await panel.page.evaluate(makeUp);
    await (await panel.frame()).evaluate(makeUp);
    const shown = await watchButton(panel, button);
    for (const css of COVERS) await pressedThrough(panel, shown, css);
    await allReported(panel.page);
    expect(await panel.text()).not.toMatch(done);
    await panel.press(button);
    const frame = await panel.frame();
    await frame.waitForFunction(
      (words) => new RegExp(words).test(document.body.innerText),
      {},
      done.source,
    );
  });
});

/** Covers it until it is shut, presses through the cover, takes that away and presses again at once. */
async function pressedThrough(panel: PanelDriver, shown: Shown, css: string): Promise<void> {
  const { begin, end } = byCover('showPopover', css);
  await begin(panel.page);
  await shown.isShut();
  await shown.press();
  await end(panel.page);
  await shown.pressAtOnce();
}
