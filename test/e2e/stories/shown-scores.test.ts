import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  addDays,
  type CalendarDate,
  dateInWords,
  dateInZone,
  instantOf,
} from '#shared/contracts/calendar.ts';
import { PRACTICE } from '#test/demo/practice.ts';
import { preview } from '#test/demo/steps/insertions.ts';
import { person } from '#test/ehr/people.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { type Stage, setStage } from './stage.ts';

const CLIENT = 'riley-chen';
const TODAY = dateInZone(instantOf(new Date()), PRACTICE.timeZone);
/** Between the client's two check-ins here. */
const BETWEEN = addDays(TODAY, -9);
/** The day of the newest one, which scored 15. */
const SAME_DAY = addDays(TODAY, -2);

const { hash } = person(CLIENT).simplepractice;
const { noteId } = person('kit-bauer').therapynotes;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage([CLIENT, 'kit-bauer'], {
    simplePractice: {
      measures: {
        [hash]: [
          { measure: 'PHQ-9', score: 13, outOf: 27, date: BETWEEN },
          { measure: 'PHQ-9', score: 12, outOf: 27, date: SAME_DAY },
          { measure: 'BDI-II', score: 21, outOf: 63, date: BETWEEN },
        ],
      },
    },
    therapyNotes: { measures: [{ measure: 'GAD-7', score: '11 / 21', date: BETWEEN }] },
  });
  await stage.signIn();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** What is said of each mark in the charts that stands apart from the client's own scores. */
async function drawnApart(panel: PanelDriver): Promise<(string | null)[]> {
  const frame = await panel.frame();
  await frame.waitForSelector('.mark.external[role="img"]');
  return frame.$$eval('.mark.external[role="img"]', (all) =>
    all.map((mark) => mark.getAttribute('aria-label')),
  );
}

const day = (on: CalendarDate) => dateInWords(on, { year: true });

describe('scores that the EHR shows itself', () => {
  it('on a page of SimplePractice are drawn as its own, said to differ, and in no Update', async () => {
    const panel = await stage.open(`${stage.simplePractice.url}/clients/${hash}/measures`);
    await panel.shows('3 scores on this page: shown by SimplePractice, not checked by Throughline');
    await panel.shows('SimplePractice shows 12, Throughline scored 15 that day.');
    await panel.shows('no measure of this name was answered here, so it is not drawn.');
    expect(await drawnApart(panel)).toEqual([
      `${day(BETWEEN)}: 13/27, shown by SimplePractice, judged by nothing here`,
      `${day(SAME_DAY)}: 12/27, shown by SimplePractice, judged by nothing here`,
    ]);
    expect(await preview(panel)).not.toMatch(/13\/27|12\/27|BDI/);
  });

  it('in a note of TherapyNotes are drawn as its own', async () => {
    const panel = await stage.open(`${stage.therapyNotes.url}/app/notes/edit/${noteId}/`);
    await panel.shows('1 score on this page: shown by TherapyNotes, not checked by Throughline');
    expect(await drawnApart(panel)).toEqual([
      `${day(BETWEEN)}: 11/21, shown by TherapyNotes, judged by nothing here`,
    ]);
    expect(await preview(panel)).not.toContain('11/21');
  });
});
