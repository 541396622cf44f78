import { describe, expect, it } from 'vitest';
import { type CheckInMoment, evaluateCheckIns } from '#shared/alerts/evaluate-check-ins.ts';
import type { CheckIn } from '#shared/contracts/brief.ts';
import { addDays, type Instant } from '#shared/contracts/calendar.ts';
import type { AdministrationId } from '#shared/contracts/ids.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { cssrsScreener } from '#shared/instruments/data/cssrs_screener.ts';
import { dass21 } from '#shared/instruments/data/dass21.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { aCheckIn } from '../a-brief.ts';
import { aResponse, FIRST_DAY, historyOf, phq9History } from '../a-history.ts';
import { setting } from './outcomes.ts';

const day = (days: number) => addDays(FIRST_DAY, days);
const noon = (days: number) => `${day(days)}T12:00:00.000Z` as Instant;

/** Check-ins due every week from day 7 on: `x` missed, `o` completed on the day before it was due. */
function weekly(story: string, measure: Instrument = phq9): CheckIn[] {
  return story.split('').map((mark, index) =>
    aCheckIn(measure, day(7 * index), day(7 * index + 7), {
      administrationId: `00000000-0000-7000-8000-0000000001${10 + index}` as AdministrationId,
      completedAt: mark === 'o' ? noon(7 * index + 6) : null,
    }),
  );
}

/** What the rules say on a day, and of what. */
function saidOn(
  days: number,
  checkIns: readonly CheckIn[],
  responses: readonly ScoredResponse[] = [],
  other: Partial<CheckInMoment> = {},
): string[] {
  return outcomesOn(days, checkIns, responses, other).map((outcome) =>
    outcome.outcome === 'fires'
      ? `${outcome.rule} ${outcome.tier} ${outcome.instrumentId}`
      : `${outcome.rule} clears ${outcome.instrumentId}`,
  );
}

function outcomesOn(
  days: number,
  checkIns: readonly CheckIn[],
  responses: readonly ScoredResponse[],
  other: Partial<CheckInMoment> = {},
) {
  const moment = { asOf: day(days), at: noon(days), inCareSince: FIRST_DAY, ...other };
  return evaluateCheckIns(checkIns, responses, moment);
}

/** What is said first when two check-ins of a form were missed. */
function ofForm(instrument: Instrument, responses: readonly ScoredResponse[]) {
  return saidOn(15, weekly('xx', instrument), responses)[0];
}

const QUIET = ['M1 clears phq9', 'M2 clears phq9'];

describe('missed check-ins', () => {
  it('are said from the second in a row on, on the day after it was due', () => {
    expect(saidOn(15, weekly('x'))).toEqual(QUIET);
    expect(saidOn(14, weekly('xx'))).toEqual(QUIET);
    expect(saidOn(15, weekly('xx'))).toEqual(['M2 info phq9']);
  });

  it('end with a completed one', () => {
    expect(saidOn(29, weekly('ooxx'))).toEqual(['M2 info phq9']);
    expect(saidOn(36, weekly('ooxxo'))).toEqual(QUIET);
  });

  it('are said when fewer than half of four weeks were completed', () => {
    expect(saidOn(29, weekly('xoxo'))).toEqual(QUIET);
    expect(saidOn(36, weekly('oxxox'))).toEqual(['M2 info phq9']);
  });

  it('count no check-in that was due before the window, or the care', () => {
    expect(saidOn(36, weekly('xxxoo'))).toEqual(QUIET);
    expect(saidOn(15, weekly('xx'), [], { inCareSince: day(10) })).toEqual(QUIET);
  });

  it('count those of the first day of the window, and of the care', () => {
    expect(saidOn(35, weekly('xxo'))).toEqual(['M2 info phq9']);
    expect(saidOn(36, weekly('xxo'))).toEqual(QUIET);
    expect(saidOn(15, weekly('xx'), [], { inCareSince: day(7) })).toEqual(['M2 info phq9']);
  });

  it('need two that were due, for one is no share', () => {
    const settings = setting('M2', { inARow: 3 });
    expect(saidOn(15, weekly('xx'), [], { settings })).toEqual(['M2 info phq9']);
    expect(saidOn(8, weekly('x'))).toEqual(QUIET);
    expect(saidOn(8, [])).toEqual([]);
  });

  it('are not completed before they were', () => {
    const late = weekly('xx').map((one) => ({ ...one, completedAt: noon(20) }));
    expect(saidOn(19, late)).toEqual(['M2 info phq9']);
    expect(saidOn(20, late)).toEqual(QUIET);
  });

  it('are told one by one, with the share that was completed', () => {
    const [outcome] = outcomesOn(36, weekly('oxxox').toReversed(), []);
    expect(outcome).toMatchObject({
      parameters: { inARow: 2, window: 28, completed: 0.5 },
      evidence: {
        kind: 'missed',
        missed: [{ dueOn: day(14) }, { dueOn: day(21) }, { dueOn: day(35) }],
        completed: 1,
        due: 4,
        concern: null,
        asOf: day(36),
        at: noon(36),
      },
    });
  });

  it('are counted measure by measure', () => {
    const both = [...weekly('xx'), ...weekly('oo', gad7)];
    expect(saidOn(15, both)).toEqual(['M2 info phq9', 'M1 clears gad7', 'M2 clears gad7']);
  });
});

describe('a concern makes silence urgent', () => {
  const missed = weekly('xx');
  const urgent = ['M1 urgent phq9', 'M2 clears phq9'];
  const concern = (responses: readonly ScoredResponse[]) => {
    const [outcome] = outcomesOn(15, missed, responses);
    return outcome?.outcome === 'fires' && outcome.evidence.kind === 'missed'
      ? outcome.evidence.concern
      : 'cleared';
  };

  it('the last score of the measure in the clinical range', () => {
    expect(saidOn(15, missed, phq9History([[10, 0]]))).toEqual(urgent);
    expect(concern(phq9History([[10, 0]]))).toBe('clinicalScore');
    expect(
      concern(
        phq9History(
          [
            [10, 0],
            [9, 0],
          ],
          5,
        ),
      ),
    ).toBeNull();
    expect(concern(historyOf(gad7, [21]))).toBeNull();
  });

  it('a positive answer to a risk question of any measure, even of a low score', () => {
    expect(concern(phq9History([[4, 1]]))).toBe('safetyAnswer');
    expect(
      concern(
        phq9History(
          [
            [4, 1],
            [3, 0],
          ],
          5,
        ),
      ),
    ).toBeNull();
    const screen = aResponse(cssrsScreener, [1, 0, null, null, null, 0, null], {
      number: 5,
      on: FIRST_DAY,
    });
    expect(concern([screen])).toBe('safetyAnswer');
  });

  it('which a blank does not take back', () => {
    expect(
      concern(
        phq9History(
          [
            [4, 1],
            [4, null],
          ],
          5,
        ),
      ),
    ).toBe('safetyAnswer');
  });

  it('for a year, unless set otherwise', () => {
    const risk = phq9History([[4, 1]]);
    const checkIns = weekly('x'.repeat(53));
    expect(saidOn(365, checkIns, risk)).toEqual(urgent);
    expect(saidOn(366, checkIns, risk)).toEqual(['M2 info phq9']);
    const settings = setting('M1', { concern: 90 });
    expect(saidOn(91, checkIns, risk, { settings })).toEqual(['M2 info phq9']);
  });

  it('as it was corrected, and as far as it was known', () => {
    const [risk, quiet] = phq9History(
      [
        [4, 1],
        [4, 0],
      ],
      1,
    );
    if (risk === undefined || quiet === undefined) throw new Error('two responses expected');
    expect(concern([risk, { ...quiet, supersedes: risk.responseId }])).toBeNull();
    expect(concern([risk, { ...quiet, submittedAt: noon(30) }])).toBe('safetyAnswer');
  });

  it('is not taken back by an older form that was recorded later', () => {
    const [quiet, risk] = phq9History(
      [
        [4, 0],
        [4, 1],
      ],
      1,
    );
    if (risk === undefined || quiet === undefined) throw new Error('two responses expected');
    expect(concern([risk, { ...quiet, submittedAt: noon(10) }])).toBe('safetyAnswer');
  });

  it('is none by a score that has no cut-off, no total or no known version', () => {
    const dass = aResponse(
      dass21,
      dass21.items.map(() => 2),
      { number: 1, on: FIRST_DAY },
    );
    expect(ofForm(dass21, [dass])).toBe('M2 info dass21');
    const high = historyOf(cesd, [60]);
    expect(ofForm(cesd, high)).toBe('M1 urgent cesd');
    const unknown = high.map((response) => ({ ...response, instrumentVersion: 99 }));
    expect(ofForm(cesd, unknown)).toBe('M2 info cesd');
  });

  it('is a total in the clinical range, though the subscales beside it have no cut-off', () => {
    expect(ofForm(pcl5, historyOf(pcl5, [60]))).toBe('M1 urgent pcl5');
  });

  it('passes over a form that could not be scored', () => {
    const blank = aResponse(
      phq9,
      phq9.items.map(() => null),
      { number: 2, on: day(7) },
    );
    expect(concern([...phq9History([[10, 0]]), blank])).toBe('clinicalScore');
  });
});

describe('what a practice sets', () => {
  const risk = phq9History([[4, 1]]);

  it('moves what is counted', () => {
    const settings = setting('M2', { inARow: 3, completed: 0.1 });
    expect(saidOn(29, weekly('ooxx'), [], { settings })).toEqual([]);
    expect(saidOn(29, weekly('oxxx'), [], { settings })).toEqual(['M2 info phq9']);
  });

  it('leaves silence with a concern as information when M1 is off', () => {
    const settings = setting('M1', {}, false);
    expect(saidOn(15, weekly('xx'), risk, { settings })).toEqual(['M2 info phq9']);
  });

  it('leaves silence unsaid, and what was opened open, when M2 is off', () => {
    const settings = setting('M2', {}, false);
    expect(saidOn(15, weekly('xx'), [], { settings })).toEqual([]);
    const stricter = setting('M1', { inARow: 3, completed: 0.1 });
    const both = { version: 1, rules: [...settings.rules, ...stricter.rules] };
    expect(saidOn(29, weekly('ooxx'), [], { settings: both })).toEqual([]);
    expect(saidOn(15, weekly('xx'), risk, { settings })).toEqual([
      'M1 urgent phq9',
      'M2 clears phq9',
    ]);
  });
});
