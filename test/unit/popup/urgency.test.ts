import { describe, expect, it } from 'vitest';
import { byUrgency, type Counts, urgencyOf, whyInWords } from '#extension/popup/urgency.ts';

type Part = Partial<Counts['openAlerts'] & Omit<Counts, 'openAlerts'>>;

function counts({ emergency = 0, urgent = 0, review = 0, info = 0, ...rest }: Part): Counts {
  const openAlerts = { emergency, urgent, review, info };
  return { openAlerts, unsentRiskForms: 0, unseenResults: 0, outstanding: 0, ...rest };
}

describe('who needs a look', () => {
  it.each<[Part, string]>([
    [{ unsentRiskForms: 1 }, 'first'],
    [{ emergency: 1 }, 'first'],
    [{ urgent: 2 }, 'first'],
    [{ review: 1 }, 'later'],
    [{ info: 1 }, 'later'],
    [{ unseenResults: 3 }, 'later'],
    [{ outstanding: 4 }, 'nothing'],
    [{}, 'nothing'],
  ])('%o: %s', (part, expected) => {
    expect(urgencyOf(counts(part))).toBe(expected);
  });

  it('is ordered by the rules: risk not sent as an emergency, then tier, then what is unseen', () => {
    const people = [
      counts({ unseenResults: 9 }),
      counts({ urgent: 5 }),
      counts({}),
      counts({ unsentRiskForms: 1 }),
      counts({ review: 3 }),
      counts({ emergency: 1, urgent: 1 }),
    ];
    const order = people.toSorted(byUrgency).map((one) => people.indexOf(one));
    expect(order).toEqual([5, 3, 1, 4, 0, 2]);
  });

  it('says why, what can’t wait first', () => {
    const why = whyInWords(counts({ unsentRiskForms: 1, urgent: 2, unseenResults: 1 }));
    expect(why).toEqual([
      '1 risk answer on a form not sent',
      '2 urgent alerts',
      '1 result you have not seen',
    ]);
    expect(whyInWords(counts({}))).toEqual([]);
  });
});
