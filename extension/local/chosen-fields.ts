import * as z from 'zod/mini';
import { ok, type Result } from '#shared/contracts/result.ts';
import { ChosenField, type FieldPlace, type TemplateOfNote } from '../messages/worker.ts';
import type { Failure } from './failure.ts';
import { createInTurn } from './in-turn.ts';
import type { SignedInPerson } from './signed-in.ts';
import { createSlot, type StorageArea } from './slot.ts';

/** How many choices one browser keeps; the one made longest ago is forgotten. */
export const MOST_FIELDS = 100;

/** Choices with their `StaffId`, the last one at the end. */
const Kept = z.array(z.object({ staffId: z.string(), ...ChosenField.shape }));

/** The fields that clinicians of this browser chose by a click, by EHR and template. */
export interface ChosenFieldStore {
  /** Of whoever is signed in; null when they chose none for this template. */
  readonly read: (note: TemplateOfNote) => Promise<Result<FieldPlace | null, Failure>>;
  readonly keep: (chosen: ChosenField) => Promise<Result<null, Failure>>;
  readonly forget: (note: TemplateOfNote) => Promise<Result<null, Failure>>;
}

/**
 * Keeps them in `storage.local`: a label and a place of the EHR's own form, about no client and never
 * anything that stands in a note.
 */
export function createChosenFieldStore({
  local,
  person,
}: {
  readonly local: StorageArea;
  readonly person: SignedInPerson['now'];
}): ChosenFieldStore {
  const slot = createSlot(local, 'chosenFields', Kept);
  const inTurn = createInTurn();

  /** Takes the choice for a template away, and puts another one in its place. */
  async function put(
    { ehr, template }: TemplateOfNote,
    chosen: ChosenField | null,
  ): Promise<Result<null, Failure>> {
    const who = await person();
    if (!who.ok) return who;
    const { staffId } = who.value;
    await inTurn(async () => {
      const others = ((await slot.read()) ?? []).filter(
        (one) => one.staffId !== staffId || one.ehr !== ehr || one.template !== template,
      );
      const all = chosen === null ? others : [...others, { staffId, ...chosen }];
      await slot.write(all.slice(-MOST_FIELDS));
    });
    return ok(null);
  }

  return {
    async read({ ehr, template }) {
      const who = await person();
      if (!who.ok) return who;
      const { staffId } = who.value;
      const kept = ((await slot.read()) ?? []).find(
        (one) => one.staffId === staffId && one.ehr === ehr && one.template === template,
      );
      return ok(kept === undefined ? null : { label: kept.label, position: kept.position });
    },
    keep: (chosen) => put(chosen, chosen),
    forget: (note) => put(note, null),
  };
}
