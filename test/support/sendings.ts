import { Sendings } from '#shared/contracts/between-procedures.ts';
import { ClientContact } from '#shared/contracts/contact.ts';
import { Pause, Plan, PlanTerms } from '#shared/contracts/plan.ts';
import { inventedId } from './brief-facts.ts';

/** A client who agreed to be written to by e-mail. */
export const BY_MAIL = ClientContact.parse({
  email: 'jordan.avery@mail.example',
  phone: '+13125550142',
  channel: 'email',
  language: 'english',
  country: 'US',
  agreedAt: '2026-03-02T15:00:00.000Z',
});

/** A client who agreed to nothing. */
export const BY_NOTHING = ClientContact.parse({ ...BY_MAIL, channel: null, agreedAt: null });

/** PHQ-9 every two weeks. */
export const TERMS = PlanTerms.parse({
  measures: ['phq9'],
  cadence: { is: 'everyWeeks', weeks: 2, from: '2026-11-04' },
  dueDays: 3,
  expiryDays: 7,
  reminderDays: [2, 5],
  hour: 9,
});

/** {@link TERMS} as a plan that stands. */
export const PLAN = Plan.parse({
  planId: inventedId(400),
  version: 2,
  terms: TERMS,
  oftenMeant: false,
  by: 'Dr. Sam Okafor',
  at: '2026-11-03T15:00:00.000Z',
  endedAt: null,
  next: ['2026-12-02', '2026-12-16'],
  leftOut: [],
});

/** A pause of that reason. */
export function pauseOf(reason: Pause['reason'], until: string | null = null): Pause {
  return Pause.parse({
    pauseId: inventedId(401),
    reason,
    from: '2026-11-18',
    until,
    by: 'Dr. Sam Okafor',
    at: '2026-11-18T15:00:00.000Z',
  });
}

/** What is known about sending to an invented client: one plan, nothing out, by e-mail. */
export function inventSendings(part: Partial<Record<keyof Sendings, unknown>> = {}): Sendings {
  return Sendings.parse({
    asOf: '2026-11-21T00:58:00.000Z',
    plans: [PLAN],
    pause: null,
    outstanding: [],
    appointments: ['2026-11-24', '2026-12-01'],
    contact: BY_MAIL,
    channels: ['email', 'text'],
    templates: [{ name: 'Usual start', terms: TERMS }],
    templatesVersion: 1,
    sendable: [
      { measureId: 'phq9', name: 'PHQ-9', recallDays: 14 },
      { measureId: 'gad7', name: 'GAD-7', recallDays: 14 },
      { measureId: 'asq', name: 'ASQ', recallDays: null },
    ],
    ...part,
  });
}

/** A check-in that is out. */
export function inventOutstanding(part: Record<string, unknown> = {}) {
  return {
    administrationId: inventedId(402),
    instrumentId: 'phq9',
    sentAt: '2026-11-18T15:00:00.000Z',
    dueOn: '2026-11-23',
    expiresAt: '2026-11-25T15:00:00.000Z',
    openedAt: null,
    answeredItems: 0,
    message: 'sent',
    ...part,
  };
}
