import { useSignal } from '@preact/signals';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { Tag } from '../../ui/controls.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { RecordActions } from './actions.ts';
import { type BaselineCandidate, baselineCandidates, choicesBehind } from './baselines.ts';
import type { RecordChange } from './changes.ts';
import { Wrong } from './wrong.tsx';

/** The scores of a line's present episode; one of them is what the later ones are compared with. */
export function BaselineChoice({
  trend,
  facts,
  actions,
}: {
  readonly trend: MeasureTrend;
  readonly facts: Pick<BriefFacts, 'episodes'>;
  readonly actions: Pick<RecordActions, 'change'>;
}) {
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const change = async (wanted: RecordChange, said: string) => {
    busy.value = true;
    problem.value = await actions.change(wanted, `Saved: ${trend.name} is compared with ${said}.`);
    busy.value = false;
  };
  const { baseline } = trend.trajectory;
  const chosen = choicesBehind(trend, facts);
  return (
    <div class="stack">
      <ul class="record-list">
        {baselineCandidates(trend).map((score) => (
          <li key={score.responseId}>
            <ScoreRow
              score={score}
              is={
                score.responseId !== baseline?.responseId
                  ? 'other'
                  : chosen.length > 0
                    ? 'chosen'
                    : 'first'
              }
              busy={busy.value}
              onUse={(said) =>
                void change({ what: 'chooseBaseline', responseId: score.responseId }, said)
              }
            />
          </li>
        ))}
      </ul>
      {chosen.length === 0 ? null : (
        <div>
          <TrustedButton
            weight="plain"
            disabled={busy.value}
            onPress={() =>
              void change(
                { what: 'clearBaselines', responseIds: chosen },
                'the first score of this episode again',
              )
            }
          >
            Back to the first score
          </TrustedButton>
        </div>
      )}
      <Wrong words={problem.value} />
    </div>
  );
}

const BASELINE_WORDS = { first: 'Baseline', chosen: 'Baseline, chosen' } as const;

function ScoreRow({
  score: { on, displayed },
  is,
  busy,
  onUse,
}: {
  readonly score: BaselineCandidate;
  readonly is: 'other' | keyof typeof BASELINE_WORDS;
  readonly busy: boolean;
  readonly onUse: (said: string) => void;
}) {
  const day = dateInWords(on, { year: true });
  return (
    <>
      <span>
        {day}: <strong class="number">{displayed}</strong>
      </span>
      {is === 'other' ? (
        <TrustedButton weight="quiet" disabled={busy} onPress={() => onUse(`${displayed}, ${day}`)}>
          Use as baseline <span class="only-heard">the score of {day}</span>
        </TrustedButton>
      ) : (
        <Tag tone="unknown">{BASELINE_WORDS[is]}</Tag>
      )}
    </>
  );
}
