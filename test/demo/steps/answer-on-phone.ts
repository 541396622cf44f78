import { sendMeasure } from '#backend/care/send-measure.ts';
import { addDays, dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { person } from '#test/ehr/people.ts';
import { openPhone } from '#test/support/phone.ts';
import type { World } from '#test/support/world.ts';
import type { Report } from '../check.ts';
import { HERO, PRACTICE } from '../practice.ts';
import type { SeededPractice } from '../seed.ts';

const WEEK_MS = 7 * 86_400_000;

/** What the client answers to the nine items of the PHQ-9: 11 points, item 9 among them. */
const ANSWERS = [
  'Several days',
  'More than half the days',
  'Several days',
  'More than half the days',
  'Several days',
  'Several days',
  'Several days',
  'Several days',
  'Several days',
];

/** Sends the PHQ-9 and returns the address of its page. */
export async function sendCheckIn(
  { backend }: Pick<World, 'backend'>,
  practice: SeededPractice,
  clientId: ClientId,
): Promise<string> {
  const now = backend.care.now();
  const scope = {
    practiceId: practice.practiceId,
    actor: { kind: 'staff', staffId: practice.clinicianId },
    requestId: 'demo',
    now,
  } as const;
  const sent = await sendMeasure(backend.care, scope, {
    clientId,
    instrumentId: 'phq9',
    dueOn: addDays(dateInZone(now, PRACTICE.timeZone), 3),
    expiresAt: instantOf(new Date(Date.parse(now) + WEEK_MS)),
  });
  if (!sent.ok) throw new Error(`the PHQ-9 could not be sent: ${sent.refusal}`);
  return new URL(`/m/${sent.value.secret}`, backend.url).href;
}

/** The client answers, and the risk answer is scored, judged and stored before "sent" is said. */
export async function answerOnPhone(
  world: World,
  practice: SeededPractice,
  report: Report,
): Promise<void> {
  report.step('A client answers the PHQ-9 on a phone');
  const clientId = practice.clients[HERO];
  if (clientId === undefined) throw new Error(`${HERO} is not in the practice`);
  const phone = await openPhone(world.browser, await sendCheckIn(world, practice, clientId), {
    bornOn: person(HERO).birthDate,
  });
  await phone.shows('A few questions from your therapist');
  report.verify('the title says nothing of the client', (await phone.page.title()) === 'Check-in');
  await phone.tap('Start');
  for (const [index, words] of ANSWERS.entries()) {
    await phone.shows(`Question ${index + 1} of ${ANSWERS.length}`);
    if (index === ANSWERS.length - 1)
      await phone.page.screenshot({ path: report.picture('1-question') });
    await phone.tap(words);
  }
  await phone.shows('Help is here right now');
  report.verify('crisis resources follow the risk answer at once', true);
  await phone.page.screenshot({ path: report.picture('2-support') });
  await phone.tap('Send');
  await phone.shows('Your answers are saved and sent');
  const open = await openRiskAlerts(world, practice, clientId);
  report.verify('the answers are scored and a risk alert is open', open > 0);
  await phone.page.browserContext().close();
}

async function openRiskAlerts(
  { backend }: World,
  practice: SeededPractice,
  clientId: ClientId,
): Promise<number> {
  const scope = {
    practiceId: practice.practiceId,
    actor: { kind: 'system', name: 'demo' },
    requestId: 'demo',
    now: backend.care.now(),
  } as const;
  const today = dateInZone(scope.now, PRACTICE.timeZone);
  const open = await backend.care.store.inPractice(scope, ({ alerts }) =>
    alerts.holdOpenOf(clientId),
  );
  return open.filter(({ evidence }) =>
    evidence.some((each) => each.kind === 'safetyAnswer' && each.now.on === today),
  ).length;
}
