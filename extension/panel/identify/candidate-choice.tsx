import { useSignal } from '@preact/signals';
import type { BriefQuery, Candidate } from '#shared/contracts/procedures.ts';
import type { PanelActions } from '../actions.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import { Comparison } from './comparison.tsx';
import { linkable } from './linkable.ts';

/** One client that could be meant, beside what the page shows. */
export function CandidateChoice({
  candidate,
  query,
  actions,
}: {
  readonly candidate: Candidate;
  readonly query: BriefQuery;
  readonly actions: Pick<PanelActions, 'link'>;
}) {
  const confirmed = useSignal(false);
  const problem = useSignal<string | null>(null);
  const can = linkable(candidate);
  const { displayName } = candidate.client;
  const link = async () => {
    const reply = await actions.link(query, candidate, can === 'confirmName');
    problem.value = reply.ok ? null : reply.message;
  };
  return (
    <div class="candidate stack">
      <Comparison subject={query.subject} client={candidate.client} />
      {can === 'confirmName' ? (
        <label class="row">
          <input
            type="checkbox"
            checked={confirmed.value}
            onChange={(event) => {
              confirmed.value = event.currentTarget.checked;
            }}
          />
          <span class="grow">
            I know that “{query.subject.name}” is another name of {displayName}.
          </span>
        </label>
      ) : null}
      {can === 'no' ? (
        <p class="soft">Birth dates differ: this can’t be linked.</p>
      ) : (
        <div>
          <TrustedButton
            weight="main"
            disabled={can === 'confirmName' && !confirmed.value}
            onPress={() => void link()}
          >
            This is {displayName}: link
          </TrustedButton>
        </div>
      )}
      {problem.value === null ? null : <p role="alert">{problem.value}</p>}
    </div>
  );
}
