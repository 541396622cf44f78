import { createInTurn } from '../in-turn.ts';
import { createSlot, type StorageArea } from '../slot.ts';
import { EMPTY_OUTBOX, OutboxState } from './entries.ts';

/** The outbox as it lies in storage. */
export interface KeptState {
  readonly read: () => Promise<OutboxState>;
  /** Makes one change, after those before it; resolves with what is kept once it is written. */
  readonly change: (edit: (state: OutboxState) => OutboxState) => Promise<OutboxState>;
}

/** Keeps the outbox in one place of a storage area, so that each change is whole or not made. */
export function createKeptState(area: StorageArea): KeptState {
  const slot = createSlot(area, 'outbox', OutboxState);
  const inTurn = createInTurn();
  const read = async () => (await slot.read()) ?? EMPTY_OUTBOX;
  return {
    read,
    change: (edit) =>
      inTurn(async () => {
        const before = await read();
        const after = edit(before);
        if (after !== before) await slot.write(after);
        return after;
      }),
  };
}
