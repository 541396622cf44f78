import type { Goal, GoalCourse, GoalRating, Rater, RaterCourse } from '../../contracts/goal.ts';
import type { UpdateShape } from '../../contracts/update.ts';
import { levelWords } from '../../goals/scale.ts';
import type { SaidRating, SaidRatings } from '../language/goal-words.ts';
import { type Piece, type Priority, piece } from '../piece.ts';
import { quotedPlain } from '../plain.ts';
import { SHAPES } from '../shapes.ts';
import { dayOf, type Teller } from './teller.ts';

/** Longest words of a goal and of a level in a sentence; the panel shows them in full. */
const LONGEST = { goal: 120, level: 60 };

const BOTH: readonly Rater[] = ['client', 'clinician'];

/**
 * Goals in the client's words with the latest rating of either side and the first. Where a shape keeps
 * what the client reports and what the clinician appraises apart, each rating stands in its part.
 */
export function goals(teller: Teller, shape: UpdateShape): Piece[] {
  const told = teller.brief.goals;
  const isRated = told.some(({ client, clinician }) => client !== null || clinician !== null);
  const { noNorm } = teller.language.goals;
  return [
    ...told.flatMap((goal) => goalPieces(goal, teller, keepsApart(shape))),
    ...piece('finding', 'limits', isRated ? noNorm : null),
  ];
}

/** To the client: the own ratings only, and what was reached. */
export function goalsInLetter(teller: Teller): Piece[] {
  const { goals: words } = teller.language;
  return teller.brief.goals.flatMap((goal) => {
    const { status, closedOn, client } = goal;
    if (closedOn !== null) {
      const day = dayOf(teller, closedOn);
      const text = status === 'reached' ? words.letterReached(quotedGoal(goal), day) : null;
      return piece('report', 'progress', text);
    }
    if (client === null) return [];
    return piece(
      'report',
      'progress',
      words.letter(quotedGoal(goal), saidRatings(goal, 'client', client, teller)),
    );
  });
}

/** Ratings after the session, one by one, compared with nothing. */
export function laterGoalRatings(teller: Teller): string[] {
  const { language, brief } = teller;
  return (brief.later?.goalRatings ?? []).map(({ goal, rating }) => {
    const { value, day } = saidRating(goal, rating, teller);
    return language.later.score(language.goals.later(quotedGoal(goal), rating.by), value, day);
  });
}

/** A goal's own words in a sentence. */
function quotedGoal({ words }: Pick<Goal, 'words'>): string {
  return quotedPlain(words, LONGEST.goal);
}

/** Whether what the client reports and what the clinician appraises go to different fields. */
function keepsApart(shape: UpdateShape): boolean {
  return !SHAPES[shape].some(
    ({ roles }) => roles.includes('report') && roles.includes('appraisal'),
  );
}

function goalPieces(goal: GoalCourse, teller: Teller, apart: boolean): Piece[] {
  const { goals: words } = teller.language;
  const { status, closedOn, targetOn, agreedOn, untold = [] } = goal;
  const quoted = quotedGoal(goal);
  if (status !== 'open' && closedOn !== null) {
    return piece('appraisal', 'detail', words.closed(quoted, status, dayOf(teller, closedOn)));
  }
  const sets = apart ? BOTH.map((rater) => [rater]) : [BOTH];
  const rated = sets.flatMap((raters) => ratedPiece(goal, raters, teller));
  const target = targetOn === null ? null : words.target(quoted, dayOf(teller, targetOn));
  return [
    ...rated,
    ...piece(
      'report',
      'full',
      rated.length + untold.length > 0 ? null : words.unrated(quoted, dayOf(teller, agreedOn)),
    ),
    ...piece('next', 'outlook', target),
  ];
}

/** One sentence on the ratings of these; what only the clinician rated is an appraisal. */
function ratedPiece(goal: GoalCourse, raters: readonly Rater[], teller: Teller): Piece[] {
  const courses = raters.flatMap((by) => {
    const course = goal[by];
    return course === null ? [] : [{ by, course }];
  });
  if (courses.length === 0) return [];
  const priority: Priority = courses.some(({ course }) => course.isNew) ? 'progress' : 'detail';
  const said = courses.map(({ by, course }) => saidRatings(goal, by, course, teller));
  return piece(
    raters.includes('client') ? 'report' : 'appraisal',
    priority,
    teller.language.goals.rated(quotedGoal(goal), said),
  );
}

function saidRatings(
  goal: Pick<Goal, 'scale'>,
  by: Rater,
  { first, latest, change }: RaterCourse,
  teller: Teller,
): SaidRatings {
  return {
    by,
    latest: saidRating(goal, latest, teller),
    first: change === null ? null : saidRating(goal, first, teller),
  };
}

function saidRating(
  { scale }: Pick<Goal, 'scale'>,
  rating: GoalRating,
  teller: Teller,
): SaidRating {
  const level = levelWords(rating.value, scale);
  const quoted = level === null ? null : quotedPlain(level, LONGEST.level);
  return {
    value: teller.language.goals.value(rating.value, scale.kind, quoted),
    day: dayOf(teller, rating.on),
  };
}
