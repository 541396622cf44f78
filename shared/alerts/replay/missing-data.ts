import type { Alert } from '../../contracts/alert.ts';
import { instrument } from '../../instruments/registry.ts';
import { responsesIn } from '../evidence.ts';
import type { ClientRecord } from './record.ts';
import type { ReplayRefusal } from './replayed.ts';

/** What keeps an alert from being worked out again; null when everything is at hand. */
export function missingData(
  { evidence }: Pick<Alert, 'evidence'>,
  { responses, checkIns, partner }: ClientRecord,
): ReplayRefusal | null {
  const onRecord = new Map(
    [...responses, ...(partner?.responses ?? [])].map((response) => [
      response.responseId,
      response,
    ]),
  );
  const administrations = new Set(checkIns.map(({ administrationId }) => administrationId));
  const needed = evidence.flatMap(responsesIn);
  const missed = evidence.flatMap((seen) => (seen.kind === 'missed' ? seen.missed : []));
  const missing = {
    responses: needed.filter((id) => !onRecord.has(id)),
    checkIns: missed.flatMap(({ administrationId }) =>
      administrations.has(administrationId) ? [] : [administrationId],
    ),
  };
  if (missing.responses.length + missing.checkIns.length > 0) {
    return { reason: 'dataMissing', ...missing };
  }
  const unknown = needed
    .flatMap((id) => onRecord.get(id) ?? [])
    .find(({ instrumentId, instrumentVersion }) => !instrument(instrumentId, instrumentVersion));
  if (unknown === undefined) return null;
  const { instrumentId, instrumentVersion: version } = unknown;
  return { reason: 'formUnknown', instrumentId, version };
}
