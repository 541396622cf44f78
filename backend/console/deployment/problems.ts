import { type PolicyRefusal, policyRefusalText } from '#backend/deploy/policy/source.ts';
import { LONGEST_IDLE_MINUTES, type ManagedKey } from '#shared/contracts/managed-settings.ts';
import type { Problems } from '../field.ts';

/** Where a problem stands that is about no field of the page. */
export const WHOLE = 'whole';

const TOO_LONG = 'Write this in one line of up to 200 characters.';

/** What is wrong with a setting, where more can be said than that it can't be used. */
const VALUE_WORDS: Readonly<Partial<Record<ManagedKey, string>>> = {
  lockAfterIdleMinutes: `Type a whole number from 1 to ${LONGEST_IDLE_MINUTES}.`,
  supportContact: TOO_LONG,
  bannerText: TOO_LONG,
};

const WORDS_BY_KEY: ReadonlyMap<string, string> = new Map(Object.entries(VALUE_WORDS));

/** Why nothing was made, beside the fields that it is about. */
export function problemsOf(refusals: readonly PolicyRefusal[]): Problems {
  return new Map(
    refusals.map((refusal) => {
      const words = policyRefusalText(refusal);
      if (refusal.reason === 'server') return [WHOLE, words] as const;
      if (!('key' in refusal)) return [refusal.reason, words] as const;
      return [refusal.key, WORDS_BY_KEY.get(refusal.key) ?? words] as const;
    }),
  );
}
