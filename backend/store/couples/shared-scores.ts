import type { CalendarDate, Instant } from '#shared/contracts/calendar.ts';
import type { CareFacts } from '#shared/contracts/episode.ts';
import type { ClientId, ResponseId } from '#shared/contracts/ids.ts';
import type { MeasureReading } from '#shared/contracts/measure.ts';
import type { Score } from '#shared/contracts/response.ts';
import type { PartnerRecord, SharedObservation } from '#shared/couples/view.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { readingsOf } from '#shared/measures/readings.ts';
import type { Care } from '../care.ts';
import { ClientRepository } from '../clients.ts';
import { EpisodeRepository } from '../episodes.ts';
import { instant } from '../json.ts';

/**
 * The scores of partners on forms that hold a measure to share. No answers are read. $1 practice,
 * $2 partners, $3 forms.
 */
const SHARED_SCORES = `
  select r.client_id as "clientId", r.response_id as "responseId",
    r.instrument_id as "instrumentId", r.instrument_version as "instrumentVersion",
    r.answered_on::text as "answeredOn", ${instant('r.submitted_at')} as "submittedAt",
    r.supersedes, r.score
  from care.response r
  where r.practice_id = $1 and r.client_id = any($2::uuid[]) and r.instrument_id = any($3::text[])
  order by r.answered_on, r.ordinal`;

/** Days on which partners answered anything: what keeps an episode of care alive. */
const CONTACT_DAYS = `
  select distinct r.client_id as "clientId", r.answered_on::text as "on"
  from care.response r
  where r.practice_id = $1 and r.client_id = any($2::uuid[]) and r.supersedes is null`;

interface ScoreRow {
  readonly clientId: ClientId;
  readonly responseId: ResponseId;
  readonly instrumentId: string;
  readonly instrumentVersion: number;
  readonly answeredOn: CalendarDate;
  readonly submittedAt: Instant;
  readonly supersedes: ResponseId | null;
  readonly score: Score;
}

/**
 * The partners' records as far as `measureIds` reach: of every other measure nothing is in it, be it
 * answered with the same form. The same statements run whatever is shared, also for nothing.
 */
export async function sharedRecords(
  care: Care,
  partners: readonly [ClientId, ClientId],
  measureIds: readonly string[],
): Promise<readonly [PartnerRecord, PartnerRecord]> {
  const forms = [...new Set(measureIds.map((id) => id.split('.', 1)[0] ?? id))];
  const { practiceId } = care.scope;
  const scores = await care.connection.query<ScoreRow>({
    name: 'couple-shared-scores',
    text: SHARED_SCORES,
    values: [practiceId, partners, forms],
  });
  const contacts = await care.connection.query<{ clientId: ClientId; on: CalendarDate }>({
    name: 'couple-contact-days',
    text: CONTACT_DAYS,
    values: [practiceId, partners],
  });
  const recordOf = async (clientId: ClientId): Promise<PartnerRecord> => ({
    clientId,
    care: await careOf(
      care,
      clientId,
      contacts.rows.filter((row) => row.clientId === clientId).map(({ on }) => on),
    ),
    observations: observed(
      scores.rows.filter((row) => row.clientId === clientId),
      measureIds,
    ),
  });
  const [one, other] = partners;
  return [await recordOf(one), await recordOf(other)];
}

async function careOf(
  care: Care,
  clientId: ClientId,
  answeredOn: readonly CalendarDate[],
): Promise<CareFacts> {
  const client = await new ClientRepository(care).find(clientId);
  if (client === null) throw new Error('A partner is a client that is not there.');
  const { care: course } = await new EpisodeRepository(care).courseOf(clientId);
  const contactOn = [...(course.contactOn ?? []), ...answeredOn];
  return { ...course, inCareSince: client.inCareSince, contactOn };
}

/** By measure, and of the shared ones only. A version that this build doesn't hold can't be read. */
function observed(
  rows: readonly ScoreRow[],
  measureIds: readonly string[],
): PartnerRecord['observations'] {
  const all = rows.flatMap((row) => {
    const form = instrument(row.instrumentId, row.instrumentVersion);
    if (form === null) return [];
    return readingsOf({ ...row, supersedes: row.supersedes ?? undefined }, form)
      .filter(({ measureId }) => measureIds.includes(measureId))
      .map((reading) => ({ measureId: reading.measureId, observation: observation(row, reading) }));
  });
  const byMeasure = Map.groupBy(all, ({ measureId }) => measureId);
  return new Map(
    [...byMeasure].map(([id, some]) => [id, some.map(({ observation: one }) => one)] as const),
  );
}

function observation(
  { responseId, answeredOn, submittedAt, instrumentVersion, supersedes }: ScoreRow,
  { total, displayed, band, prorated }: MeasureReading,
): SharedObservation {
  return {
    responseId,
    on: answeredOn,
    submittedAt,
    version: instrumentVersion,
    corrects: supersedes,
    total,
    displayed,
    band,
    prorated,
  };
}
