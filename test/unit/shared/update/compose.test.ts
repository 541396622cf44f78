import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { AlertId } from '#shared/contracts/ids.ts';
import { cesd } from '#shared/instruments/data/cesd.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { violations } from '#shared/update/forbidden/forbidden.ts';
import { chartRequest } from '#shared/update/request.ts';
import { aCheckIn, briefAt, inWinter, phq, responsesOf, type Told } from '../a-brief.ts';
import * as stories from './stories.ts';
import { toldFacts } from './stories.ts';

/** A story's brief with the alerts that it raised. */
function told(...story: Parameters<typeof toldFacts>): Brief {
  return interpret(toldFacts(...story));
}

const narrative = (brief: Brief) => compose(brief, chartRequest('narrative')).text;

/** The SOAP shape as a record of its sections. */
function soap(brief: Brief) {
  const { sections } = compose(brief, chartRequest('soap'));
  return Object.fromEntries(sections.map(({ section, text }) => [section, text]));
}

const IMPROVING = interpret(stories.IMPROVING);
const WORSE = interpret(stories.WORSE);

describe('improving, with a new risk answer', () => {
  it('says both, and which is which', () => {
    expect(narrative(IMPROVING)).toBe(
      'Measures since 5 Nov 2026 (client self-report). ' +
        'PHQ-9 11/27, moderate range, on 19 Nov; 18 on 7 Jun: 7 points lower, reliable improvement (threshold 6, published), ' +
        '39 % lower, not yet response (50 %) or remission (below 5). ' +
        'PHQ-9 compared with 5 Nov: 1 point lower, no reliable change. ' +
        'PHQ-9: reliable improvement since 5 Nov, 151 days after baseline, held at the next measurement. ' +
        'PHQ-9 item 9 was answered "several days" on 19 Nov and "not at all" on 5 Nov. ' +
        'GAD-7 9/21, mild range, on 19 Nov; 8 on 7 Jun: 1 point higher, no reliable change (threshold 4, published). ' +
        'Alert: new risk answer (PHQ-9), 19 Nov, open. ' +
        'Check-ins (last 90 days): 1 of 2 completed, 1 not yet due. ' +
        'Not finished: PCL-5 sent 12 Nov, left with 4 of 20 items answered. ' +
        'Next check-in due 26 Nov (PCL-5). ' +
        'Throughline, as of 20 Nov 2026, 6:58 pm.',
    );
  });

  it('says when the alert was acknowledged', () => {
    const [alert] = IMPROVING.openAlerts;
    if (alert === undefined) throw new Error('an open alert is expected');
    const acknowledgement = {
      by: 'Dr. Example',
      at: inWinter('2026-11-20', '08:05'),
      action: 'contactedClient',
      words: 'Contacted the client',
      sentence: null,
    };
    const read = { ...alert, status: 'acknowledged' as const, acknowledgement };
    const brief = { ...IMPROVING, openAlerts: [], alertsSinceLook: [read] };
    expect(narrative(brief)).toContain(
      'Alert: new risk answer (PHQ-9), 19 Nov, acknowledged 20 Nov, 8:05 am.',
    );
    expect(narrative(brief)).not.toContain('acknowledged by');
  });

  it('quotes the sentence that somebody put into the note with it, once for all it closed', () => {
    const [alert] = IMPROVING.openAlerts;
    if (alert === undefined) throw new Error('an open alert is expected');
    const acknowledgement = {
      by: 'Dr. *Example*',
      at: inWinter('2026-11-20', '08:05'),
      action: 'own2a1',
      words: 'Called',
      sentence: 'The client was called, and "the plan" was read aloud.',
    };
    const closed = { ...alert, status: 'acknowledged' as const, acknowledgement };
    const twin = { ...closed, alertId: 'twin' as AlertId, rule: 'C1' as const };
    const brief = { ...IMPROVING, openAlerts: [], alertsSinceLook: [closed, twin] };
    const said =
      'Alert acknowledged by Dr. Example, 20 Nov, 8:05 am (new risk answer, PHQ-9; reliable worsening ' +
      'since the previous score, PHQ-9): "The client was called, and the plan was read aloud".';
    expect(narrative(brief)).toContain(said);
    const letter = { ...chartRequest('narrative'), audience: 'clientLetter' as const };
    expect(compose(brief, letter).text).not.toContain('plan was read');
    expect(compose(brief, { ...chartRequest('soap'), language: 'es' }).text).toContain(
      'Alerta atendida por Dr. Example el',
    );
  });

  it('says nothing of it where the alert itself stands in no note', () => {
    const [alert] = IMPROVING.openAlerts;
    if (alert === undefined) throw new Error('an open alert is expected');
    const acknowledgement = {
      by: 'Dr. Example',
      at: inWinter('2026-11-20', '08:05'),
      action: 'contactedClient',
      words: 'Contacted the client',
      sentence: 'The client was contacted about this.',
    };
    const closed = {
      ...alert,
      rule: 'P2' as const,
      status: 'acknowledged' as const,
      acknowledgement,
    };
    const brief = { ...IMPROVING, openAlerts: [], alertsSinceLook: [closed] };
    expect(narrative(brief)).not.toContain('contacted');
  });
});

describe('worse, in SOAP', () => {
  it('splits answers, change, alerts and what comes next by field', () => {
    expect(soap(WORSE)).toEqual({
      subjective:
        'Measures since 6 Oct 2026 (client self-report). PHQ-9 17/27 on 3 Nov, 9 on 6 Oct. ' +
        'PHQ-9 item 9 was answered "not at all" on 3 Nov and on 6 Oct. ' +
        'GAD-7 12/21 on 3 Nov, 11 on 6 Oct.',
      objective:
        'PHQ-9 compared with 6 Oct: 8 points higher, reliable worsening (threshold 6, published); ' +
        'moderately severe range, mild before. ' +
        'GAD-7 compared with 6 Oct: 1 point higher, no reliable change (threshold 4, published); ' +
        'moderate range as before. Check-ins (last 90 days): 0 of 1 completed, 1 not yet due.',
      assessment:
        'PHQ-9 compared with baseline (16, 14 Jun): 1 point higher, no reliable change. ' +
        'Alerts: reliable worsening since the previous score, moved to a worse severity band, ' +
        'entered the clinical range and no reliable improvement for a longer time (PHQ-9), 3 Nov, open.',
      plan: 'Next check-in due 10 Nov (PHQ-9). Throughline, as of 4 Nov 2026, 9:10 am.',
    });
  });

  it('joins its sections, with headings, for a note that has one field', () => {
    const { sections, text } = compose(WORSE, chartRequest('soap'));
    expect(text).toBe(sections.map((part) => `${part.heading}: ${part.text}`).join('\n'));
    expect(text).toMatch(/^Subjective: .*\nObjective: .*\nAssessment: .*\nPlan: .*$/);
  });
});

describe('too early', () => {
  it('compares two measurements and gives no trend', () => {
    const brief = told(
      ['2026-11-10', '13:30'],
      [
        phq(phq9, '2026-11-02', 14, 0),
        ['2026-11-02', gad7, 10],
        phq(phq9, '2026-11-09', 15, 0),
        ['2026-11-09', gad7, 15],
      ],
    );
    const text = narrative(brief);
    expect(text).toMatch(/^First measures \(client self-report\)\. /);
    expect(text).toContain(
      '10 on 2 Nov: 5 points higher, reliable worsening (threshold 4, published).',
    );
    expect(text).toContain('PHQ-9: 2 of 4 measurements needed for a trend.');
    expect(text).toContain(
      'PHQ-9 answers of 2 Nov and 9 Nov overlapped in the period asked about (2 weeks).',
    );
    expect(text).toContain(
      'reliable worsening since baseline, reliable worsening since the previous score and moved to a worse severity band (GAD-7), 9 Nov, open',
    );
  });

  it('calls a first score a first score', () => {
    const brief = told(['2026-11-10', '13:30'], [['2026-11-09', gad7, 15]]);
    expect(narrative(brief)).toContain(
      'GAD-7 15/21, severe range, on 9 Nov; first score, too early to judge change.',
    );
    expect(soap(brief)['objective']).toContain(
      'GAD-7 severe range; first score, too early to judge change.',
    );
  });
});

describe('missing data', () => {
  const silent = told(
    ['2026-11-09', '17:00'],
    [phq(phq9, '2026-08-12', 14, 0), phq(phq9, '2026-09-12', 16, 1)],
    {
      lastLookedAt: inWinter('2026-09-14', '09:00'),
      checkIns: [
        aCheckIn(phq9, '2026-09-24', '2026-09-26'),
        aCheckIn(phq9, '2026-10-08', '2026-10-10'),
        aCheckIn(phq9, '2026-10-22', '2026-10-24', { openedAt: inWinter('2026-10-23', '09:00') }),
        aCheckIn(phq9, '2026-11-05', '2026-11-07', {
          openedAt: inWinter('2026-11-06', '09:00'),
          answeredItems: 4,
        }),
      ],
    },
  );

  it('says since when, what was missed, and what silence does not mean', () => {
    const text = narrative(silent);
    expect(text).toMatch(/^No new answers since 12 Sep 2026\. PHQ-9 16\/27/);
    expect(text).toContain(
      'Check-ins (last 90 days): 0 of 4 completed. ' +
        'Missed: PHQ-9 due 7 Nov, left with 4 of 9 items answered; ' +
        'PHQ-9 due 24 Oct, opened, not answered; PHQ-9 due 10 Oct, not opened; 1 earlier. ' +
        'Absence of answers is not a sign of improvement.',
    );
    expect(text).toContain('item 9 was answered "several days" on 12 Sep');
  });

  it('does not lay at the client’s door what never reached the client', () => {
    const lost = aCheckIn(phq9, '2026-10-22', '2026-10-24', { reached: false });
    const alone = briefAt(inWinter('2026-11-09', '17:00'), { checkIns: [lost] });
    expect(narrative(alone)).toBe(
      'No measures were answered so far; nothing could be said about change. ' +
        'Check-ins (last 90 days): 1 not delivered. Throughline, as of 9 Nov 2026, 5:00 pm.',
    );
    const beside = briefAt(inWinter('2026-11-09', '17:00'), {
      checkIns: [lost, aCheckIn(phq9, '2026-11-05', '2026-11-07')],
    });
    expect(narrative(beside)).toContain(
      'Check-ins (last 90 days): 0 of 1 completed, 1 more not delivered. ' +
        'Missed: PHQ-9 due 7 Nov, not opened. ',
    );
  });

  it('does not say it when the newest thing known is an answer', () => {
    const answered = told(['2026-11-09', '17:00'], [phq(phq9, '2026-11-08', 16, 1)], {
      checkIns: [aCheckIn(phq9, '2026-10-22', '2026-10-24')],
    });
    expect(narrative(answered)).toContain('Missed: PHQ-9 due 24 Oct, not opened.');
    expect(narrative(answered)).not.toContain('Absence of answers');
  });
});

describe('nothing at all yet', () => {
  it('says so', () => {
    expect(narrative(briefAt(inWinter('2026-11-09', '17:00')))).toBe(
      'No measures were answered so far; nothing could be said about change. ' +
        'Throughline, as of 9 Nov 2026, 5:00 pm.',
    );
  });

  it('says what was sent and not answered', () => {
    const brief = briefAt(inWinter('2026-11-09', '17:00'), {
      checkIns: [aCheckIn(phq9, '2026-10-22', '2026-10-24')],
    });
    expect(narrative(brief)).toBe(
      'No answers were received so far; nothing could be said about change. ' +
        'Check-ins (last 90 days): 0 of 1 completed. Missed: PHQ-9 due 24 Oct, not opened. ' +
        'Absence of answers is not a sign of improvement. ' +
        'Throughline, as of 9 Nov 2026, 5:00 pm.',
    );
    expect(soap(brief)['assessment']).toBe('Nothing further was assessed by Throughline.');
  });
});

/** A single CES-D with this many items left blank, from the first on. */
function cesdWithBlanks(count: number): Brief {
  const answers = cesd.items.map((_, index) => (index < count ? null : 1));
  return told(['2026-12-01', '17:00'], [['2026-11-30', cesd, answers]]);
}

describe('blanks', () => {
  const blank = told(
    ['2026-12-01', '17:00'],
    [
      phq(phq9, '2026-11-02', 12, 1),
      ['2026-11-02', cesd, 14],
      phq(phq9, '2026-11-16', 14, null),
      ['2026-11-30', cesd, cesd.items.map((_, index) => (index < 10 ? null : 1))],
    ],
  );

  it('mark an approximate change in SOAP too', () => {
    const brief = told(
      ['2026-12-01', '17:00'],
      [
        phq(phq9, '2026-10-05', 12, 0),
        phq(phq9, '2026-11-02', 12, 0),
        phq(phq9, '2026-11-16', 14, null),
      ],
    );
    expect(soap(brief)['objective']).toContain('compared with 2 Nov: about 4 points higher');
    expect(soap(brief)['assessment']).toContain('baseline (12, 5 Oct): about 4 points higher');
  });

  it('mark a prorated score, whose points are approximate, and name the item', () => {
    expect(narrative(blank)).toContain(
      'PHQ-9 16/27 (prorated, item 9 not answered), moderately severe range, on 16 Nov; ' +
        '12 on 2 Nov: about 4 points higher, no reliable change',
    );
  });

  it('are said of the risk question', () => {
    expect(narrative(blank)).toContain(
      'PHQ-9 item 9 was not answered on 16 Nov and answered "several days" on 2 Nov.',
    );
    expect(narrative(blank)).toMatch(/risk question not answered and .* \(PHQ-9\), 16 Nov, open/);
  });

  it('are named up to three, and counted beyond', () => {
    expect(narrative(cesdWithBlanks(3))).toContain('(prorated, items 1, 2 and 3 not answered)');
    expect(narrative(cesdWithBlanks(4))).toContain('(prorated, 4 of 20 items not answered)');
  });

  it('leave no number when they are too many', () => {
    expect(narrative(blank)).toContain(
      'CES-D of 30 Nov could not be scored, 10 of 20 items not answered; last score 20/60',
    );
    expect(soap(blank)['subjective']).toContain(
      'CES-D of 30 Nov could not be scored, 10 of 20 items not answered; last score 20/60, at or above the cut-off, on 2 Nov.',
    );
  });
});

/** Six answers to item 9, quiet in the end, seen by a clinician who last looked on a day. */
function course(lastLookedAt: string | null): Brief {
  return told(
    ['2026-12-20', '17:00'],
    [
      phq(phq9, '2026-10-05', 12, 3),
      phq(phq9, '2026-10-19', 12, 1),
      phq(phq9, '2026-11-02', 12, 2),
      phq(phq9, '2026-11-16', 12, null),
      phq(phq9, '2026-11-30', 12, 0),
      phq(phq9, '2026-12-14', 12, 0),
    ],
    { lastLookedAt: lastLookedAt === null ? null : inWinter(lastLookedAt, '09:00') },
  );
}

describe('risk answers between the last look and the newest two', () => {
  it('are not lost behind two quiet answers', () => {
    expect(narrative(course('2026-10-12'))).toContain(
      'PHQ-9 item 9 was answered "not at all" on 14 Dec and on 30 Nov. ' +
        'PHQ-9 item 9, earlier positive answers: 2, last on 2 Nov, highest "more than half the days". ' +
        'PHQ-9 item 9, not answered earlier: 1, last on 16 Nov.',
    );
  });

  it('reach back to the beginning on the first look', () => {
    expect(narrative(course(null))).toContain(
      'PHQ-9 item 9, earlier positive answers: 3, last on 2 Nov',
    );
  });

  it('are not repeated once they were seen', () => {
    expect(narrative(course('2026-12-01'))).not.toContain('earlier positive answers');
  });
});

describe('what limits the comparison', () => {
  it('a measure without a recommended threshold is reported and not judged', () => {
    const brief = told(
      ['2026-12-01', '17:00'],
      [
        ['2026-11-02', cesd, 14],
        ['2026-11-30', cesd, 30],
      ],
    );
    expect(narrative(brief)).toContain(
      '; 20 on 2 Nov: 10 points higher, change not judged, no recommended threshold.',
    );
  });

  it('another version of the form is said, and not compared', () => {
    const [first, second] = responsesOf([
      phq(phq9, '2026-11-02', 20, 0),
      phq(phq9, '2026-11-16', 8, 0),
    ]);
    if (first === undefined || second === undefined) throw new Error('two responses expected');
    const brief = briefAt(inWinter('2026-11-17', '09:00'), {
      responses: [{ ...first, instrumentVersion: 99 }, second],
    });
    expect(narrative(brief)).toContain('first score, too early to judge change.');
    expect(narrative(brief)).toContain(
      'PHQ-9: 1 answered on another version of the form, not compared.',
    );
  });

  it('a measure that this build does not know keeps its number and its risk answer', () => {
    const [known] = responsesOf([phq(phq9, '2026-11-16', 8, 2)]);
    if (known === undefined) throw new Error('one response expected');
    const brief = briefAt(inWinter('2026-11-17', '09:00'), {
      responses: [{ ...known, instrumentId: 'newer' }],
    });
    expect(narrative(brief)).toContain('"newer" 8, mild range, on 16 Nov');
    expect(narrative(brief)).toContain(
      '"newer" item 9 was answered "more than half the days" on 16 Nov.',
    );
  });
});

describe('outcome and trend', () => {
  const steady = told(
    ['2026-06-20', '17:00'],
    [
      phq(phq9, '2026-01-05', 16, 0),
      phq(phq9, '2026-02-02', 13, 0),
      phq(phq9, '2026-03-02', 10, 0),
      phq(phq9, '2026-04-06', 7, 0),
      phq(phq9, '2026-05-04', 4, 0),
    ],
  );

  it('name response, remission and direction by number', () => {
    expect(narrative(steady)).toContain('75 % lower, response (50 %) and remission (below 5).');
    expect(narrative(steady)).toContain(
      'Over the last 5 PHQ-9 scores: 0.7 points per week lower, improving.',
    );
  });

  it('do not name a percentage that lies inside measurement error', () => {
    const brief = told(
      ['2026-06-20', '17:00'],
      [phq(phq9, '2026-01-05', 20, 0), phq(phq9, '2026-05-04', 15, 0)],
    );
    expect(narrative(brief)).toContain('5 points lower, no reliable change');
    expect(narrative(brief)).not.toContain('%');
  });

  it('name a response that measurement error alone could explain, beside saying so', () => {
    const brief = told(
      ['2026-06-20', '17:00'],
      [phq(phq9, '2026-01-05', 10, 0), phq(phq9, '2026-05-04', 5, 0)],
    );
    expect(narrative(brief)).toContain('5 points lower, no reliable change');
    expect(narrative(brief)).toContain('50 % lower, response (50 %), not yet remission (below 5).');
  });

  it('do not round 49.6 % up to a response', () => {
    const { sinceBaseline } = IMPROVING.measures[0] ?? {};
    if (sinceBaseline?.status !== 'judged') throw new Error('a judged change is expected');
    const measures = IMPROVING.measures.map((measure) =>
      measure.instrumentId === 'phq9'
        ? { ...measure, sinceBaseline: { ...sinceBaseline, percentBetter: 49.6 } }
        : measure,
    );
    expect(narrative({ ...IMPROVING, measures })).toContain(', 49 % lower, not yet response');
  });
});

describe('reliable worsening', () => {
  const worsened = told(
    ['2026-06-20', '17:00'],
    [
      phq(phq9, '2026-01-05', 9, 1),
      ['2026-01-05', gad7, 7],
      ['2026-01-05', pcl5, 20],
      phq(phq9, '2026-02-02', 16, 1),
      ['2026-02-02', gad7, 12],
      ['2026-02-02', pcl5, 30],
      phq(phq9, '2026-03-02', 19, 2),
      ['2026-03-02', gad7, 14],
      ['2026-03-02', pcl5, 40],
    ],
  );

  it('since baseline is kept in both shapes', () => {
    expect(narrative(worsened)).toContain('9 on 5 Jan: 10 points higher, reliable worsening');
    const assessment = soap(worsened)['assessment'];
    for (const from of ['(9, 5 Jan): 10', '(7, 5 Jan): 7', '(20, 5 Jan): 20']) {
      expect(assessment).toContain(
        `compared with baseline ${from} points higher, reliable worsening.`,
      );
    }
  });
});

describe('length', () => {
  it('lies between 80 and 150 words when there is enough to say', () => {
    for (const brief of [IMPROVING, WORSE]) {
      for (const shape of ['narrative', 'soap'] as const) {
        const { words } = compose(brief, chartRequest(shape));
        expect(words).toBeGreaterThanOrEqual(80);
        expect(words).toBeLessThanOrEqual(150);
      }
    }
  });

  it('never leaves out a risk answer or an alert, even beyond 150 words', () => {
    const days = ['2026-11-02', '2026-11-16', '2026-11-30', '2026-12-14'];
    const brief = told(
      ['2026-12-20', '17:00'],
      days.flatMap((day, index): Told[] => [
        phq(phq9, day, 4 + 6 * index, Math.min(index, 3)),
        [day, gad7, 5 * index],
        [day, pcl5, 20 * index + 20],
        [day, cesd, 5 * index],
      ]),
    );
    const { text } = compose(brief, chartRequest('narrative'));
    const rules = new Set(brief.openAlerts.map(({ rule }) => rule));
    expect(rules.size).toBeGreaterThan(5);
    expect(text).toContain('item 9 was answered "nearly every day" on 14 Dec');
    expect(text).toContain('PCL-5 item 16 was answered');
    expect(text).toContain('three worse scores in a row');
    expect(text).not.toContain('measurements needed');
  });
});

describe('every story', () => {
  it.each([
    ['improving', IMPROVING],
    ['worse', WORSE],
  ])('%s: nothing forbidden, provenance at the end, the same again', (_, brief) => {
    for (const shape of ['narrative', 'soap'] as const) {
      const update = compose(brief, chartRequest(shape));
      expect(violations(update.text)).toEqual([]);
      expect(update.text).toMatch(/Throughline, as of \d{1,2} Nov 2026, \d:\d\d [ap]m\.$/);
      expect(update.asOf).toBe(brief.asOf);
      expect(compose(brief, chartRequest(shape))).toEqual(update);
    }
  });

  it('tells the time in the practice’s zone', () => {
    const brief = briefAt(inWinter('2026-11-20', '18:58'), { timeZone: 'America/New_York' });
    expect(narrative(brief)).toContain('as of 20 Nov 2026, 7:58 pm.');
  });
});
