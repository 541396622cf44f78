import type { Instrument } from '../contracts/instrument.ts';
import type { Answers, Score } from '../contracts/response.ts';
import { validateAnswers } from './answers.ts';
import { type AskedItems, askedItems } from './asked.ts';
import { bandOf } from './band.ts';
import { blankItems, obstacle, type UnscorableReason } from './missing.ts';
import { partScores, partsOf } from './parts.ts';
import { itemPoints } from './points.ts';
import { displayedScore } from './rounding.ts';
import { safetyAnswers } from './safety.ts';
import { findingOf, type ScreenRule } from './screen.ts';
import { totalOf } from './total.ts';

/** What every score reports, whatever becomes of the number. */
type Reported = Pick<Score, 'missingItems' | 'safety'>;

/**
 * Scores answers that {@link validateAnswers} accepted, by the instrument's rule and its rule for
 * blanks; what these do not allow is `unscorable`, never a number. Safety answers are reported in
 * every case. A composite, and a measure whose items are not at hand, has no answers of its own:
 * nothing is answered.
 *
 * Throws when the answers do not fit the instrument: the caller skipped the check.
 */
export function score(instrument: Instrument, answers: Answers): Score {
  const checked = validateAnswers(instrument, answers);
  if (!checked.ok) {
    const { reason, item } = checked.refusal;
    throw new TypeError(`answers do not fit ${instrument.id}: ${reason} at item ${item}`);
  }
  const asked = askedItems(instrument, answers);
  const reported: Reported = {
    missingItems: blankItems(instrument, answers, asked),
    safety: safetyAnswers(instrument, answers, asked),
  };
  const { scoring } = instrument;
  const reason = obstacle(instrument, answers, asked);
  if (scoring.method === 'screen') return screened(scoring, answers, asked, { reason, reported });
  if (reason !== null) return unscorable(reason, reported);
  return numbered(instrument, answers, asked, reported);
}

/**
 * A finding is reported although something else was left blank; that there is none only when
 * nothing was, because a blank is no "no".
 */
function screened(
  rule: ScreenRule,
  answers: Answers,
  asked: AskedItems,
  { reason, reported }: { reason: UnscorableReason | null; reported: Reported },
): Score {
  const finding = findingOf(rule, answers, asked);
  if (finding !== null) {
    const { id, label, tier } = finding;
    return { status: 'screened', finding: id, label, tier, ...reported };
  }
  if (reason !== null) return unscorable(reason, reported);
  if (reported.missingItems.length > 0) return unscorable('tooManyMissing', reported);
  const { id, label } = rule.otherwise;
  return { status: 'screened', finding: id, label, tier: null, ...reported };
}

function numbered(
  instrument: Instrument,
  answers: Answers,
  asked: AskedItems,
  reported: Reported,
): Score {
  const { method } = instrument.scoring;
  const points = itemPoints(instrument, answers, asked);
  const parts = partsOf(instrument, points);
  const subscales = partScores(parts);
  if (method === 'subscales') {
    if (subscales.length === 0) return unscorable('tooManyMissing', reported);
    const prorated = parts.some(({ filled }) => filled?.filled === true);
    return { status: 'profile', prorated, subscales, ...reported };
  }
  const sum = totalOf(instrument, points, parts);
  if (sum === null) return unscorable('tooManyMissing', reported);
  const displayed = displayedScore(sum.total, method);
  return {
    status: 'scored',
    total: sum.total,
    displayed,
    band: bandOf(instrument, displayed)?.label ?? null,
    prorated: sum.prorated,
    subscales,
    ...reported,
  };
}

function unscorable(reason: UnscorableReason, reported: Reported): Score {
  return { status: 'unscorable', reason, ...reported };
}
