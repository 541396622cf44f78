import { v7 } from 'uuid';
import type { CareRepositories } from '#backend/store/store.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import { FormId, formKey } from '#shared/contracts/custom-form.ts';
import type { AdministrationId, ClientId, StaffId } from '#shared/contracts/ids.ts';
import { DIARY_CARD } from '#shared/forms/diary-card.ts';

const FORM = { ...DIARY_CARD, formId: FormId.parse(v7()), version: 1 };

/** What is sent in turns: a measure, and one of the practice's own forms. */
export const KINDS = ['measure', 'ownForm'] as const;

/** Sets up a practice with these clients and a form of its own. */
export async function setUp(care: CareRepositories, clients: readonly ClientId[]): Promise<void> {
  await care.practice.create({ name: 'Fault Practice', timeZone: 'UTC' });
  for (const clientId of clients) {
    await care.clients.add({
      clientId,
      displayName: 'Invented Person',
      otherNames: [],
      birthDate: '1990-01-01' as CalendarDate,
      inCareSince: '2026-01-01' as CalendarDate,
    });
  }
  const staffId = v7() as StaffId;
  const maker = { staffId, displayName: 'Invented Clinician', role: 'clinician' } as const;
  await care.staff.add({ ...maker, active: true });
  await care.ownForms.hold(FORM.formId);
  await care.ownForms.add(FORM, staffId);
}

/** Sends something to a client and submits the answers to it. */
export async function sendAndSubmit(
  care: CareRepositories,
  kind: (typeof KINDS)[number],
  { administrationId, clientId }: { administrationId: AdministrationId; clientId: ClientId },
): Promise<void> {
  const answeredOn = '2026-11-20' as CalendarDate;
  const sent = {
    administrationId,
    clientId,
    instrumentVersion: 1,
    dueOn: '2030-01-01' as CalendarDate,
    expiresAt: '2030-01-01T00:00:00.000Z' as Instant,
  };
  if (kind === 'ownForm') {
    const { formId } = FORM;
    await care.administrations.send({ ...sent, instrumentId: formKey(formId), formId });
    await care.ownResponses.submit(administrationId, { answeredOn, answers: [7, 2, 3, 1, null] });
    return;
  }
  await care.administrations.send({ ...sent, instrumentId: 'phq-9' });
  await care.responses.submit(administrationId, {
    answeredOn,
    answers: [1, 1, 1, 1, 1, 1, 1, 1, 0],
    score: { status: 'unscorable', reason: 'nothingAnswered', missingItems: [], safety: [] },
  });
}
