import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { Tag } from '../../ui/controls.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { RecordActions } from './actions.ts';
import { type BaselineCandidate, baselineCandidates, choicesBehind } from './baselines.ts';
import type { RecordChange } from './changes.ts';
import { Wrong } from './wrong.tsx';

interface BaselineChoiceProps {
  readonly trend: MeasureTrend;
  readonly facts: Pick<BriefFacts, 'episodes'>;
  readonly actions: Pick<RecordActions, 'change'>;
}

/** The scores of a line's present episode; one of them is what the later ones are compared with. */
export function BaselineChoice({ trend, facts, actions }: BaselineChoiceProps) {
  const list = useRef<HTMLUListElement>(null);
  const { busy, problem, done, change } = useChange(trend, actions, list);
  const { baseline } = trend.trajectory;
  const chosen = choicesBehind(trend, facts);
  const standingOf = ({ responseId }: BaselineCandidate) =>
    responseId !== baseline?.responseId ? 'other' : chosen.length > 0 ? 'chosen' : 'first';
  return (
    <div class="stack">
      <p class="soft">
        Later scores of this episode of care are compared with its first one, or with the one that
        you choose. A choice counts for every part of the same form.
      </p>
      <ul class="record-list" ref={list} tabIndex={-1} aria-label={`Baseline of ${trend.name}`}>
        {baselineCandidates(trend).map((score) => (
          <li key={score.responseId}>
            <ScoreRow
              score={score}
              is={standingOf(score)}
              busy={busy}
              onUse={(said) =>
                change({ what: 'chooseBaseline', responseId: score.responseId }, said)
              }
            />
          </li>
        ))}
      </ul>
      {chosen.length === 0 ? null : (
        <div>
          <TrustedButton
            weight="plain"
            disabled={busy}
            onPress={() => change({ what: 'clearBaselines', responseIds: chosen }, FIRST_AGAIN)}
          >
            Back to the first score
          </TrustedButton>
        </div>
      )}
      {done === null ? null : <p class="soft">{done}</p>}
      <Wrong words={problem} />
    </div>
  );
}

const FIRST_AGAIN = 'the first score of this episode again';

/** One change at a time, what became of it, and the keyboard kept in the list. */
function useChange(
  { name }: MeasureTrend,
  actions: BaselineChoiceProps['actions'],
  list: { readonly current: HTMLElement | null },
) {
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const done = useSignal<string | null>(null);
  const send = async (wanted: RecordChange, what: string) => {
    const said = `Saved: ${name} is compared with ${what}.`;
    busy.value = true;
    problem.value = await actions.change(wanted, said);
    done.value = problem.value === null ? said : null;
    busy.value = false;
    // What was pressed gives way to a word; nobody's keyboard is moved who writes in the page.
    if (done.value !== null && document.hasFocus()) list.current?.focus();
  };
  const change = (wanted: RecordChange, what: string) => void send(wanted, what);
  return { busy: busy.value, problem: problem.value, done: done.value, change };
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
