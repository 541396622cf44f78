import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BriefQuery, Candidate } from '#shared/contracts/procedures.ts';
import { subjectKey } from '../../local/subject-key.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import type { PanelActions } from '../actions.ts';
import { CandidateChoice } from './candidate-choice.tsx';
import { missingForLink } from './linkable.ts';

/** What the link flow does. */
export type LinkActions = Pick<PanelActions, 'candidates' | 'link'>;

/** Nobody is linked to this record yet: a person compares two identifiers and says who it is. */
export function LinkFlow({
  query,
  actions,
}: {
  readonly query: BriefQuery;
  readonly actions: LinkActions;
}) {
  const reply = useSignal<WorkerReply<readonly Candidate[]> | null>(null);
  const key = subjectKey(query);
  useEffect(() => {
    // The page may turn to somebody else while the server answers.
    let current = true;
    reply.value = null;
    const ask = async () => {
      const answer = await actions.candidates(query);
      if (current) reply.value = answer;
    };
    void ask();
    return () => {
      current = false;
    };
    // The key stands for the query: an equal reading must not ask again.
  }, [key, actions, reply]);
  return (
    <section class="section notice" aria-labelledby="link-title">
      <h1 id="link-title">Not linked yet</h1>
      <p>
        This record is not linked to a client of your caseload. Nothing is shown until a person has
        linked it, once.
      </p>
      <Found reply={reply.value} query={query} actions={actions} />
    </section>
  );
}

interface FoundProps {
  readonly reply: WorkerReply<readonly Candidate[]> | null;
  readonly query: BriefQuery;
  readonly actions: LinkActions;
}

function Found({ reply, query, actions }: FoundProps) {
  const missing = missingForLink(query.subject);
  if (missing !== null) return <p class="safe">{missing}</p>;
  if (reply === null) return <p role="status">Looking in your caseload…</p>;
  if (!reply.ok) return <p role="alert">{reply.message}</p>;
  if (reply.value.length === 0) {
    return (
      <p class="safe">
        No client of your caseload has this name or this birth date. If it should be there, ask your
        practice admin to add the client or assign them to you.
      </p>
    );
  }
  return (
    <ul class="stack">
      {reply.value.map((candidate) => (
        <li key={candidate.client.clientId}>
          <CandidateChoice candidate={candidate} query={query} actions={actions} />
        </li>
      ))}
    </ul>
  );
}
