import type { ComponentChildren } from 'preact';
import type { Brief, CheckIn } from '#shared/contracts/brief.ts';
import { Section } from '../../ui/controls.tsx';
import {
  doneInWords,
  missedInWords,
  outstandingInWords,
  undeliveredInWords,
  unfinishedInWords,
} from './completion-words.ts';

/** How the check-ins went, the missing ones in words: a blank is not a zero. */
export function CompletionSection({
  brief,
  children,
}: {
  readonly brief: Brief;
  /** What can be done about them. */
  readonly children: ComponentChildren;
}) {
  const { completion } = brief;
  // A half-finished one is also missed or outstanding; it is said once.
  const untouched = (checkIn: CheckIn) => !completion.unfinished.includes(checkIn);
  const lines = [
    ...completion.unfinished.map((checkIn) => unfinishedInWords(checkIn, brief)),
    ...completion.missed.filter(untouched).map((checkIn) => missedInWords(checkIn, brief)),
    ...completion.outstanding
      .filter(untouched)
      .map((checkIn) => outstandingInWords(checkIn, brief)),
    ...completion.undelivered.map((checkIn) => undeliveredInWords(checkIn, brief)),
  ];
  return (
    <Section title="Check-ins">
      <p class="sentence">{doneInWords(completion)}.</p>
      <ul>
        {lines.map((words) => (
          <li key={words} class="soft">
            {words}
          </li>
        ))}
      </ul>
      {children}
    </Section>
  );
}
