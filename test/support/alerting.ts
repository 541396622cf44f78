import type { StaffId } from '#shared/contracts/ids.ts';

type Fields = Readonly<Record<string, string>>;

/** A list of two actions, one of them for alerts about safety, as the console's page sends it. */
export const TWO_ACTIONS: Fields = {
  version: '0',
  'a1.words': 'Called the client',
  'a1.sentence': 'The client was called the same day.',
  'a1.forSafety': 'on',
  'a1.inUse': 'on',
  'a2.words': 'Passed to the front desk',
  'a2.inUse': 'on',
};

/** A ladder that ends with a backup person, as the console's page sends it. */
export function ladderFields(backup: StaffId): Fields {
  const steps = (tier: string) => ({
    [`${tier}1.after`]: '0',
    [`${tier}1.to`]: 'clinicians',
    [`${tier}1.email`]: 'on',
    [`${tier}2.after`]: '60',
    [`${tier}2.to`]: backup,
    [`${tier}2.text`]: 'on',
  });
  const hours = { day1: 'on', day2: 'on', fromHour: '8', toHour: '18', words: 'Closed for today.' };
  return { version: '0', ...steps('emergency'), ...steps('urgent'), ...hours };
}

/** Addresses of somebody's own, as the console's page sends them. */
export const OWN_CONTACT: Fields = {
  email: 'ines@elm-street.example',
  phone: '+1 (312) 555-0142',
};
