import { useSignal } from '@preact/signals';
import type { Brief } from '#shared/contracts/brief.ts';
import { dateInZone } from '#shared/contracts/calendar.ts';
import type { ClientTopic } from '#shared/contracts/client-page.ts';
import { dateSeenFrom } from '#shared/words/moments.ts';
import { Section } from '../../ui/controls.tsx';
import { notSavedInWords } from '../record/words.ts';
import { Wrong } from '../record/wrong.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { GoalActions } from './actions.ts';

interface TopicProps {
  readonly brief: Brief;
  readonly actions: Pick<GoalActions, 'closeTopic' | 'owner'>;
  readonly say: (words: string) => void;
}

/** What the client wants to talk about, in the client's words; nothing where there is nothing. */
export function Topics({ brief, ...rest }: TopicProps) {
  if (brief.topics.length === 0) return null;
  return (
    <Section title="The client wants to talk about">
      <p class="soft">In the client’s words. No rule reads them, and they go into no note.</p>
      <ul class="stack">
        {brief.topics.map((topic) => (
          <Topic key={topic.topicId} topic={topic} brief={brief} {...rest} />
        ))}
      </ul>
    </Section>
  );
}

function Topic({ topic, brief, actions, say }: TopicProps & { readonly topic: ClientTopic }) {
  const busy = useSignal(false);
  const problem = useSignal<string | null>(null);
  const { topicId, words, saidAt } = topic;
  const close = async () => {
    const owner = actions.owner();
    if (owner === null) return;
    busy.value = true;
    const reply = await actions.closeTopic({ clientId: owner.clientId, topicId });
    busy.value = false;
    problem.value = reply.ok ? null : notSavedInWords(reply);
    if (reply.ok) say('Marked as talked about.');
  };
  const day = dateSeenFrom(dateInZone(saidAt, brief.timeZone), brief.asOfDate);
  return (
    <li class="own-words">
      <figure>
        <figcaption class="soft">Written by the client, {day}</figcaption>
        <blockquote>“{words}”</blockquote>
      </figure>
      <TrustedButton weight="quiet" disabled={busy.value} onPress={() => void close()}>
        Talked about
      </TrustedButton>
      <Wrong words={problem.value} />
    </li>
  );
}
