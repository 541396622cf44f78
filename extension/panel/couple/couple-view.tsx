import type { ComponentChildren } from 'preact';
import { dateInWords } from '#shared/contracts/calendar.ts';
import type { SharedMeasure } from '#shared/contracts/couple.ts';
import type { CouplePage, CouplePageReply } from '#shared/contracts/couple-procedures.ts';
import {
  gapInWords,
  NOTHING_SHARED,
  newestInWords,
  ownChangeInWords,
  peopleOf,
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
  update,
}: {
  readonly shown: ShownCouple;
  readonly page: CouplePage;
  readonly actions: CoupleActions;
  readonly onChanged: () => void;
  /** The text of what is shown, and its Copy. */
  readonly update: ComponentChildren;
}) {
  const { people, view } = shown;
  return (
    <div class="scroll couple">
      <section class="section notice" aria-labelledby="couple-title">
        <h1 id="couple-title">{people.map(({ displayName }) => displayName).join(' and ')}</h1>
        <p>{people.map(bornInWords).join(', ')}</p>
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
          <SharedSection key={measure.measureId} measure={measure} people={people} />
        ))
      )}
      {view.is === 'off' ? null : <p class="section soft">Other measures are not shared.</p>}
      {update}
      <Agreement couple={shown.couple} page={page} actions={actions} onChanged={onChanged} />
    </div>
  );
}

function SharedSection({
  measure,
  people,
}: {
  readonly measure: SharedMeasure;
  readonly people: ShownCouple['people'];
}) {
  const { name, partners, gap, together } = measure;
  const inOrder = peopleOf(measure, people);
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
              <th scope="row">
                <Partner person={inOrder[place]} />
              </th>
              <td>{newestInWords(course, measure.outOf)}</td>
              <td>{ownChangeInWords(course)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{gapInWords(measure, people)}</p>
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

function bornInWords({ displayName, birthDate }: ShownCouple['people'][number]): string {
  return `${displayName} born ${dateInWords(birthDate, { year: true })}`;
}

/** Two identifiers, wherever a score stands beside a name. */
function Partner({ person }: { readonly person: ShownCouple['people'][number] | undefined }) {
  if (person === undefined) return null;
  return (
    <>
      {person.displayName}
      <span class="soft born">{`born ${dateInWords(person.birthDate, { year: true })}`}</span>
    </>
  );
}
