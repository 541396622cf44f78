import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { briefAsOf, briefFor, interpret } from '#shared/brief/interpret.ts';
import { type Brief, BriefFacts } from '#shared/contracts/brief.ts';
import type { UpdateRequest } from '#shared/contracts/update.ts';
import { compose, MAX_WORDS } from '#shared/update/compose.ts';
import { LANGUAGES } from '#shared/update/language/languages.ts';
import { quotedAnswer } from '#shared/update/plain.ts';
import { anyBrief, anyFacts, anySession } from './briefs.ts';
import { anyRequest } from './requests.ts';
import { tracerOf } from './traceable.ts';
import { updateFaults } from './update-faults.ts';

const RUNS = { numRuns: 120 };

/** The request for a brief: of its session. */
const asked = (brief: Brief, request: Omit<UpdateRequest, 'sessionOn'>): UpdateRequest => ({
  ...request,
  sessionOn: brief.sessionOn,
});

/** An Update for a record, in any language and length. */
const anyNote = anyRequest.filter(({ audience }) => audience !== 'clientLetter');

describe('a Clinical Update of any client, shape, reader, length and language', () => {
  it('holds no number that the brief does not hold, says nothing forbidden, fits its parts', () => {
    const requests = fc.array(anyRequest, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(anyBrief, requests, (brief, some) => {
        const untraceable = tracerOf(brief);
        for (const request of some) {
          expect(updateFaults(brief, asked(brief, request), untraceable)).toEqual([]);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('is the same for the same facts and request', () => {
    fc.assert(
      fc.property(anyFacts, anySession, anyRequest, (facts, sessionOn, request) => {
        expect(BriefFacts.parse(facts)).toEqual(facts);
        const copy = BriefFacts.parse(JSON.parse(JSON.stringify(facts)));
        const full = { ...request, sessionOn };
        expect(compose(briefFor(copy, sessionOn), full)).toEqual(
          compose(briefFor(facts, sessionOn), full),
        );
      }),
      RUNS,
    );
  });

  it('grows beyond 150 words only by what may not be left out', () => {
    fc.assert(
      fc.property(anyBrief, (brief) => {
        const request = { shape: 'narrative', audience: 'chart', language: 'en' } as const;
        const standard = { ...request, length: 'standard', assessmentLine: false } as const;
        const { text, words } = compose(brief, asked(brief, standard));
        if (words > MAX_WORDS)
          expect(text).not.toMatch(/measurements needed|overlapped|Next check/);
      }),
      RUNS,
    );
  });

  it('is one sentence where one is asked for', () => {
    fc.assert(
      fc.property(anyBrief, anyNote, (brief, request) => {
        const line = { ...request, shape: 'narrative', length: 'line' } as const;
        const { text } = compose(brief, asked(brief, line));
        expect(text.replaceAll(/"[^"]*"|OQ-45\.2|\d\.\d/g, '').match(/\.(?=\s|$)/g)).toHaveLength(
          2,
        );
      }),
      RUNS,
    );
  });
});

describe('a text for a record', () => {
  it('reports every newest answer to a safety item that is positive or blank', () => {
    fc.assert(
      fc.property(anyBrief, anyNote, (brief, request) => {
        const { text } = compose(brief, asked(brief, request));
        for (const { answered, name } of brief.forms) {
          for (const { item, value, label, positive, kind } of answered.at(-1)?.safety ?? []) {
            if (kind === 'partnerViolence' || (value !== null && !positive)) continue;
            const subject = LANGUAGES[request.language].risk.subject(name, item);
            expect(text).toContain(subject);
            if (label !== null) expect(text).toContain(quotedAnswer(label));
          }
        }
      }),
      RUNS,
    );
  });

  it('names every open alert and every missed check-in, whatever the length', () => {
    fc.assert(
      fc.property(anyBrief, anyNote, (brief, request) => {
        const { text } = compose(brief, asked(brief, request));
        const { rules } = LANGUAGES[request.language].alerts;
        for (const { rule } of brief.openAlerts) {
          if (rule !== 'G1') expect(text).toContain(rules[rule]);
        }
        const missed = /Missed: |No contestados: /;
        if (request.length !== 'line') {
          expect(missed.test(text)).toBe(brief.completion.missed.length > 0);
        }
      }),
      RUNS,
    );
  });
});

describe('a text for a supervisor', () => {
  it('names nobody, and what is open comes first', () => {
    fc.assert(
      fc.property(anyBrief, anyRequest, (brief, request) => {
        const supervisor = { ...request, audience: 'supervisor', length: 'full' } as const;
        const { text, sections } = compose(brief, asked(brief, supervisor));
        expect(text).not.toMatch(/Jordan|Avery/);
        const isOpen = brief.openAlerts.some(({ rule }) => rule !== 'G1');
        const opening = /^(?:Open alert|Alertas? abierta)/;
        expect(opening.test(sections[0]?.text ?? '')).toBe(isOpen);
      }),
      RUNS,
    );
  });
});

describe('a letter to a client', () => {
  it('holds no alert, no threshold, no severity band and no risk answer', () => {
    fc.assert(
      fc.property(anyBrief, anyRequest, (brief, request) => {
        const letter = { ...request, audience: 'clientLetter' } as const;
        const { text } = compose(brief, asked(brief, letter));
        expect(text).not.toMatch(
          /[Aa]lert|threshold|umbral|reliab|fiable|\brange\b|rango|ítem|item/,
        );
        expect(text).not.toMatch(/C-SSRS|ASQ|HARK/);
        for (const { answered } of brief.forms) {
          for (const { label } of answered.flatMap(({ safety }) => safety)) {
            if (label !== null) expect(text).not.toContain(quotedAnswer(label));
          }
        }
      }),
      RUNS,
    );
  });
});

describe('the brief behind it', () => {
  it('is as of the session: what came later changes nothing that is judged', () => {
    fc.assert(
      fc.property(anyFacts, anySession, (facts, day) => {
        const sessionOn = day ?? facts.client.inCareSince;
        const known = facts.responses.filter(({ answeredOn }) => answeredOn <= sessionOn);
        const counts = Object.entries(facts.responseCounts).map(([id, count]) => {
          const later = facts.responses.filter(
            ({ instrumentId, answeredOn }) => instrumentId === id && answeredOn > sessionOn,
          );
          return [id, count - later.length];
        });
        const earlier = {
          ...facts,
          responses: known,
          responseCounts: Object.fromEntries(counts),
        };
        const { later, ...brief } = briefAsOf(facts, sessionOn);
        const { later: nothing, ...same } = briefAsOf(earlier, sessionOn);
        expect(brief).toEqual(same);
        expect(nothing?.riskAnswers).toEqual([]);
        expect(later).not.toBeNull();
      }),
      RUNS,
    );
  });

  it('claims a direction from four measurements on, and a change from two', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { trajectory, scores, sinceBaseline, sincePrevious } of interpret(facts)
          .measures) {
          const scored = scores.filter(({ total }) => total !== null).length;
          if (scored < 4) expect(trajectory.trend.status).not.toBe('fitted');
          if (scored < 2) {
            expect(sinceBaseline.status).toBe('notJudged');
            expect(sincePrevious.status).toBe('notJudged');
          }
        }
      }),
    );
  });
});
