import { describe, expect, it } from 'vitest';
import { decidedInWords, ownPageMeasures, shownInWords } from '#extension/panel/own-page/shown.ts';
import { interpret } from '#shared/brief/interpret.ts';
import { mayStandOnOwnPage } from '#shared/brief/own-page.ts';
import { measure } from '#shared/measures/lookup.ts';
import { inventedFacts } from '#test/support/brief-facts.ts';

const ON = '2026-11-01';

/** What is said of a client who answered these, while those are withheld. */
function told(instrumentIds: readonly string[], withheld: readonly string[] = []) {
  const lines = instrumentIds.map((instrumentId) => ({
    instrumentId,
    points: [{ on: ON, total: 2 }],
  }));
  return ownPageMeasures(interpret(inventedFacts({ lines })), withheld);
}

/** Whether the total of a form may stand there. */
function mayStand(instrumentId: string): boolean {
  return mayStandOnOwnPage({ role: 'total', measure: measure(instrumentId), instrumentId });
}

describe('what the client’s own page can tell of', () => {
  it('are the totals that were answered, each shown until it is withheld', () => {
    const measures = told(['phq9', 'gad7'], ['gad7']);
    expect(measures.map(shownInWords).toSorted()).toEqual([
      'GAD-7: not shown to the client',
      'PHQ-9: the client sees it',
    ]);
  });

  it('are neither subscales nor sums of two forms', () => {
    const names = told(['phq9', 'gad7', 'dass21']).map(({ measureId }) => measureId);
    expect(names.toSorted()).toEqual(['gad7', 'phq9']);
  });

  it('is never a form about violence by a partner', () => {
    expect(mayStand('hark')).toBe(false);
    expect(mayStand('phq9')).toBe(true);
  });

  it('are also measures that were withheld and are not among the trends: they can be shown again', () => {
    expect(told([], ['phq9'])).toEqual([{ measureId: 'phq9', name: 'PHQ-9', isShown: false }]);
  });

  it('says what was decided', () => {
    const [phq9 = expect.fail('PHQ-9 is not listed')] = told(['phq9']);
    expect(decidedInWords(phq9, false)).toBe('Saved: the client’s own page no longer shows PHQ-9.');
    expect(decidedInWords(phq9, true)).toBe('Saved: the client’s own page shows PHQ-9 again.');
  });
});
