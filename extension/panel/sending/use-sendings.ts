import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import { notSavedInWords } from '../record/words.ts';
import type { SendingActions } from './actions.ts';
import { afterReply, NOTHING_READ, type SendingsRead } from './reading.ts';

/** What is known about sending to one client, and how it is changed. */
export interface SendingState extends SendingsRead {
  /** What was done last, for who hears it. */
  readonly said: string | null;
  readonly readAgain: () => Promise<void>;
  /** Says what was done, and reads anew. */
  readonly done: (words: string) => Promise<void>;
  /**
   * Changes something and reads anew. Why it was not changed, in words; null when it was. `said` is
   * what is told then.
   */
  readonly change: (
    changing: () => Promise<WorkerReply<unknown>>,
    said: string,
  ) => Promise<string | null>;
}

/**
 * Asks when it is first drawn, after each change, and with each new brief: what tells that a message
 * left or was refused, or that a colleague paused, makes the panel read that too. Each asking is a look
 * on record, so there is none while nobody could see it.
 */
export function useSendings(
  { client: { clientId }, asOf }: BriefFacts,
  { ask }: Pick<SendingActions, 'ask'>,
  isUnfolded: boolean,
): SendingState {
  const read = useSignal(NOTHING_READ);
  const said = useSignal<string | null>(null);
  const asked = useRef(0);
  const readAgain = async () => {
    asked.current += 1;
    const mine = asked.current;
    const reply = await ask('plans.of', { clientId });
    // An answer to what was asked earlier is older, also where it comes later.
    if (asked.current === mine) read.value = afterReply(read.peek(), reply);
  };
  const done = async (words: string) => {
    said.value = words;
    await readAgain();
  };
  useEffect(() => {
    if (isUnfolded) void readAgain();
    // `readAgain` is made anew at each drawing, and is the same for the same client.
  }, [clientId, asOf, isUnfolded]);
  return {
    ...read.value,
    said: said.value,
    readAgain,
    done,
    async change(changing, words) {
      const changed = await changing();
      if (!changed.ok) return notSavedInWords(changed);
      await done(words);
      return null;
    },
  };
}
