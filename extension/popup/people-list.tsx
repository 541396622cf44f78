import type { ComponentChildren } from 'preact';
import { reasonsFor, urgencyOf } from '#shared/caseload/reasons.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { WaitingByRule } from '#shared/contracts/caseload.ts';
import { Tag } from '../ui/controls.tsx';

/** One line of a list: who it is, and every reason for their place, each with its rule. */
export function Person({
  name,
  beside,
  waiting,
  today,
  facts = [],
}: {
  readonly name: string;
  /** A second identifier, or when they come. */
  readonly beside: string | null;
  readonly waiting: WaitingByRule;
  readonly today: CalendarDate;
  /** What else is known of them, in words. */
  readonly facts?: readonly string[];
}) {
  const urgency = urgencyOf(waiting);
  const reasons = reasonsFor(waiting, today);
  return (
    <li class={`person ${urgency}`}>
      <p>
        <strong>{name}</strong> {urgency === 'first' ? <Tag tone="risk">Look first</Tag> : null}
      </p>
      {beside === null ? null : <p class="soft">{beside}</p>}
      {reasons.length === 0 ? null : (
        <ul class="reasons">
          {reasons.map(({ rule, words }) => (
            <li key={rule.name}>
              {words} <span class="soft rule">rule {rule.number}</span>
            </li>
          ))}
        </ul>
      )}
      {facts.length === 0 ? null : <p class="soft">{facts.join(' · ')}</p>}
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
