import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import { ClinicalUpdate, type UpdateShape } from '#shared/contracts/update.ts';
import { compose, MAX_WORDS } from '#shared/update/compose.ts';
import { violations } from '#shared/update/forbidden.ts';
import { RULE_WORDS } from '#shared/words/alerts.ts';
import { measureName } from '#shared/words/measures.ts';
import { momentInWords } from '#shared/words/moments.ts';
import { anyBrief, anyFacts } from './briefs.ts';
import { untraceable } from './traceable.ts';

const shapes: readonly UpdateShape[] = ['narrative', 'soap'];
const RUNS = { numRuns: 120 };

describe.each(shapes)('a Clinical Update of any client (%s)', (shape) => {
  it('holds no number, date or time that the brief does not hold', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        expect(untraceable(compose(brief, shape).text, brief)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('says nothing forbidden: no diagnosis, no cause, no advice, no safety, no markup', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const { text, sections } = compose(brief, shape);
        expect(violations(text)).toEqual([]);
        for (const section of sections) expect(violations(section.text)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('fits the contract and ends with where and when it comes from', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const update = compose(brief, shape);
        expect(ClinicalUpdate.parse(update)).toEqual(update);
        const ending = `Throughline, as of ${momentInWords(brief.asOf, brief.timeZone)}.`;
        expect(update.text.endsWith(ending)).toBe(true);
        expect(update.sections.at(-1)?.text.endsWith(ending)).toBe(true);
        expect(update.text).not.toMatch(/ {2}|\s\n|undefined|\(\)|\.\./);
      }),
      RUNS,
    );
  });

  it('reports every newest answer to a safety item that is positive or blank', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const { text } = compose(brief, shape);
        for (const { instrumentId, latest } of brief.measures) {
          const sameYear = latest.on.slice(0, 4) === brief.asOfDate.slice(0, 4);
          const day = dateInWords(latest.on, { year: !sameYear });
          for (const { item, value, label, positive } of latest.safety) {
            const subject = `${measureName(instrumentId)} item ${item} was`;
            if (value === null) expect(text).toContain(`${subject} not answered on ${day}`);
            if (!positive || label === null) continue;
            expect(text.toLowerCase()).toContain(
              `${subject} answered "${label}" on ${day}`.toLowerCase(),
            );
          }
        }
      }),
      RUNS,
    );
  });

  it('names every open alert and every missed check-in, whatever the length', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const { text } = compose(brief, shape);
        for (const { rule } of brief.openAlerts) expect(text).toContain(RULE_WORDS[rule]);
        expect(text.includes('Missed: ')).toBe(brief.completion.missed.length > 0);
      }),
      RUNS,
    );
  });

  it('grows beyond 150 words only by what may not be left out', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const { text, words } = compose(brief, shape);
        expect(words).toBe(text.split(/\s+/).length);
        if (words > MAX_WORDS) {
          expect(text).not.toMatch(/measurements needed|overlapped|Next check-in|Check-ins:/);
        }
      }),
      RUNS,
    );
  });
});

describe('the brief behind it', () => {
  it('comes from facts that fit the contract, and the same facts give the same text', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(BriefFacts.parse(facts)).toEqual(facts);
        const copy = BriefFacts.parse(JSON.parse(JSON.stringify(facts)));
        for (const shape of shapes) {
          expect(compose(interpret(copy), shape)).toEqual(compose(interpret(facts), shape));
        }
      }),
    );
  });

  it('claims a direction from four measurements on, and a change from two', () => {
    fc.assert(
      fc.property(anyBrief, ({ measures }) => {
        for (const { trend, scores, sinceBaseline, sincePrevious } of measures) {
          const scored = scores.filter(({ total }) => total !== null).length;
          if (scored < 4) expect(trend.status).toBe('tooEarly');
          if (scored < 2) {
            expect(sinceBaseline.status).toBe('notJudged');
            expect(sincePrevious.status).toBe('notJudged');
          }
        }
      }),
    );
  });
});
