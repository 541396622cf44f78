import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { CareDeps } from '#backend/care/deps.ts';
import { sendMeasure } from '#backend/care/send-measure.ts';
import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { TestDatabase } from '#test/support/database.ts';
import { type LoadedPractice, scopeIn } from '../practice/make-practice.ts';

/** Choices of a PHQ-9. Every fifth has a positive ninth item, so that alerts and messages are written too. */
function answersOf(place: number): readonly number[] {
  const items = Array.from({ length: 8 }, (_, item) => (place + item) % 4);
  return [...items, place % 5 === 0 ? 1 : 0];
}

/** What use cases are built from, on the database's own pool and with the present time. */
export function careOf({ store }: TestDatabase): CareDeps {
  return {
    store,
    now: () => new Date().toISOString() as Instant,
    newId: v7,
    randomBytes,
    channels: ['email'],
  };
}

/** So many PHQ-9, each of a client of its own and answered but not sent: the secrets of their links. */
export async function answeredLinks(
  database: TestDatabase,
  practice: LoadedPractice,
  count: number,
): Promise<readonly string[]> {
  const deps = careOf(database);
  const secrets: string[] = [];
  for (let place = 0; place < count; place += 1) {
    secrets.push(await answeredLink(deps, practice, answersOf(place)));
  }
  return secrets;
}

async function answeredLink(
  deps: CareDeps,
  practice: LoadedPractice,
  answers: readonly number[],
): Promise<string> {
  const clientId = v7() as ClientId;
  const scope = { ...scopeIn(practice), now: deps.now() };
  await deps.store.inPractice(scope, async (care) => {
    await care.clients.add({
      clientId,
      displayName: 'Rosalind Achterberg',
      otherNames: [],
      birthDate: '1988-04-12' as CalendarDate,
      inCareSince: '2026-03-02' as CalendarDate,
    });
    await care.caseload.assign(practice.staffId, clientId);
  });
  const sent = await sendMeasure(deps, scope, {
    clientId,
    instrumentId: 'phq9',
    dueOn: '2030-01-01' as CalendarDate,
    expiresAt: '2030-01-01T00:00:00.000Z' as Instant,
  });
  if (!sent.ok) throw new Error(`not sent: ${sent.refusal}`);
  await deps.store.inPractice(scope, async (care) => {
    for (const [place, value] of answers.entries()) {
      await care.administrations.saveAnswer(sent.value.administrationId, place + 1, value);
    }
  });
  return sent.value.secret;
}
