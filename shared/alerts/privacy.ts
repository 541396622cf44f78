import type { Alert } from '../contracts/alert.ts';
import { instrument } from '../instruments/registry.ts';
import { isPrivateRule } from './catalogue/safety-rules.ts';

/**
 * Whether an alert may appear in the client's own record alone: one about violence by a partner, and
 * any other of a form that asks about it, since its mere name would tell. Such an alert is in no
 * couple's view, no shared message and no text. A form that this build does not know is private.
 */
export function isPrivate({ rule, instrumentId }: Pick<Alert, 'rule' | 'instrumentId'>): boolean {
  if (isPrivateRule(rule)) return true;
  if (instrumentId.includes(':')) return false;
  const [formId = ''] = instrumentId.split('.');
  const known = instrument(formId);
  return known?.safetyItems.some(({ kind }) => kind === 'partnerViolence') ?? true;
}
