import { describe, expect, it } from 'vitest';
import { itemCourses } from '#shared/brief/items.ts';
import { itemRows } from '#shared/charts/items/item-rows.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { briefAt, inWinter, phq, responsesOf } from '../a-brief.ts';

const [form] = briefAt(inWinter('2026-11-20', '18:58'), {
  responses: responsesOf([
    phq(phq9, '2026-08-05', 20, 0),
    phq(phq9, '2026-09-05', 9, 3),
    phq(phq9, '2026-10-05', 9, null),
    phq(phq9, '2026-11-05', 9, 2),
  ]),
}).forms;
const rows = form === undefined ? [] : itemRows(itemCourses(form, null), phq9);

describe('an item over time', () => {
  it('stands on its own choices: first, previous, now; a blank has no place', () => {
    const [nine] = rows;
    expect(nine).toMatchObject({ item: 9, isSafety: true, steps: 4 });
    expect(nine?.dots.map(({ when, share, answer }) => [when, share, answer])).toEqual([
      ['first', 0, 'Not at all'],
      ['previous', null, 'not answered'],
      ['now', 2 / 3, 'More than half the days'],
    ]);
  });

  it('comes first when it is a safety item; the others follow as printed', () => {
    expect(rows.map(({ item }) => item)).toEqual([9, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is said in the choice’s words and in steps, without judging it', () => {
    expect(rows[0]?.said).toBe(
      'Now “More than half the days”; before “not answered” (5 Oct 2026); first “Not at all” (5 Aug 2026), 2 steps up since.',
    );
    expect(rows.map(({ said }) => said).join(' ')).not.toMatch(/better|worse|no change|stable/);
  });

  it('says "the same answer" where it is', () => {
    expect(rows.find(({ item }) => item === 1)?.said).toContain(', the same answer');
  });
});
