import { dateInZone } from '../../contracts/calendar.ts';
import type { DatedScore, MeasureTrend } from '../../contracts/measure-line.ts';
import { type Piece, piece } from '../piece.ts';
import { quotedPlain } from '../plain.ts';
import { withoutNumber } from './scores.ts';
import { dayOf, nameOf, numberOf, type Teller } from './teller.ts';

/** A finding that nobody has read is never left out; that nothing was found gives way early. */
const FINDING_PRIORITY = { none: 'kept', quiet: 'limits', found: 'vital' } as const;

function findingOf({ finding }: DatedScore): keyof typeof FINDING_PRIORITY {
  if (finding === null) return 'none';
  return finding.tier === null ? 'quiet' : 'found';
}

/**
 * What limits the comparison: another version of the form, earlier new forms without a score (of a
 * screen, what each found), or overlapping recall periods; in the full text also how many scores
 * there are, and what the EHR shows.
 */
export function dataLimits(line: MeasureTrend, teller: Teller): Piece[] {
  const { otherVersionCount, latest, scores, role } = line;
  const { limits } = teller.language;
  const name = nameOf(line);
  const failed = scores.filter(
    (score) => score !== latest && score.isNew && score.displayed === null,
  );
  return [
    ...piece(
      'done',
      'kept',
      otherVersionCount === 0 ? null : limits.otherVersion(name, otherVersionCount),
    ),
    ...failed.flatMap((score) => {
      const quiet = FINDING_PRIORITY[findingOf(score)];
      const text = withoutNumber(line, score, teller);
      return piece('done', role === 'subscale' ? 'full' : quiet, text);
    }),
    ...piece('finding', 'limits', overlapText(line, teller)),
    ...piece('done', isBeforeHeld(line, teller) ? 'kept' : 'full', spanText(line, teller)),
    ...line.external.flatMap(({ displayed, on }) => {
      const number = numberOf(teller, line, displayed);
      return piece('done', 'full', limits.external(name, number, dayOf(teller, on)));
    }),
  ];
}

/** What charts mark: events since the last look, a new episode of care, corrected forms. */
export function markers(teller: Teller): Piece[] {
  const { brief, language } = teller;
  const { limits } = language;
  const { events, episodes, superseded, lastLookedAt, timeZone } = brief;
  const named = events
    .filter(({ on }) => lastLookedAt === null || on >= dateInZone(lastLookedAt, timeZone))
    .map(({ label, kind, on }) => limits.event(quotedPlain(label), kind, dayOf(teller, on)));
  const present = episodes.length > 1 ? episodes.at(-1) : undefined;
  return [
    ...piece('report', 'detail', named.length === 0 ? null : limits.events(named)),
    ...piece(
      'done',
      'limits',
      present === undefined ? null : limits.newEpisode(dayOf(teller, present.beginsOn)),
    ),
    ...piece(
      'done',
      'limits',
      superseded.length === 0 ? null : limits.corrected(superseded.length),
    ),
  ];
}

function overlapText(line: MeasureTrend, teller: Teller): string | null {
  const { latest, scores, measure } = line;
  const before = scores.at(-2);
  if (!latest.overlapsRecall || before === undefined || measure === null) return null;
  const { limits } = teller.language;
  const days = [dayOf(teller, before.on), dayOf(teller, latest.on)] as const;
  return limits.overlap(nameOf(line), days, limits.recall(measure.recall.label));
}

/** Whether the newest answers of the session that is documented may not be at hand. */
function isBeforeHeld({ heldSince }: MeasureTrend, { brief }: Teller): boolean {
  return heldSince !== null && brief.sessionOn !== null && brief.sessionOn < heldSince;
}

function spanText(line: MeasureTrend, teller: Teller): string | null {
  const [first] = line.scores;
  if (first === undefined) return null;
  const days = [dayOf(teller, first.on), dayOf(teller, line.latest.on)] as const;
  const { limits } = teller.language;
  const say = line.heldSince === null ? limits.span : limits.spanOfSome;
  return say(nameOf(line), line.scores.length, days);
}
