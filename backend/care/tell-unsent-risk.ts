import type { LeftForm } from '#backend/store/administrations.ts';
import type { CareRepositories, Scope } from '#backend/store/store.ts';
import type { Chore } from '#backend/upkeep.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { canTellSomebody } from './alerts/people-around.ts';
import { tellOfAnswer } from './alerts/tell-staff.ts';
import type { CareDeps } from './deps.ts';

/** The beat of rounds in which every form that was found was told. */
export const UNSENT_RISK_BEAT = 'unsentRisk';

/** Most messages of one practice in one round; the rest follow in the next. */
const AT_ONCE = 200;

/**
 * Writes the message that an answer waits to be looked at for each form that was left with a positive
 * answer to a suicidality item, once, and again when it is left with a newer one. A form that is sent gets its message from the rules; this
 * one can't be written with the answer, because only time tells that the form is not being sent.
 */
export function tellUnsentRisk(deps: CareDeps): Chore {
  return {
    failure: 'unsent risk answers not told',
    async run(signal) {
      const failures: unknown[] = [];
      for (const practiceId of await deps.store.directory.practices()) {
        if (signal.aborted) return;
        failures.push(...(await tellIn(deps, practiceId, signal)));
      }
      const [cause] = failures;
      if (failures.length > 0) throw new Error('Not every form was told.', { cause });
      if (!signal.aborted) await deps.store.directory.beat(UNSENT_RISK_BEAT, deps.now());
    },
  };
}

/** Tells of a practice's forms, each in a transaction of its own: one that fails holds up no other. */
async function tellIn(
  deps: CareDeps,
  practiceId: PracticeId,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const inPractice = <T>(work: (care: CareRepositories) => Promise<T>) =>
    deps.store.inPractice(scopeOf(deps, practiceId), work);
  const failures: unknown[] = [];
  const attempt = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      failures.push(error);
      return null;
    }
  };
  const left = await attempt(() =>
    inPractice((care) => care.administrations.leftWithRisk(AT_ONCE)),
  );
  for (const { administrationId } of left ?? []) {
    if (signal.aborted) break;
    await attempt(() =>
      inPractice(async (care) => {
        // It may have been sent, taken up again or told of since the list was read.
        const [form] = await care.administrations.leftWithRisk(1, administrationId);
        if (form !== undefined) await tellOfOne(care, form, deps.channels);
      }),
    );
  }
  return failures;
}

function scopeOf({ newId, now }: CareDeps, practiceId: PracticeId): Scope {
  const actor = { kind: 'system', name: 'upkeep' } as const;
  return { practiceId, actor, requestId: newId(), now: now() };
}

/**
 * The entry is written with the first try of telling of an answer, and done when somebody was told whom this
 * server can reach: until then each round looks again whether there is one, and the browsers are called
 * in the first alone.
 */
async function tellOfOne(
  care: CareRepositories,
  { administrationId, clientId, leftAt }: LeftForm,
  channels: CareDeps['channels'],
): Promise<void> {
  const subject = { administrationId };
  const isFirst = await care.outbox.addAnew(administrationId, 'answer.waiting', subject, leftAt);
  const canBeTold = await canTellSomebody(care, channels);
  const isDue = canBeTold ? await care.outbox.done(administrationId) : isFirst;
  if (!isDue) return;
  await tellOfAnswer(care, clientId, channels);
  const action = canBeTold ? 'unsentAnswer.told' : 'unsentAnswer.nobodyToTell';
  await care.audit.append({ action, clientId, subject });
}
