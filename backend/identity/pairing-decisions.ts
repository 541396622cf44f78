import type { PairingRefusedBecause } from '#backend/audit/events.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { asResult } from './api-refusal.ts';
import type { Asker } from './asker.ts';
import { type Counter, countTry } from './counted.ts';
import type { IdentityParts } from './parts.ts';
import type { Visitor } from './sign-in.ts';

/** What a member of staff decides about a pairing. */
export interface PairingDecision {
  readonly userCode: string;
  readonly approve: boolean;
}

/** Why a decision has no effect. */
export type DecisionRefusal =
  /** No such code, run out, or decided before. */
  | { readonly reason: 'notOpen' }
  /** Not even looked at; in so many seconds it will be. */
  | { readonly reason: 'tooMany'; readonly seconds: number };

/** What staff decide about pairings on our own page. */
export interface PairingDecisions {
  /** Approves or denies. */
  readonly decidePairing: (
    visitor: Visitor,
    cookie: string,
    decision: PairingDecision,
    asker: Asker,
  ) => Promise<Result<null, DecisionRefusal>>;
}

/** Builds the decisions. Each is written down, and so is each code that was not open. */
export function createPairingDecisions(parts: IdentityParts): PairingDecisions {
  const decide = deciding(parts);
  return {
    async decidePairing({ email, session }, cookie, decision, { requestId, source }) {
      const recordRefused = (because: PairingRefusedBecause) =>
        parts.record(session, requestId, {
          action: 'extension.refused',
          clientId: null,
          subject: { because },
        });
      const counted = await countTry(countersOf(parts, email, source));
      if (!counted.ok) {
        const { begins, seconds } = counted.refusal;
        if (begins) await recordRefused('tooManyTries');
        return refuse({ reason: 'tooMany', seconds });
      }
      if (!(await decide(new Headers({ cookie }), decision))) {
        await recordRefused('notOpen');
        return refuse({ reason: 'notOpen' });
      }
      const action = decision.approve ? 'extension.approved' : 'extension.denied';
      await parts.record(session, requestId, { action, clientId: null, subject: {} });
      await counted.value.takeBack();
      return ok(null);
    },
  };
}

/** Puts a decision to better-auth; false when the code is not open. */
function deciding({ accounts }: IdentityParts) {
  return async (headers: Headers, { userCode, approve }: PairingDecision): Promise<boolean> => {
    // The first to look at a code becomes the only one who may decide on it.
    const query = { user_code: userCode };
    const claimed = await asResult(accounts.api.deviceVerify({ query, headers }));
    if (!claimed.ok) return false;
    const body = { userCode };
    const decided = await asResult(
      approve
        ? accounts.api.deviceApprove({ body, headers })
        : accounts.api.deviceDeny({ body, headers }),
    );
    return decided.ok;
  };
}

function countersOf(
  { limits, fingerprint }: IdentityParts,
  email: string,
  source: string | null,
): readonly Counter[] {
  const account: Counter = [limits.decideByAccount, fingerprint('address', email)];
  if (source === null) return [account];
  return [account, [limits.decideBySource, fingerprint('source', source)]];
}
