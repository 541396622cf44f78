import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { EHR_NAMES, type EhrId } from '#shared/contracts/ehr.ts';
import type { ExternalScore } from '#shared/contracts/reading.ts';
import type { NotDrawn, ShownScores } from '#shared/measures/shown-by-ehr.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Section } from '../../ui/controls.tsx';

export { shownScores, withShown } from '#shared/measures/shown-by-ehr.ts';

const NOT_DRAWN_WORDS: Readonly<Record<NotDrawn, string>> = {
  unknownName: 'no measure of this name was answered here, so it is not drawn',
  otherScale: 'not on the scale of this measure, so it is not drawn',
};

/** What is said of the scores that the EHR itself shows: whose they are, and where they differ. */
export function ShownByEhr({
  shown: { points, notDrawn, differing },
  ehr,
  today,
}: {
  readonly shown: ShownScores;
  readonly ehr: EhrId;
  readonly today: CalendarDate;
}) {
  const count = points.length + notDrawn.length;
  if (count === 0) return null;
  const name = EHR_NAMES[ehr];
  return (
    <Section title={`Shown by ${name}`}>
      <p>
        {count === 1 ? '1 score' : `${count} scores`} on this page: shown by {name}, not checked by
        Throughline, and in no Update.
      </p>
      <ul class="stack">
        {differing.map(({ name: measure, score, own }) => (
          <li key={keyOf(score)} class="attention">
            {measure} on {dateSeenFrom(score.on, today)}: {name} shows {score.score}, Throughline
            scored {own} that day.
          </li>
        ))}
        {notDrawn.map(({ score, because }) => (
          <li key={keyOf(score)}>
            {score.measure} {score.score}
            {score.outOf === null ? '' : `/${score.outOf}`}, {dateSeenFrom(score.on, today)}:{' '}
            {NOT_DRAWN_WORDS[because]}.
          </li>
        ))}
      </ul>
    </Section>
  );
}

function keyOf({ measure, score, on }: ExternalScore): string {
  return `${measure} ${score} ${on}`;
}
