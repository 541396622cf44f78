import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { WithheldMeasures } from '#shared/contracts/between-procedures.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import { notSavedInWords } from '../record/words.ts';
import type { SendingActions } from '../sending/actions.ts';

/** What is withheld from one client's own page, and how that is changed. */
interface WithheldState {
  /** Null until the server has said it. */
  readonly reply: WorkerReply<WithheldMeasures> | null;
  readonly readAgain: () => Promise<void>;
  /** Keeps a measure from the page or shows it again. Why not, in words; null when it was done. */
  readonly decide: (measureId: string, withheld: boolean) => Promise<string | null>;
}

/**
 * Asks when it is first drawn, after each change, and with each new brief: a colleague may decide too.
 * Nothing is asked while nobody could see it. Deciding the same twice is recorded once.
 */
export function useWithheld(
  { client: { clientId }, asOf }: Pick<Brief, 'client' | 'asOf'>,
  { ask }: Pick<SendingActions, 'ask'>,
  isUnfolded: boolean,
): WithheldState {
  const reply = useSignal<WorkerReply<WithheldMeasures> | null>(null);
  const readAgain = async () => {
    reply.value = await ask('clientPage.withheld', { clientId });
  };
  useEffect(() => {
    if (isUnfolded) void readAgain();
    // `readAgain` is made anew at each drawing, and is the same for the same client.
  }, [clientId, asOf, isUnfolded]);
  return {
    reply: reply.value,
    readAgain,
    async decide(measureId, withheld) {
      const changed = await ask('clientPage.withhold', { clientId, measureId, withheld });
      if (!changed.ok) return notSavedInWords(changed);
      await readAgain();
      return null;
    },
  };
}
