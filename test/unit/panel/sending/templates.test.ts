import { describe, expect, it } from 'vitest';
import { faultsOf } from '#extension/panel/sending/fault-words.ts';
import {
  hasTemplate,
  termsFrom,
  withoutTemplate,
  withTemplate,
} from '#extension/panel/sending/kept-templates.ts';
import { draftOf, termsOf } from '#extension/panel/sending/plan-draft.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { PlanTerms } from '#shared/contracts/plan.ts';
import { inventSendings, TERMS } from '#test/support/sendings.ts';

const TODAY = CalendarDate.parse('2027-03-01');
const named = (name: string) => ({ name, terms: TERMS });

describe('the templates of a practice', () => {
  it('are kept by name, one of each, in whichever letters', () => {
    const two = withTemplate([named('Usual start')], named('At the end'));
    expect(two.map(({ name }) => name)).toEqual(['At the end', 'Usual start']);
    const replaced = withTemplate(two, named(' usual START'));
    expect(replaced.map(({ name }) => name)).toEqual([' usual START', 'At the end']);
    expect(hasTemplate(two, 'USUAL start ')).toBe(true);
    expect(withoutTemplate(two, 'at the end')).toEqual([named('Usual start')]);
  });

  it.each([
    TERMS.cadence,
    { is: 'once', on: '2026-11-25' },
    { is: 'beforeAppointments', days: 1 },
  ] as const)('begin plans that can be saved, however old they are: %o', (cadence) => {
    const terms = termsFrom(
      { name: 'Usual', terms: PlanTerms.parse({ ...TERMS, cadence }) },
      TODAY,
    );
    const read = termsOf(draftOf(terms, TODAY));
    if (!read.ok) expect.fail(read.refusal.words);
    const at = { today: TODAY, standing: null, oftenMeant: false };
    expect(faultsOf(read.value, inventSendings({ appointments: [] }), at)).toEqual([]);
  });
});
