import type { Departure } from '#backend/care/switch-off-staff.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { command, type Outcome } from '../command.ts';
import type { Operator } from '../operator.ts';
import { needed, optional } from '../option.ts';
import { practiceOf } from '../practice-of.ts';
import { clinicianOf, staffOf } from '../staff-of.ts';
import { PRACTICE, STAFF_MEMBER } from '../wordings.ts';

interface Wanted {
  readonly practice: string | null;
  readonly staff: string;
  readonly handOverTo: string | null;
}

/** `switch-off`: may be said again, to hand the caseload over later. */
export const switchOff = command<Wanted>({
  name: 'switch-off',
  summary: 'ends the sessions of somebody who leaves; hands their caseload over',
  options: {
    practice: optional(PRACTICE, null),
    staff: needed({ ...STAFF_MEMBER, help: 'who leaves' }),
    handOverTo: optional({ ...STAFF_MEMBER, help: 'the clinician who takes the clients on' }, null),
  },
  run,
});

async function run(operator: Operator, wanted: Wanted): Promise<Outcome> {
  const practice = await practiceOf(operator, wanted.practice);
  if (!practice.ok) return practice;
  const { practiceId } = practice.value;
  const leaving = await staffOf(operator, practiceId, wanted.staff);
  if (!leaving.ok) return leaving;
  const { staffId, displayName } = leaving.value;
  const { handOverTo } = wanted;
  const successor =
    handOverTo === null ? ok(null) : await clinicianOf(operator, practiceId, handOverTo);
  if (!successor.ok) return successor;
  const successorId = successor.value?.staffId ?? null;
  if (successorId === staffId) return refuse({ reason: 'samePerson' });
  const departure = await operator.setup.switchOffStaff(practiceId, staffId, successorId);
  return ok({
    lines: [
      departure.wasActive
        ? `${displayName} is switched off. Open sessions end within three seconds.`
        : `${displayName} was switched off before.`,
      ...caseloadLines(departure, successor.value?.displayName ?? null),
      ...(departure.namedInLadder
        ? [
            `A step of who is told of alerts names ${displayName}: an admin chooses somebody else on /escalation.`,
          ]
        : []),
    ],
    facts: { practiceId, staffId, ...departure },
  });
}

function caseloadLines(
  { caseload, handedOver, uncovered }: Departure,
  successor: string | null,
): readonly string[] {
  if (caseload.length === 0) return [];
  const taken =
    successor === null ? [] : [`${successor} has taken on ${clients(handedOver.length)}.`];
  if (uncovered.length === 0) return taken;
  return [
    ...taken,
    `${clients(uncovered.length)} in no clinician's caseload now, so nobody is shown their alerts:`,
    ...uncovered.map((clientId) => `  ${clientId}`),
    'Say switch-off again with --hand-over-to and the clinician who takes them on.',
  ];
}

function clients(count: number): string {
  return count === 1 ? '1 client' : `${count} clients`;
}
