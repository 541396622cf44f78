import { expect, it } from 'vitest';
import { briefFor } from '#shared/brief/interpret.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { PhraseTemplate } from '#shared/contracts/phrase-template.ts';
import type { ScoredResponse } from '#shared/contracts/response.ts';
import { UpdateAudience, UpdateLanguage, UpdateLength } from '#shared/contracts/update.ts';
import { hark } from '#shared/instruments/data/hark.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { aCheckIn, factsAt, inWinter, phq, responsesOf } from '../a-brief.ts';
import { responseId } from '../a-history.ts';
import { anAlert } from '../alerts/an-alert.ts';

const [told] = responsesOf([phq(phq9, '2026-11-01', 12, 0)]);
if (told === undefined) throw new Error('a response expected');

/** Answers about a partner's violence, as they would be stored once they may be asked. */
const answered: ScoredResponse = {
  ...told,
  responseId: responseId(50),
  instrumentId: hark.id,
  answeredOn: '2026-11-10' as CalendarDate,
  submittedAt: inWinter('2026-11-10', '20:00'),
  answers: [1, 0, 1, 0],
  score: {
    status: 'scored',
    total: 2,
    displayed: 2,
    band: null,
    prorated: false,
    missingItems: [],
    subscales: [],
    safety: [
      { item: 1, value: 1, label: 'Yes', positive: true, kind: 'partnerViolence' },
      { item: 2, value: 0, label: 'No', positive: false, kind: 'partnerViolence' },
    ],
  },
};
const opened = inWinter('2026-11-19', '10:00');
const facts = factsAt(inWinter('2026-11-20', '18:58'), {
  responses: [told, answered],
  alerts: [anAlert(1, { rule: 'P2', instrumentId: hark.id })],
  checkIns: [
    aCheckIn(hark, '2026-11-01', '2026-11-08'),
    aCheckIn(hark, '2026-11-18', '2026-11-28', { openedAt: opened, answeredItems: 2 }),
  ],
});
const PHRASE: PhraseTemplate = {
  id: 'one',
  name: 'Measures',
  text: 'Measures were {measures}. Open were {openAlerts}.',
  section: 'whole',
  per: 'update',
  language: 'en',
  shapes: ['narrative'],
};

it('a form about a partner’s violence is named in no text, sent, answered, missed or later', () => {
  for (const sessionOn of [null, '2026-11-05' as CalendarDate]) {
    for (const audience of UpdateAudience.options) {
      for (const length of UpdateLength.options) {
        for (const language of UpdateLanguage.options) {
          const request = { audience, length, language, sessionOn } as const;
          const { text } = compose(
            briefFor(facts, sessionOn),
            { ...request, shape: 'narrative', assessmentLine: true },
            [PHRASE],
          );
          expect(text, JSON.stringify(request)).not.toMatch(/HARK|hark/);
          expect(text).not.toContain('Open were');
        }
      }
    }
  }
});

it('is counted among the check-ins all the same', () => {
  const { text } = compose(briefFor(facts, null), {
    shape: 'narrative',
    audience: 'chart',
    length: 'full',
    language: 'en',
    sessionOn: null,
    assessmentLine: false,
  });
  expect(text).toContain('0 of 2 completed, 1 not yet due.');
});
