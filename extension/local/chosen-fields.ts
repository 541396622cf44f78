import * as z from 'zod/mini';
import { EhrId } from '#shared/contracts/ehr.ts';
import { ok, type Result } from '#shared/contracts/result.ts';
import {
  type ChosenField,
  FieldPlace,
  type LabelsOfNote,
  type TemplateOfNote,
} from '../messages/worker.ts';
import type { Failure } from './failure.ts';
import { hexOf } from './hex.ts';
import { createInTurn } from './in-turn.ts';
import type { SignedInPerson } from './signed-in.ts';
import { createSlot, type StorageArea } from './slot.ts';

/** How many choices one browser keeps; the one made longest ago is forgotten. */
export const MOST_FIELDS = 100;

/** SHA-256 in hex. */
const Digest = z.string().check(z.regex(/^[\da-f]{64}$/));

/** One choice, with the digests of the template's name and the field's label. */
const KeptField = z.object({
  staffId: z.string(),
  ehr: EhrId,
  template: Digest,
  label: Digest,
  position: FieldPlace.shape.position,
});
type KeptField = z.infer<typeof KeptField>;

/** The fields that clinicians of this browser chose by a click, by EHR and template. */
export interface ChosenFieldStore {
  /** Of whoever is signed in; null when they chose none for this template, or it has none so labelled. */
  readonly read: (note: LabelsOfNote) => Promise<Result<FieldPlace | null, Failure>>;
  readonly keep: (chosen: ChosenField) => Promise<Result<null, Failure>>;
  readonly forget: (note: TemplateOfNote) => Promise<Result<null, Failure>>;
}

/** What choices are kept with. */
export interface ChosenFieldDependencies {
  readonly local: StorageArea;
  readonly person: SignedInPerson['now'];
  readonly crypto: Crypto;
}

/**
 * Keeps them in `storage.local`. A form is the practice's own and may be called anything, a client's name
 * too: of its words only digests lie on the disk, to be compared with what a note says.
 */
export function createChosenFieldStore(dependencies: ChosenFieldDependencies): ChosenFieldStore {
  const { local, person, crypto } = dependencies;
  const slot = createSlot(local, 'chosenFields', z.array(KeptField));
  const inTurn = createInTurn();

  async function templateOf(staffId: string, { ehr, template }: TemplateOfNote) {
    const digest = await digestOf(crypto, [staffId, 'template', template]);
    return {
      digest,
      isOf: (one: KeptField) =>
        one.staffId === staffId && one.ehr === ehr && one.template === digest,
    };
  }

  /** Takes the choice for a template away, and puts another one in its place. */
  async function put(
    note: TemplateOfNote,
    place: FieldPlace | null,
  ): Promise<Result<null, Failure>> {
    const who = await person();
    if (!who.ok) return who;
    const { staffId } = who.value;
    const { digest: template, isOf } = await templateOf(staffId, note);
    const label = place && (await digestOf(crypto, [staffId, 'label', place.label]));
    await inTurn(async () => {
      const all = ((await slot.read()) ?? []).filter((one) => !isOf(one));
      if (place !== null && label !== null)
        all.push({ staffId, ehr: note.ehr, template, label, position: place.position });
      await slot.write(all.slice(-MOST_FIELDS));
    });
    return ok(null);
  }

  /** What is there and no list of digests lies there in plain words, and goes. */
  const readAll = () =>
    inTurn(async () => {
      const all = await slot.read();
      if (all === null) await slot.clear();
      return all ?? [];
    });

  return {
    async read(note) {
      const who = await person();
      if (!who.ok) return who;
      const { staffId } = who.value;
      const kept = (await readAll()).find((await templateOf(staffId, note)).isOf);
      if (kept === undefined) return ok(null);
      const digests = await Promise.all(
        note.labels.map((label) => digestOf(crypto, [staffId, 'label', label])),
      );
      const label = note.labels[digests.indexOf(kept.label)];
      return ok(label === undefined ? null : { label, position: kept.position });
    },
    keep: (chosen) => put(chosen, chosen),
    forget: (note) => put(note, null),
  };
}

/** The digest of some words; whose they are goes in, so that two people's are not equal. */
async function digestOf({ subtle }: Crypto, words: readonly string[]): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(words));
  return hexOf(await subtle.digest('SHA-256', text));
}
