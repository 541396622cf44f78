import type { Instrument, ReliableChangeValue } from '#shared/contracts/instrument.ts';
import { defaultCutOff } from '#shared/instruments/registry.ts';
import { Disclosure } from '../../ui/controls.tsx';
import { PROVENANCE_WORDS } from '../alerts/rule-source.ts';

/** Where a measure's numbers come from: formula, population, paper, and whether it was read. */
export function MeasureSources({ known }: { readonly known: Instrument }) {
  const cutOff = defaultCutOff(known);
  return (
    <Disclosure summary="Where these numbers come from">
      <div class="stack">
        <p class="soft">
          {known.title}, version {known.version}. Answers about the past {known.recall.label}.
        </p>
        {known.reliableChange === null ? (
          <p>No source recommends a reliable-change value for it, so no change is judged.</p>
        ) : (
          <ChangeSource value={known.reliableChange} title="Reliable change" />
        )}
        <dl class="facts">
          <dt>Ranges</dt>
          <dd>
            {known.bands.map(({ label, min, max }) => `${label} ${min} to ${max}`).join(', ')}.{' '}
            {known.bandsSource} ({PROVENANCE_WORDS[known.bandsProvenance]}).
          </dd>
          {cutOff === null ? null : (
            <>
              <dt>Cut-off</dt>
              <dd>
                {cutOff.op === '>=' ? 'at least' : 'at most'} {cutOff.value}. {cutOff.source} (
                {PROVENANCE_WORDS[cutOff.provenance]}).
              </dd>
            </>
          )}
        </dl>
        {known.otherReliableChange.map((value) => (
          <ChangeSource
            key={`${value.value} ${value.source}`}
            value={value}
            title="Also in circulation, not used here"
          />
        ))}
        {known.cautions.map((caution) => (
          <p key={caution} class="soft">
            {caution}
          </p>
        ))}
      </div>
    </Disclosure>
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
          {value.value} points, {KIND_WORDS[value.kind]}
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
