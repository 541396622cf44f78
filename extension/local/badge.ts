import type { Alert } from '#shared/contracts/alert.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { BriefState } from '../messages/worker.ts';

/** What the toolbar says of one tab. */
export interface Badge {
  /** At most four characters; never a name. */
  readonly text: string;
  readonly colour: string;
  /** The tooltip: nothing about health, it can be read over a shoulder. */
  readonly title: string;
}

/** Contrast with white text is at least 4.5 to 1. */
const COLOUR = { risk: '#9b1c4b', on: '#0f6b66', unsure: '#8a5a00', off: '#5b6675' } as const;

export const BADGES = {
  /** No client on the page, or no EHR page. */
  none: { text: '', colour: COLOUR.off, title: 'Throughline' },
  off: { text: 'off', colour: COLOUR.off, title: 'Throughline is not connected. Open to connect.' },
  unsure: { text: '?', colour: COLOUR.unsure, title: 'Throughline can’t verify this page.' },
  /** On, and nothing that could be read off a shared screen. */
  safe: { text: 'safe', colour: COLOUR.off, title: 'Throughline is on, in safe view.' },
  silent: {
    text: '?',
    colour: COLOUR.unsure,
    title: 'Throughline is blocked or not working on this site. It can’t verify this page.',
  },
  fights: {
    text: 'off',
    colour: COLOUR.unsure,
    title:
      'This page kept hiding or moving the Throughline panel, so the panel was closed. Nothing is verified here. Reload the page to bring it back; if it happens again, tell your practice admin.',
  },
  notAllowed: {
    text: 'off',
    colour: COLOUR.off,
    title: 'Your practice has switched Throughline off in this EHR. It verifies nothing here.',
  },
  on: { text: 'on', colour: COLOUR.on, title: 'Throughline is on.' },
} as const satisfies Record<string, Badge>;

const PRESSING: ReadonlySet<Alert['tier']> = new Set(['emergency', 'urgent']);

/**
 * The badge for an answer. Only a live, certain answer gives "on" or a count; everything that is
 * not known is "?", so that a missing answer never looks like a calm one. In safe view nothing is
 * counted.
 */
export function badgeOf(state: BriefState, inSafeView = false): Badge {
  if (state.source === 'none') {
    return state.because === 'signedOut' || state.because === 'notConfigured'
      ? BADGES.off
      : BADGES.unsure;
  }
  if (state.source !== 'live' || state.reply.verdict !== 'certain') return BADGES.unsure;
  if (inSafeView) return BADGES.safe;
  const count = cantWait(state.reply.brief);
  if (count === 0) return BADGES.on;
  return { text: `!${Math.min(count, 99)}`, colour: COLOUR.risk, title: BADGES.on.title };
}

/**
 * How many things can't wait: pressing alerts that nobody has put aside, and risk answers on forms
 * never sent, which no rule has judged.
 */
export function cantWait({ alerts, checkIns }: BriefFacts): number {
  const open = alerts.filter(
    ({ status, tier, snoozed }) => status === 'open' && snoozed === null && PRESSING.has(tier),
  );
  const unsent = checkIns.filter(({ unsentRiskAnswer }) => unsentRiskAnswer !== null);
  return open.length + unsent.length;
}
