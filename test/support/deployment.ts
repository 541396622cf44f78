import { SAFEST_TYPED } from '#backend/console/deployment/typed.ts';

/** The page of policy files as a browser sends it untouched, where the server knows the id. */
export const UNTOUCHED_DEPLOYMENT: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SAFEST_TYPED)
    .filter(([name]) => name !== 'extensionId')
    .map(([name, value]) => [name, String(value)]),
);
