import type { Brief, CheckIn } from '#shared/contracts/brief.ts';
import { instrument } from '#shared/instruments/registry.ts';
import { answerLabel } from '#shared/scoring/labels.ts';
import { measureName } from '#shared/words/measures.ts';
import { momentSeenFrom } from '#shared/words/moments.ts';
import { Section, Tag } from '../../ui/controls.tsx';

/** Risk answers on forms that were never sent: no rule has seen them, so a person must. */
export function UnsentRisk({ brief }: { readonly brief: Brief }) {
  const cards = brief.completion.unfinished.flatMap((checkIn) => {
    const { unsentRiskAnswer } = checkIn;
    return unsentRiskAnswer === null ? [] : [{ checkIn, answer: unsentRiskAnswer }];
  });
  if (cards.length === 0) return null;
  return (
    <Section title="Risk answer on a form not sent">
      <ul class="stack">
        {cards.map(({ checkIn, answer }) => (
          <li key={checkIn.administrationId}>
            <UnsentCard checkIn={checkIn} answer={answer} brief={brief} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface UnsentCardProps {
  readonly checkIn: CheckIn;
  readonly answer: NonNullable<CheckIn['unsentRiskAnswer']>;
  readonly brief: Brief;
}

function UnsentCard({ checkIn, answer, brief }: UnsentCardProps) {
  const { instrumentId } = checkIn;
  const { timeZone, asOfDate } = brief;
  const { item, value, answeredAt } = answer;
  const known = instrument(instrumentId);
  const label = (known === null ? null : answerLabel(known, item, value)) ?? String(value);
  return (
    <article class="alert risk">
      <h3>
        <span class="whole">
          {measureName(instrumentId)} item {item}
        </span>{' '}
        <Tag tone="risk">Not judged</Tag>
      </h3>
      <p>
        “{label}”, {momentSeenFrom(answeredAt, timeZone, asOfDate)}.
      </p>
      <p class="soft">
        The client has not sent this form. No rule looks at it before that, so no alert was opened.
      </p>
    </article>
  );
}
