import type { Instrument } from '#shared/contracts/instrument.ts';
import type { ReliableChangeValue } from '#shared/contracts/thresholds.ts';
import { PROVENANCE_WORDS } from '../words/provenance.ts';
import { cutOffSaid, rangesSaid } from './threshold-words.ts';

/** Where a measure's numbers come from: formula, population, paper, and whether it was read. */
export function MeasureSources({ known }: { readonly known: Instrument }) {
  const remarks = [...known.cautions, ...known.unsettled.map((open) => `Not settled: ${open}`)];
  return (
    <div class="stack">
      <p class="soft">
        {known.title}, version {known.version}. Answers are about: {known.recall.label}.
      </p>
      {known.reliableChange === null ? (
        <p>No source recommends a reliable-change value for it, so no change is judged.</p>
      ) : (
        <ChangeSource value={known.reliableChange} title="Reliable change" />
      )}
      <dl class="facts">
        <dt>Ranges</dt>
        <dd>{rangesSaid(known)}</dd>
        {known.cutOffs.length === 0 ? null : <dt>Cut-offs</dt>}
        {known.cutOffs.map((cutOff) => (
          <dd key={cutOffSaid(cutOff)}>{cutOffSaid(cutOff)}</dd>
        ))}
      </dl>
      {known.otherReliableChange.map((value) => (
        <ChangeSource
          key={`${value.value} ${value.subscale} ${value.reliability} ${value.source}`}
          value={value}
          title="Also in circulation, not used here"
        />
      ))}
      {remarks.map((remark) => (
        <p key={remark} class="soft">
          {remark}
        </p>
      ))}
    </div>
  );
}

const KIND_WORDS = {
  published: 'published as whole points; a change of at least this size counts',
  computed: '1.96 × standard deviation × √2 × √(1 − reliability), rounded up (Jacobson and Truax)',
  borrowed: 'borrowed from a closely related measure',
} as const;

function ChangeSource({
  value,
  title,
}: {
  readonly value: ReliableChangeValue;
  readonly title: string;
}) {
  return (
    <div>
      <p>
        <strong>{title}</strong>
      </p>
      <dl class="facts">
        <dt>Value</dt>
        <dd class="number">
          {value.value} points{value.subscale === undefined ? '' : ` of ${value.subscale}`},{' '}
          {KIND_WORDS[value.kind]}
        </dd>
        <dt>Basis</dt>
        <dd>{value.basis}</dd>
        <dt>Level</dt>
        <dd>{value.level}</dd>
        <dt>People</dt>
        <dd>{value.population}</dd>
        <dt>Deviation</dt>
        <dd class="number">{value.sd ?? 'not stated'}</dd>
        <dt>Reliability</dt>
        <dd class="number">
          {value.reliability ?? 'not stated'}
          {value.reliabilityKind === null ? '' : `, ${value.reliabilityKind}`}
        </dd>
        <dt>Source</dt>
        <dd>
          {value.source} ({PROVENANCE_WORDS[value.provenance]})
        </dd>
      </dl>
    </div>
  );
}
