import { evaluate } from '#shared/alerts/evaluate.ts';
import { applyOutcomes } from '#shared/alerts/merge.ts';
import { Alert } from '#shared/contracts/alert.ts';
import { BriefFacts, type CheckIn, type ClientIdentity } from '#shared/contracts/brief.ts';
import { addDays, CalendarDate, dateInZone, Instant } from '#shared/contracts/calendar.ts';
import { ScoredResponse } from '#shared/contracts/response.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { score } from '#shared/scoring/score.ts';
import { answersFor } from '#test/demo/answers.ts';

/** A client's invented answers, from which everything else is worked out by the product's code. */
export interface InventedCourse {
  readonly asOf?: string;
  readonly lastLookedAt?: string | null;
  readonly client?: Partial<ClientIdentity>;
  /** Records that are linked; by default `abc123` of SimplePractice. */
  readonly recordIds?: readonly string[];
  readonly lines: readonly {
    readonly instrumentId: string;
    readonly points: readonly {
      /** `YYYY-MM-DD`; answered at 9:42 pm in Chicago. */
      readonly on: string;
      readonly total: number;
      readonly fixed?: Readonly<Record<number, number>>;
      readonly blank?: readonly number[];
    }[];
  }[];
  /** Check-ins besides the answered ones. */
  readonly open?: readonly {
    readonly instrumentId: string;
    readonly sentOn: string;
    readonly answeredItems: number;
    /** A positive answer to this safety item among the saved ones. */
    readonly risk?: { readonly item: number; readonly value: number };
  }[];
}

/** The day that the care of an invented client began, unless told otherwise. */
const IN_CARE_SINCE = CalendarDate.parse('2026-01-07');

const TIME_ZONE = 'America/Chicago';

/** The hour of every invented answer: 9:42 pm in Chicago, winter time. */
const ANSWERED_AT = 'T03:42:00.000Z';

/** An invented id, the same for the same number. */
export function inventedId(number: number): string {
  return `0197a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** Plays a course through scoring and rules, and returns the facts as the backend would. */
export function inventedFacts(course: InventedCourse): BriefFacts {
  const asOf = Instant.parse(course.asOf ?? '2026-11-21T00:58:00.000Z');
  const responses = course.lines.flatMap((line, place) => responsesOf(line, place));
  const inCareSince = course.client?.inCareSince ?? IN_CARE_SINCE;
  return BriefFacts.parse({
    practiceId: inventedId(1),
    asOf,
    timeZone: TIME_ZONE,
    client: {
      clientId: inventedId(2),
      displayName: 'Jordan Avery',
      otherNames: [],
      birthDate: '1991-03-14',
      inCareSince,
      ...course.client,
    },
    links: (course.recordIds ?? ['abc123']).map((recordId, place) => ({
      linkId: inventedId(10 + place),
      ehr: 'simplepractice',
      recordId,
      linkedAt: '2026-01-07T16:00:00.000Z',
    })),
    lastLookedAt:
      course.lastLookedAt === undefined ? '2026-11-05T15:00:00.000Z' : course.lastLookedAt,
    responses,
    responseCounts: Object.fromEntries(
      course.lines.map(({ instrumentId, points }) => [instrumentId, points.length]),
    ),
    alerts: alertsOf(responses, inCareSince),
    checkIns: [
      ...(course.open ?? []).map(openCheckIn),
      ...responses.flatMap(finishedCheckIn(asOf)),
    ],
  });
}

function responsesOf(line: InventedCourse['lines'][number], place: number): ScoredResponse[] {
  const measure = instrument(line.instrumentId);
  if (measure === null) throw new Error(`no such instrument: ${line.instrumentId}`);
  return line.points.map((point, number) => {
    const answers = answersFor(measure, { ...point, daysAgo: 0 });
    const answeredOn = CalendarDate.parse(point.on);
    return ScoredResponse.parse({
      responseId: inventedId(1000 + place * 100 + number),
      instrumentId: measure.id,
      instrumentVersion: measure.version,
      answeredOn,
      submittedAt: `${addDays(answeredOn, 1)}${ANSWERED_AT}`,
      answers,
      score: score(measure, answers),
    });
  });
}

/** The alerts that responses leave behind when nobody acknowledges any; newest first. */
export function alertsOf(
  responses: readonly ScoredResponse[],
  inCareSince = IN_CARE_SINCE,
): Alert[] {
  const alerts = new Map<string, Alert>();
  const inOrder = responses.toSorted(
    (one, other) => Date.parse(one.submittedAt) - Date.parse(other.submittedAt),
  );
  for (const [place, response] of inOrder.entries()) {
    const measure = instrument(response.instrumentId);
    if (measure === null) continue;
    const outcomes = evaluate(inOrder.slice(0, place + 1), measure, inCareSince);
    for (const change of applyOutcomes([...alerts.values()], outcomes, response.submittedAt)) {
      if (change.change === 'open') {
        const alertId = inventedId(5000 + alerts.size);
        const alert = { ...change, alertId, status: 'open', acknowledgement: null, snoozed: null };
        alerts.set(alertId, Alert.parse({ ...alert, resolvedAt: null }));
      } else {
        const open = alerts.get(change.alertId);
        const ended = { status: 'resolved', resolvedAt: response.submittedAt };
        const changed = change.change === 'gather' ? change : ended;
        alerts.set(change.alertId, Alert.parse({ ...open, ...changed }));
      }
    }
  }
  return [...alerts.values()].toReversed();
}

function finishedCheckIn(asOf: Instant) {
  const oldest = addDays(dateInZone(asOf, TIME_ZONE), -90);
  return (response: ScoredResponse, place: number): CheckIn[] =>
    response.answeredOn < oldest
      ? []
      : [
          {
            ...openCheckIn({ ...response, sentOn: response.answeredOn, answeredItems: 9 }, place),
            administrationId: inventedId(8000 + place) as CheckIn['administrationId'],
            openedAt: response.submittedAt,
            completedAt: response.submittedAt,
          },
        ];
}

function openCheckIn(open: NonNullable<InventedCourse['open']>[number], place: number): CheckIn {
  const sentOn = CalendarDate.parse(open.sentOn);
  const answeredAt = Instant.parse(`${addDays(sentOn, 1)}${ANSWERED_AT}`);
  return {
    administrationId: inventedId(7000 + place) as CheckIn['administrationId'],
    instrumentId: open.instrumentId,
    sentOn,
    dueOn: addDays(sentOn, 7),
    openedAt: open.answeredItems === 0 ? null : answeredAt,
    completedAt: null,
    answeredItems: open.answeredItems,
    reached: true,
    unsentRiskAnswer: open.risk === undefined ? null : { ...open.risk, answeredAt },
  };
}
