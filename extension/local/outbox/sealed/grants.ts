import * as z from 'zod/mini';
import { instantOf } from '#shared/contracts/calendar.ts';
import { ok, type Result } from '#shared/contracts/result.ts';
import type { SealingGrant } from '#shared/contracts/sealed.ts';
import type { Failure } from '../../failure.ts';
import type { SignedIn } from '../../signed-in.ts';
import { createSlot, type StorageArea } from '../../slot.ts';
import { Author, isSameAuthor } from '../entries.ts';
import { KeptGrant } from './seal.ts';

/** Hours for which a grant is used: half an hour less than the server counts its ticket. */
const USED_FOR_HOURS = 11.5;

const MS_PER_HOUR = 3_600_000;

const Kept = z.object({ author: Author, grant: KeptGrant });

/** Asks a backend whom to seal to, in the name of one session and no other. */
export type AskForGrant = (as: SignedIn) => Promise<Result<SealingGrant, Failure>>;

/** Gives what to seal with in somebody's name. */
export type GrantOf = (who: SignedIn) => Promise<Result<KeptGrant, Failure>>;

/** What is sealed with, and whose it is. */
export interface Grants {
  readonly of: GrantOf;
  /** Nobody is signed in any more: what waits has its own. */
  readonly forget: () => Promise<void>;
}

/** What grants are kept with. */
export interface GrantDependencies {
  /** `storage.session`: a grant lets its holder write in somebody's name. */
  readonly area: StorageArea;
  readonly now: () => Date;
  readonly ask: AskForGrant;
}

/**
 * Keeps the grant of whoever is signed in, asked for while the server is there, so that there is one
 * when it is not. Where it can't be renewed, the old one is used as long as it is not run out.
 */
export function createGrants({ area, now, ask }: GrantDependencies): Grants {
  const slot = createSlot(area, 'sealingGrant', Kept);

  const of: GrantOf = async (who) => {
    const author = { backend: who.backend, staffId: who.staffId };
    const kept = await slot.read();
    const own = kept !== null && isSameAuthor(kept.author, author) ? kept.grant : null;
    const hours = own === null ? null : (now().getTime() - Date.parse(own.grantedAt)) / MS_PER_HOUR;
    if (own !== null && hours !== null && hours >= 0 && hours < USED_FOR_HOURS) return ok(own);
    const granted = await ask(who);
    // A clock that was set back: the server will remark on it, and the author is proven all the same.
    if (!granted.ok) return own !== null && hours !== null && hours < 0 ? ok(own) : granted;
    const grant = { ...granted.value, grantedAt: instantOf(now()) };
    await slot.write({ author, grant });
    return ok(grant);
  };
  return { of, forget: slot.clear };
}
