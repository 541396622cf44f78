import type { PanelFacts } from '../state/facts.ts';
import type { Screen } from '../state/screen.ts';
import type { Owner } from './forms.ts';

/** Screens that leave open whom the page is about: what was typed waits, unseen, behind them. */
const WAITING: ReadonlySet<Screen['kind']> = new Set([
  'connecting',
  'pageLost',
  'settling',
  'loading',
  'signedOut',
  'unavailable',
]);

/**
 * Whether what was typed for a client may be kept. It goes as soon as the page is surely about
 * somebody else or nobody, and when somebody else signs in.
 */
export function keeps(owner: Owner, screen: Screen, person: PanelFacts['person']): boolean {
  if (person.status === 'known' && person.who.staffId !== owner.staffId) return false;
  if (screen.kind === 'client') return screen.facts.client.clientId === owner.clientId;
  if (screen.kind === 'tooOld') return screen.client.clientId === owner.clientId;
  return WAITING.has(screen.kind);
}
