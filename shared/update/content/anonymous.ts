import type { Brief, ClientIdentity } from '../../contracts/brief.ts';

/** What stands for a name. */
const LEFT_OUT = '…';

/**
 * The brief without the client's names in what people typed: names of own ratings and events. For
 * whoever supervises; nothing else that an Update prints holds a name.
 */
export function anonymous(brief: Brief): Brief {
  const pattern = nameParts(brief.client);
  const bare = <Named extends { readonly name: string }>(named: Named): Named => ({
    ...named,
    name: named.name.replaceAll(pattern, LEFT_OUT),
  });
  const { measures, events, later } = brief;
  return {
    ...brief,
    measures: measures.map((line) => (isTyped(line) ? bare(line) : line)),
    events: events.map((event) => ({
      ...event,
      label: event.label.replaceAll(pattern, LEFT_OUT),
    })),
    later: later === null ? null : { ...later, scores: later.scores.map(bare) },
  };
}

/** Whether somebody of the practice typed the line's name. */
function isTyped({ role }: Brief['measures'][number]): boolean {
  return role === 'own' || role === 'byHand';
}

/** Every part of every name, wherever it stands as a word. */
function nameParts({ displayName, otherNames }: ClientIdentity): RegExp {
  const parts = [displayName, ...otherNames]
    .flatMap((name) => name.normalize('NFC').split(/[^\p{L}\p{M}]+/u))
    .filter((part) => part.length > 1)
    .toSorted((one, other) => other.length - one.length);
  // Without any part nothing may match.
  const either = parts.length === 0 ? '(?!)' : parts.join('|');
  return new RegExp(`(?<!\\p{L})(?:${either})(?!\\p{L})`, 'giu');
}
