import { useSignal } from '@preact/signals';
import type { Brief, BriefFacts } from '#shared/contracts/brief.ts';
import { Button } from '../../ui/controls.tsx';
import type { RecordActions } from './actions.ts';
import { BaselineChoice } from './baseline-choice.tsx';
import { baselineCandidates } from './baselines.ts';
import { SelectField } from './fields.tsx';

/** Which score of a measure the later ones are compared with. */
export function BaselineForm({
  brief,
  facts,
  actions,
}: {
  readonly brief: Pick<Brief, 'measures'>;
  readonly facts: BriefFacts;
  readonly actions: RecordActions;
}) {
  const chosen = useSignal<string | null>(null);
  const lines = brief.measures.filter((trend) => baselineCandidates(trend).length > 0);
  const trend = lines.find(({ measureId }) => measureId === chosen.value) ?? lines[0];
  return (
    <div class="record-form stack" role="group" aria-label="Baseline of a measure" tabIndex={-1}>
      <h3>Baseline of a measure</h3>
      {trend === undefined ? (
        <p>No measure has two scores in this episode of care yet.</p>
      ) : (
        <>
          <SelectField
            name="measure"
            label="Measure"
            hint="Later scores of this episode are compared with its first score, or with the one that you choose. A choice counts for every part of the same form."
            problem={null}
            value={trend.measureId}
            options={lines.map(({ measureId, name }) => ({ value: measureId, label: name }))}
            onFill={(measureId) => {
              chosen.value = measureId;
            }}
          />
          <BaselineChoice key={trend.measureId} trend={trend} facts={facts} actions={actions} />
        </>
      )}
      <div>
        <Button weight="quiet" onClick={() => actions.open(null)}>
          Close
        </Button>
      </div>
    </div>
  );
}
