import type { Brief, ClientIdentity } from '../../contracts/brief.ts';
import type { Goal, GoalScale } from '../../contracts/goal.ts';

/** What stands for a name. */
const LEFT_OUT = '…';

/**
 * The brief without the client's names in what people typed: names of own ratings and forms, events,
 * and goals. For whoever supervises; nothing else that an Update prints holds a name.
 */
export function anonymous(brief: Brief): Brief {
  const pattern = nameParts(brief.client);
  // Apart from their accents letters are compared, because people leave these out.
  const without = (typed: string) =>
    typed.normalize('NFD').replaceAll(pattern, LEFT_OUT).normalize('NFC');
  const bare = <Named extends { readonly name: string }>(named: Named): Named => ({
    ...named,
    name: without(named.name),
  });
  const ofGoal = <Words extends Pick<Goal, 'words' | 'scale'>>(goal: Words): Words => ({
    ...goal,
    words: without(goal.words),
    scale: withLevels(goal.scale, without),
  });
  const { measures, events, ownForms, goals, later } = brief;
  return {
    ...brief,
    measures: measures.map((line) => (isTyped(line) ? bare(line) : line)),
    events: events.map((event) => ({ ...event, label: without(event.label) })),
    ownForms: ownForms.map((form) => ({ ...form, title: without(form.title) })),
    goals: goals.map(ofGoal),
    later:
      later === null
        ? null
        : {
            ...later,
            scores: later.scores.map(bare),
            goalRatings: later.goalRatings.map(({ goal, rating }) => ({
              goal: ofGoal(goal),
              rating,
            })),
          },
  };
}

/** Levels of goal-attainment scaling, each in other words. */
function withLevels(scale: GoalScale, without: (typed: string) => string): GoalScale {
  if (scale.kind === 'zeroToTen') return scale;
  return { ...scale, levels: scale.levels.map(without) };
}

/** Whether somebody of the practice typed the line's name. */
function isTyped({ role }: Brief['measures'][number]): boolean {
  return role === 'own' || role === 'byHand';
}

/** Every part of every name, wherever it stands as a word, with any accents or none. */
function nameParts({ displayName, otherNames }: ClientIdentity): RegExp {
  const parts = [displayName, ...otherNames]
    .flatMap((name) => name.normalize('NFD').split(/[^\p{L}\p{M}]+/u))
    .map((part) => part.replaceAll(/\p{M}/gu, ''))
    .filter((part) => part.length > 1)
    .toSorted((one, other) => other.length - one.length)
    .map((part) => part.replaceAll(/\p{L}/gu, String.raw`$&\p{M}*`));
  // Without any part nothing may match.
  const either = parts.length === 0 ? '(?!)' : parts.join('|');
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${either})(?![\\p{L}\\p{M}])`, 'giu');
}
