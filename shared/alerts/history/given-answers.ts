import type { AnswerOption, Item } from '../../contracts/items.ts';
import { choicesOf } from '../../instruments/choices.ts';
import { pointsOf } from '../../scoring/points.ts';
import type { AnswerHistory } from './answer-history.ts';

/** One answer as given, with what could have been answered. */
export interface GivenAnswer {
  readonly item: number;
  /** Never reversed. */
  readonly value: number;
  /** Whether it scores what is best for the client: fewest points where higher is worse. */
  readonly best: boolean;
  /** Distance between the highest and the lowest option. */
  readonly width: number;
}

/** How the newest form was filled in, as far as questions count in a score. */
export interface FilledForm {
  /** In printed order, blanks left out. */
  readonly given: readonly GivenAnswer[];
  /** Items that count in a score, answered or not. */
  readonly itemCount: number;
}

/** The answers of the newest form, for rules about how it was filled in. */
export function filledForm({ instrument, newest }: AnswerHistory): FilledForm {
  const counting = instrument.items.filter(({ scored }) => scored !== false);
  const reversed = new Set(instrument.reverseItems);
  const given = counting.flatMap((item): GivenAnswer[] => {
    const value = newest.answers[item.number - 1] ?? null;
    if (value === null) return [];
    const options = choicesOf(instrument, item);
    const values = options.map((option) => option.value);
    const best = bestPoints(options, item, { reversed, direction: instrument.direction });
    return [
      {
        item: item.number,
        value,
        best: pointsOf(options, value, reversed.has(item.number)) === best,
        width: Math.max(...values) - Math.min(...values),
      },
    ];
  });
  return { given, itemCount: counting.length };
}

/** The longest stretch of neighbouring answers with one value; the first of equally long ones. */
export function longestRun(given: readonly GivenAnswer[]): readonly GivenAnswer[] {
  let longest: GivenAnswer[] = [];
  let run: GivenAnswer[] = [];
  for (const answer of given) {
    run = run.at(-1)?.value === answer.value ? [...run, answer] : [answer];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}

/** Standard deviation of the answers as a share of the widest scale; 0 where there is no width. */
export function spreadOf(given: readonly GivenAnswer[]): number {
  const width = Math.max(0, ...given.map((answer) => answer.width));
  if (width === 0) return 0;
  const mean = given.reduce((sum, { value }) => sum + value, 0) / given.length;
  const squares = given.reduce((sum, { value }) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / given.length) / width;
}

function bestPoints(
  options: readonly AnswerOption[],
  { number }: Item,
  { reversed, direction }: { reversed: ReadonlySet<number>; direction: string },
): number {
  const points = options.map(({ value }) => pointsOf(options, value, reversed.has(number)));
  return direction === 'higherWorse' ? Math.min(...points) : Math.max(...points);
}
