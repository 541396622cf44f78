import { dateInWords } from '#shared/contracts/calendar.ts';
import type { PartnerCourse, SharedMeasure } from '#shared/contracts/couple.ts';
import type { CouplePage, CouplePageReply } from '#shared/contracts/couple-procedures.ts';
import {
  gapInWords,
  NOTHING_SHARED,
  ownChangeInWords,
  standardsInWords,
  togetherInWords,
  wideningInWords,
} from '#shared/words/couples.ts';
import { Disclosure, Section } from '../../ui/controls.tsx';
import type { CoupleActions } from './actions.ts';
import { Agreement } from './agreement.tsx';

/** A couple of the caseload, as the server knows it from the page. */
export type ShownCouple = Extract<CouplePageReply, { is: 'couple' }>;

/** A couple's own record: what both agreed to share, side by side. */
export function CoupleView({
  shown,
  page,
  actions,
  onChanged,
}: {
  readonly shown: ShownCouple;
  readonly page: CouplePage;
  readonly actions: CoupleActions;
  readonly onChanged: () => void;
}) {
  const { names, view } = shown;
  return (
    <div class="scroll couple">
      <section class="section notice" aria-labelledby="couple-title">
        <h1 id="couple-title">{names.join(' and ')}</h1>
        <p class="soft">
          A couple’s record. Each is held against the own baseline. Nothing can be inserted here.
        </p>
      </section>
      {view.is === 'off' ? (
        <Section title="Shared">
          <p>{NOTHING_SHARED}</p>
        </Section>
      ) : (
        view.measures.map((measure) => (
          <SharedSection key={measure.measureId} measure={measure} names={names} />
        ))
      )}
      {view.is === 'off' ? null : <p class="section soft">Other measures are not shared.</p>}
      <Agreement couple={shown.couple} page={page} actions={actions} onChanged={onChanged} />
    </div>
  );
}

function SharedSection({
  measure,
  names,
}: {
  readonly measure: SharedMeasure;
  readonly names: ShownCouple['names'];
}) {
  const { name, partners, gap, together } = measure;
  const said = [wideningInWords(gap), togetherInWords(together)].filter((words) => words !== null);
  return (
    <Section title={name}>
      <table class="side-by-side">
        <thead>
          <tr>
            <th scope="col">Partner</th>
            <th scope="col">Newest</th>
            <th scope="col">Since the own baseline</th>
          </tr>
        </thead>
        <tbody>
          {partners.map((course, place) => (
            <tr key={course.clientId}>
              <th scope="row">{names[place]}</th>
              <td>{newestInWords(course, measure.outOf)}</td>
              <td>{sinceInWords(course)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{gapInWords(gap)}</p>
      {said.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <Disclosure summary="What this is judged by">
        <p>{standardsInWords(measure)}</p>
        <p>
          Two people’s scores differ by chance as two scores of one person do, so the same threshold
          serves. It says that ratings differ, not who is right.
        </p>
      </Disclosure>
    </Section>
  );
}

function newestInWords({ latest }: PartnerCourse, outOf: number | null): string {
  if (latest === null) return 'No score';
  const score = outOf === null ? `${latest.displayed}` : `${latest.displayed}/${outOf}`;
  return `${score}, ${dateInWords(latest.on, { year: true })}`;
}

function sinceInWords(course: PartnerCourse): string {
  const since =
    course.baselineOn === null ? '' : ` (${dateInWords(course.baselineOn, { year: true })})`;
  return `${ownChangeInWords(course)}${since}`;
}
