import type { Sendings } from '#shared/contracts/between-procedures.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Plan, PlanFault, PlanTerms } from '#shared/contracts/plan.ts';
import { planFaults } from '#shared/plans/faults.ts';
import type { Problem } from '../record/forms.ts';

const FAULTS: Readonly<Record<PlanFault, Problem>> = {
  measureTwice: { field: 'measures', words: 'One measure is chosen twice.' },
  unknownMeasure: { field: 'measures', words: 'One of these is not known any more. Take it out.' },
  notSendable: { field: 'measures', words: 'One of these can’t be sent. Take it out.' },
  practiceMustConfirm: {
    field: 'measures',
    words:
      'Your practice has to confirm the licence of one of these first. Take it out until then.',
  },
  expiresBeforeDue: {
    field: 'expiryDays',
    words: 'It would close before it is due. Leave it open for at least as long.',
  },
  reminderAfterExpiry: {
    field: 'reminderDays',
    words: 'A reminder would come after it has closed. Remind earlier.',
  },
  inThePast: { field: 'on', words: 'That day is over. Choose today or a later day.' },
  moreOftenThanRecall: {
    field: null,
    words:
      'One of these asks about a longer time than lies between two sendings: both would ask about the same days, and a change between them says little.',
  },
};

/**
 * What a person has to look at before a plan can be kept; null when nothing is wrong. That it asks often
 * comes last, because it can be meant.
 */
export function problemIn(faults: readonly PlanFault[]): Problem | null {
  const [first] = faults.toSorted((one, other) => Number(isOften(one)) - Number(isOften(other)));
  return first === undefined ? null : FAULTS[first];
}

/** Whether the only thing to say is that it asks often, which a person may mean. */
export function isOnlyOften(faults: readonly PlanFault[]): boolean {
  return faults.length > 0 && faults.every(isOften);
}

/** What the server would say of terms, by what it has told. */
export function faultsOf(
  terms: PlanTerms,
  { sendable, appointments }: Pick<Sendings, 'sendable' | 'appointments'>,
  at: {
    readonly today: CalendarDate;
    readonly standing: Plan | null;
    readonly oftenMeant: boolean;
  },
): readonly PlanFault[] {
  return planFaults(terms, {
    today: at.today,
    standing: at.standing?.terms.cadence ?? null,
    appointments,
    oftenMeant: at.oftenMeant,
    standingOf(measureId) {
      const found = sendable.find((one) => one.measureId === measureId);
      return found === undefined
        ? { is: 'notSendable' }
        : { is: 'sendable', recallDays: found.recallDays };
    },
  });
}

function isOften(fault: PlanFault): boolean {
  return fault === 'moreOftenThanRecall';
}
