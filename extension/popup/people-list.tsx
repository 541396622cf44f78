import type { ComponentChildren } from 'preact';
import { Tag } from '../ui/controls.tsx';
import { type Counts, urgencyOf, whyInWords } from './urgency.ts';

/** One line of a list: who it is, and why they need a look. */
export function Person({
  name,
  beside,
  counts,
}: {
  readonly name: string;
  /** A second identifier, or when they come. */
  readonly beside: string | null;
  readonly counts: Counts;
}) {
  const urgency = urgencyOf(counts);
  const why = whyInWords(counts);
  return (
    <li class={`person ${urgency}`}>
      <p>
        <strong>{name}</strong> {urgency === 'first' ? <Tag tone="risk">Look first</Tag> : null}
      </p>
      {beside === null ? null : <p class="soft">{beside}</p>}
      {why.length === 0 ? null : <p>{why.join(', ')}</p>}
    </li>
  );
}

/** One line about somebody of whom nothing is told, and why not. */
export function Untold({
  name,
  beside,
  children,
}: {
  readonly name: string;
  readonly beside: string | null;
  readonly children: ComponentChildren;
}) {
  return (
    <li class="person">
      <p>
        <strong>{name}</strong>
      </p>
      <p class="soft">
        {beside === null ? null : `${beside} · `}
        {children}
      </p>
    </li>
  );
}
