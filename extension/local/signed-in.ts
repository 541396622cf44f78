import type { StaffId } from '#shared/contracts/ids.ts';
import type { WhoAmI } from '#shared/contracts/procedures.ts';
import { type Result, refuse } from '#shared/contracts/result.ts';
import { type Failure, failure } from './failure.ts';
import type { Rpc } from './rpc.ts';
import type { Session } from './session.ts';

/** One session: where it is valid, and the token that proves it. */
export interface SessionProof {
  readonly backend: string;
  readonly token: string;
}

/** Somebody of whom it is known who they are. */
export interface SignedIn extends SessionProof {
  readonly staffId: StaffId;
}

/** Who uses the browser now. */
export interface SignedInPerson {
  /** Asks the backend who it is. */
  readonly ask: () => Promise<Result<WhoAmI, Failure>>;
  /** Who it is, without asking where the backend has said so before; refused when nobody can tell. */
  readonly now: () => Promise<Result<SignedIn, Failure>>;
  /** Who it is, as far as this browser knows: nobody is asked. Null when it does not know. */
  readonly known: () => Promise<SignedIn | null>;
}

/** What it is found out with. */
export interface SignedInDependencies {
  readonly backend: () => Promise<Result<string, Failure>>;
  readonly session: Session;
  /** Calls the backend in the name of one session and no other. */
  readonly rpcAs: (proof: SessionProof) => Rpc;
}

/** Remembers with the token whose it is, so that it is known while the backend can't be asked. */
export function createSignedInPerson(dependencies: SignedInDependencies): SignedInPerson {
  const { session, rpcAs } = dependencies;

  async function proof(): Promise<
    Result<SessionProof & { staffId?: StaffId | undefined }, Failure>
  > {
    const backend = await dependencies.backend();
    if (!backend.ok) return backend;
    const held = await session.heldFor(backend.value);
    return held === null ? refuse(failure('signedOut')) : { ok: true, value: held };
  }

  async function askAs(asking: SessionProof): Promise<Result<WhoAmI, Failure>> {
    const who = await rpcAs(asking)('session.whoAmI', undefined);
    if (!who.ok || (await session.identify(asking.token, who.value.staffId))) return who;
    // Somebody else signed in, or nobody is signed in any more, while this was asked.
    return refuse(failure('signedOut'));
  }

  return {
    async ask() {
      const asking = await proof();
      return asking.ok ? askAs(asking.value) : asking;
    },
    async now() {
      const asking = await proof();
      if (!asking.ok) return asking;
      const { backend, token, staffId } = asking.value;
      if (staffId !== undefined) return { ok: true, value: { backend, token, staffId } };
      const who = await askAs(asking.value);
      return who.ok ? { ok: true, value: { backend, token, staffId: who.value.staffId } } : who;
    },
    async known() {
      const held = await proof();
      if (!held.ok || held.value.staffId === undefined) return null;
      const { backend, token, staffId } = held.value;
      return { backend, token, staffId };
    },
  };
}
