import * as z from 'zod/mini';
import type { EhrId } from '#shared/contracts/ehr.ts';
import { PanelPlace } from '../../messages/daily.ts';
import { createInTurn } from '../in-turn.ts';
import { createSlot, type StorageArea } from '../slot.ts';

/** By EHR: its pages leave room in different places. */
const Places = z.record(z.string(), PanelPlace);

/** Where the panel stood last in each EHR. */
export interface PlaceStore {
  readonly of: (ehr: EhrId) => Promise<PanelPlace | null>;
  readonly keep: (ehr: EhrId, place: PanelPlace) => Promise<void>;
}

/** Keeps them in `storage.local`: a place on a screen is about no client and no clinician. */
export function createPlaceStore(local: StorageArea): PlaceStore {
  const slot = createSlot(local, 'panelPlaces', Places);
  const inTurn = createInTurn();
  return {
    of: async (ehr) => (await slot.read())?.[ehr] ?? null,
    keep: (ehr, place) => inTurn(async () => slot.write({ ...(await slot.read()), [ehr]: place })),
  };
}
