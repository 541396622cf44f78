import type { BriefState } from '../messages/worker.ts';
import { cantWait } from './cant-wait.ts';

/** What the toolbar says of one tab. */
export interface Badge {
  /** At most four characters; never a name. */
  readonly text: string;
  readonly colour: string;
  /** The tooltip: nothing about health, it can be read over a shoulder. */
  readonly title: string;
}

/** Why nothing is verified in a tab, in the words of its badge. */
export interface Trouble {
  readonly happened: string;
  readonly toDo: string;
}

/** Contrast with white text is at least 4.5 to 1. */
const COLOUR = { risk: '#9b1c4b', on: '#0f6b66', unsure: '#8a5a00', off: '#5b6675' } as const;

const TROUBLES = {
  unsure: {
    happened: 'Throughline can’t verify this page.',
    toDo: 'Open the client’s chart and wait until it is drawn. If this stays, reload the page.',
  },
  silent: {
    happened: 'Throughline is blocked or not working on this site. It can’t verify this page.',
    toDo: 'Reload the page. If this stays, tell your practice admin.',
  },
  fights: {
    happened:
      'This page kept hiding or moving the Throughline panel, so the panel was closed. Nothing is verified here.',
    toDo: 'Reload the page to bring it back; if it happens again, tell your practice admin.',
  },
  restless: {
    happened:
      'This page showed clients faster than anybody reads, so Throughline stopped looking them up. It can’t verify this page.',
    toDo: 'Leave the page as it is for half a minute; then it is looked up again. If it happens again, tell your practice admin.',
  },
  notAllowed: {
    happened: 'Your practice has switched Throughline off in this EHR. It verifies nothing here.',
    toDo: 'If this is not meant, tell your practice admin.',
  },
} as const satisfies Record<string, Trouble>;

const titleOf = ({ happened, toDo }: Trouble) => `${happened} ${toDo}`;

export const BADGES = {
  /** No client on the page, or no EHR page. */
  none: { text: '', colour: COLOUR.off, title: 'Throughline' },
  off: { text: 'off', colour: COLOUR.off, title: 'Throughline is not connected. Open to connect.' },
  unsure: { text: '?', colour: COLOUR.unsure, title: titleOf(TROUBLES.unsure) },
  /** On, and nothing that could be read off a shared screen. */
  safe: { text: 'safe', colour: COLOUR.off, title: 'Throughline is on, in safe view.' },
  silent: { text: '?', colour: COLOUR.unsure, title: titleOf(TROUBLES.silent) },
  fights: { text: 'off', colour: COLOUR.unsure, title: titleOf(TROUBLES.fights) },
  restless: { text: '?', colour: COLOUR.unsure, title: titleOf(TROUBLES.restless) },
  notAllowed: { text: 'off', colour: COLOUR.off, title: titleOf(TROUBLES.notAllowed) },
  on: { text: 'on', colour: COLOUR.on, title: 'Throughline is on.' },
} as const satisfies Record<string, Badge>;

/** What a tab's badge says is wrong, by its title; null for a badge of a tab where nothing is. */
export function troubleOf(title: string): Trouble | null {
  return Object.values(TROUBLES).find((trouble) => titleOf(trouble) === title) ?? null;
}

/**
 * The badge for an answer. Only a live, certain answer gives "on" or a count; everything that is
 * not known is "?", so that a missing answer never looks like a calm one. In safe view nothing is
 * counted.
 */
export function badgeOf(state: BriefState, inSafeView = false): Badge {
  if (state.source === 'none') {
    if (state.because === 'pageRestless') return BADGES.restless;
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
