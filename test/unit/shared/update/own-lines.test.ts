import { describe, expect, it } from 'vitest';
import { interpret } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import type { PhraseTemplate } from '#shared/contracts/phrase-template.ts';
import type { UpdateLanguage, UpdateLength, UpdateShape } from '#shared/contracts/update.ts';
import { gad7 } from '#shared/instruments/data/gad7.ts';
import { pcl5 } from '#shared/instruments/data/pcl5.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inWinter, phq, type Told } from '../a-brief.ts';
import { responseId } from '../a-history.ts';
import { diaryFacts, toldFacts } from './stories.ts';

const DIARY = diaryFacts('Diary', [6, 'a few words']).own;
const BROUGHT: BriefFacts['own'] = {
  forms: [],
  responses: [],
  handMeasures: [
    {
      id: 'oq45',
      version: 1,
      name: 'OQ-45.2',
      direction: 'higherWorse',
      range: { min: 0, max: 180 },
      bands: [],
      bandsSource: '',
    },
  ],
  handTotals: [
    {
      responseId: responseId(90),
      handMeasureId: 'oq45',
      handMeasureVersion: 1,
      on: CalendarDate.parse('2026-11-11'),
      enteredAt: inWinter('2026-11-11', '09:00'),
      total: 80,
    },
  ],
};

interface Known {
  readonly story?: readonly Told[];
  readonly own: BriefFacts['own'];
  readonly phrases?: readonly PhraseTemplate[];
}

function textOf(
  { story = [], own, phrases = [] }: Known,
  shape: UpdateShape,
  asked: { readonly length?: UpdateLength; readonly language?: UpdateLanguage } = {},
): string {
  const brief = interpret(toldFacts(['2026-11-20', '09:00'], story, { own }));
  return compose(brief, { ...chartRequest(shape), ...asked }, phrases).text;
}

/** What the first sentence says of where the scores are from. */
const opening = (...asked: Parameters<typeof textOf>) => textOf(...asked).match(/\([^)]*\)/)?.[0];

describe('what stands on no norm', () => {
  it('says so wherever its score stands', () => {
    for (const shape of ['narrative', 'soap', 'dap', 'birp'] as const) {
      expect(textOf({ own: DIARY }, shape)).toMatch(
        /"Mood" 6\/10,? on 10 Nov \(own rating, compared with no norm\)/,
      );
      expect(textOf({ own: BROUGHT }, shape)).toMatch(
        /"OQ-45\.2" 80\/180,? on 11 Nov \(total entered by hand, compared with no norm\)/,
      );
    }
  });

  it('is no self-report where it was brought along', () => {
    const story = [phq(phq9, '2026-11-12', 9, 0)];
    expect(opening({ own: DIARY }, 'soap')).toBe('(client self-report)');
    expect(opening({ own: BROUGHT }, 'soap')).toBe('(totals brought along, not answered here)');
    expect(opening({ story, own: BROUGHT }, 'soap')).toBe(
      '(client self-report, and totals brought along)',
    );
    expect(opening({ story, own: BROUGHT }, 'narrative', { language: 'es' })).toBe(
      '(autoinforme, y totales aportados)',
    );
  });
});

/** So much that there is no room for what is of lesser weight. */
const MUCH = ['2026-06-07', '2026-11-07', '2026-11-19'].flatMap((day): Told[] => [
  phq(phq9, day, 11, 1),
  [day, gad7, 9],
  [day, pcl5, 40],
]);

describe('a comparison of an own line', () => {
  it('is never told without its score', () => {
    for (const measures of [0, 1, 2, 3, 4, 5, 6, 9]) {
      for (const length of ['line', 'standard', 'full'] as const) {
        for (const shape of ['soap', 'birp'] as const) {
          const text = textOf({ story: MUCH.slice(0, measures), own: DIARY }, shape, { length });
          const isCompared = text.includes('"Mood" first score, too early to judge change');
          expect(text.includes('"Mood" 6/10 on 10 Nov')).toBe(isCompared);
        }
      }
    }
  });

  it('is left out with it where there is no room', () => {
    expect(textOf({ story: MUCH, own: DIARY }, 'soap')).not.toContain('"Mood"');
  });
});

/** A phrase of the practice, once for each measure. */
const phrase = (text: string): PhraseTemplate => ({
  id: 'one',
  name: 'Ours',
  text,
  per: 'measure',
  language: 'en',
  shapes: ['soap'],
  section: 'plan',
});

const withPhrase = (text: string, story: readonly Told[]) =>
  textOf({ story, own: DIARY, phrases: [phrase(text)] }, 'soap');

describe('a phrase for each measure', () => {
  const published = MUCH.slice(0, 1);

  it('stands once for each published measure', () => {
    const text = withPhrase('Talked about {measure}.', published);
    expect(text.match(/Talked about [^.]*\./g)).toEqual(['Talked about PHQ-9.']);
  });

  it('stands for an own line that it names', () => {
    const text = withPhrase('"Mood" was rated {score} ({measure}).', published);
    expect(text.match(/was rated [^.]*\./g)).toEqual(['was rated 6 ("Mood").']);
  });

  it('is left out with the score that it is about', () => {
    expect(withPhrase('"Mood" was talked about.', MUCH)).not.toContain('talked about');
  });
});
