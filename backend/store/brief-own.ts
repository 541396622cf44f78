import { SCORES_AT_HAND } from '#shared/contracts/brief.ts';
import { MAX_PHRASES } from '#shared/contracts/phrase-template.ts';
import { instant } from './json.ts';

/**
 * The parts of the brief's statement about what the practice made itself. `own` is the client's row.
 */

/** Of every version of a measure stated by the practice the newest statement. */
export const STATED = `
  select distinct on (h.code, h.version) h.*
  from care.hand_measure h
  where h.practice_id = $1
  order by h.code, h.version, h.edition desc`;

/** The client's totals, of each measure those entered last, with the version they were entered by. */
export const TOTALS_BY_HAND = `
  select t.*, e.version
  from own
  cross join (select distinct code from stated) measured
  cross join lateral (
    select * from care.hand_total entered
    where entered.practice_id = $1 and entered.client_id = own.client_id
      and entered.code = measured.code
    order by entered.ordinal desc
    limit ${SCORES_AT_HAND}
  ) t
  join care.hand_measure e
    on e.practice_id = $1 and e.code = t.code and e.edition = t.edition`;

/** What the counts of responses know a measure by is the id of its line. They count corrections too. */
export const HAND_COUNTS = `
  select 'hand:' || t.code as instrument_id, max(t.ordinal) as total from totals t group by t.code`;

export const HAND_MEASURES = `
  select coalesce(json_agg(json_build_object(
    'id', s.code,
    'version', s.version,
    'name', s.name,
    'direction', s.direction,
    'range', s.range,
    'bands', s.bands,
    'bandsSource', s.bands_source
  ) order by s.code, s.version), '[]'::json)
  from stated s
  where exists (select from totals t where t.code = s.code and t.version = s.version)`;

const FIELDS = `
  'responseId', t.response_id,
  'handMeasureId', t.code,
  'handMeasureVersion', t.version,
  'on', t.answered_on,
  'enteredAt', ${instant('t.entered_at')},
  'total', t.total`;

export const HAND_TOTALS = `
  select coalesce(json_agg(
    case when t.supersedes is null then json_build_object(${FIELDS})
      else json_build_object(${FIELDS}, 'supersedes', t.supersedes) end
    order by t.code, t.ordinal
  ), '[]'::json)
  from totals t`;

export const PHRASES = `
  select coalesce(json_agg(json_build_object(
    'id', p.phrase_id,
    'name', p.name,
    'text', p.text,
    'per', p.per,
    'language', p.language,
    'shapes', p.shapes,
    'section', p.section
  ) order by p.name), '[]'::json)
  from (
    select * from care.phrase standing
    where standing.practice_id = $1 and standing.removed_at is null
    order by standing.name
    limit ${MAX_PHRASES}
  ) p`;
