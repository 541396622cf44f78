import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ClientIdentity } from '#shared/contracts/brief.ts';
import { dateInWords } from '#shared/contracts/calendar.ts';
import type { OwnSharing, SharingOf } from '#shared/contracts/couple-procedures.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import { useUnfolded } from '../on-demand/use-unfolded.ts';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { CoupleActions } from './actions.ts';

interface OwnSharingProps {
  readonly client: ClientIdentity;
  readonly actions: CoupleActions;
}

/** What the client on screen agreed to share, to be taken back at their word. Nothing of the partner. */
export function OwnSharingView({ client, actions }: OwnSharingProps) {
  const reply = useSignal<WorkerReply<SharingOf> | null>(null);
  const { clientId } = client;
  const { ref, isUnfolded } = useUnfolded();
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await actions.sharingOf(clientId);
      if (current) reply.value = answer;
    };
    // Each asking is a look on record: none while nobody could see it.
    if (isUnfolded) void ask();
    return () => {
      current = false;
    };
    // The client may take a consent back on their phone while this stands here.
  }, [clientId, actions, reply, isUnfolded, actions.renewed.value]);
  return (
    <div ref={ref}>
      <Answered reply={reply} client={client} actions={actions} />
    </div>
  );
}

function Answered({
  reply,
  client,
  actions,
}: OwnSharingProps & { readonly reply: Signal<WorkerReply<SharingOf> | null> }) {
  const answer = reply.value;
  if (answer === null) return <p role="status">Asking…</p>;
  if (!answer.ok) return <Wrong words={answer.message} />;
  if (answer.value === null) {
    return <p>In no couple. A couple is set up on the couple’s own record.</p>;
  }
  const taken = (consentId: string) => {
    if (answer.value === null) return;
    const consents = answer.value.consents.filter((one) => one.consentId !== consentId);
    reply.value = { ok: true, value: { ...answer.value, consents } };
  };
  return <Consents sharing={answer.value} client={client} actions={actions} onTaken={taken} />;
}

function Consents({
  sharing: { since, consents },
  client,
  actions,
  onTaken,
}: OwnSharingProps & {
  readonly sharing: OwnSharing;
  readonly onTaken: (consentId: string) => void;
}) {
  const problem = useSignal<string | null>(null);
  const revoke = async ({ consentId }: OwnSharing['consents'][number]) => {
    const reply = await actions.revoke(client.clientId, consentId);
    problem.value = reply.ok ? null : reply.message;
    if (reply.ok) onTaken(consentId);
  };
  return (
    <div class="stack">
      <p>{`In care as one of a couple since ${dateInWords(since, { year: true })}.`}</p>
      {consents.length === 0 ? (
        <p>Agreed to share nothing. Only the client can agree, on their own page.</p>
      ) : null}
      <ul class="record-list">
        {consents.map((consent) => (
          <li key={consent.consentId}>
            <span>
              {`Agreed to share ${consent.name} until ${dateInWords(consent.expiresOn, { year: true })}. `}
            </span>
            <TrustedButton weight="quiet" onPress={() => void revoke(consent)}>
              {`Take back ${consent.name}`}
            </TrustedButton>
          </li>
        ))}
      </ul>
      <p class="soft">Taking back works at once. The partner is not told.</p>
      <Wrong words={problem.value} />
    </div>
  );
}
