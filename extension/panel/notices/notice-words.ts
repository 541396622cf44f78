import type { Unavailable } from '../../messages/worker.ts';
import type { ClientScreen, Screen } from '../state/screen.ts';

/** Screens that are one message and have no view of their own. */
export type NoticeScreen = Exclude<
  Screen,
  | ClientScreen
  | { kind: 'loading' | 'settling' | 'connecting' | 'unlinked' | 'mismatch' | 'signedOut' }
>;

/** What a notice offers to do. */
export type NoticeAction = 'verify' | 'openSettings';

/** A state in words: what happened, what is safe, what to do. */
export interface NoticeWords {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly toDo: string;
  readonly action: NoticeAction | null;
}

const NOTHING_SHOWN = 'Nothing about any client is shown, and nothing can be inserted.';

const UNAVAILABLE: Readonly<Record<Unavailable, NoticeWords>> = {
  unreachable: {
    title: 'Not connected',
    happened: 'The Throughline server can’t be reached.',
    safe: 'Whether this client has open alerts can’t be verified now.',
    toDo: 'Check the network. The panel asks again by itself every 40 seconds.',
    action: 'verify',
  },
  slow: {
    title: 'No answer yet',
    happened: 'The Throughline server took too long to answer.',
    safe: 'Whether this client has open alerts can’t be verified now.',
    toDo: 'The panel asks again by itself; or ask now.',
    action: 'verify',
  },
  refused: {
    title: 'This answer can’t be used',
    happened: 'The server’s answer was not one that Throughline can vouch for.',
    safe: `${NOTHING_SHOWN} No claim about alerts is made.`,
    toDo: 'Ask again. If it stays, tell your practice admin that the server and this extension disagree.',
    action: 'verify',
  },
  pageRestless: {
    title: 'This page does not hold still',
    happened: 'It showed clients faster than anybody reads, so they are no longer looked up.',
    safe: `${NOTHING_SHOWN} No claim about alerts is made.`,
    toDo: 'Leave the page as it is. The panel asks again within a minute or so. If it happens again, tell your practice admin.',
    action: null,
  },
  partMissing: {
    title: 'A part of Throughline is missing',
    happened:
      'A measure that this client has answered could not be opened: the extension was updated or changed under this page.',
    safe: `${NOTHING_SHOWN} No claim about alerts is made.`,
    toDo: 'Save your note, then reload the page. If it stays, tell your practice admin.',
    action: null,
  },
  signedOut: {
    title: 'Signed out',
    happened: 'Your session has ended.',
    safe: NOTHING_SHOWN,
    toDo: 'Sign in again.',
    action: null,
  },
  switchedOff: {
    title: 'Not used in this EHR',
    happened: 'Your practice has switched Throughline off in this EHR.',
    safe: NOTHING_SHOWN,
    toDo: 'If this is not meant, tell your practice admin.',
    action: 'openSettings',
  },
  notConfigured: {
    title: 'No server is set',
    happened: 'Throughline does not know which server is your practice’s.',
    safe: NOTHING_SHOWN,
    toDo: 'Open the settings and enter the address your practice gave you.',
    action: 'openSettings',
  },
};

type Problem = Extract<NoticeScreen, { kind: 'notConfigured' }>['problem'];

const NOT_CONFIGURED: Readonly<Record<Exclude<Problem, null>, NoticeWords>> = {
  waitingForPractice: {
    title: 'Waiting for your practice’s settings',
    happened: 'Your practice installed Throughline; its settings have not arrived yet.',
    safe: 'No other server is asked meanwhile.',
    toDo: 'This takes a few seconds after the first start. If it stays, tell your practice admin.',
    action: 'openSettings',
  },
  policyRemoved: {
    title: 'Your practice’s settings were taken away',
    happened: 'They were here, and are not any more. Throughline is locked until they are back.',
    safe: `${NOTHING_SHOWN} No other server is asked instead.`,
    toDo: 'Tell your practice admin. The settings page shows what arrived.',
    action: 'openSettings',
  },
  policyRefused: {
    title: 'Your practice’s setting can’t be used',
    happened: 'The server address that your practice set is not an https address.',
    safe: 'No other server is asked instead.',
    toDo: 'Tell your practice admin. The settings page shows what arrived.',
    action: 'openSettings',
  },
  accessNotGranted: {
    title: 'One permission is missing',
    happened: 'The browser has not allowed Throughline to connect to your practice’s server.',
    safe: NOTHING_SHOWN,
    toDo: 'Open the settings and allow the connection. It is asked for once.',
    action: 'openSettings',
  },
};

const PLAIN: Readonly<
  Record<
    Exclude<NoticeScreen['kind'], 'notConfigured' | 'unavailable' | 'severalPeople' | 'tooOld'>,
    NoticeWords
  >
> = {
  pageLost: {
    title: 'No contact with the page',
    happened: 'The page was reloaded or put aside, or Throughline was updated under it.',
    safe: NOTHING_SHOWN,
    toDo: 'It reconnects by itself. If it does not, reload the page.',
    action: null,
  },
  pageFights: {
    title: 'Closed for safety',
    happened: 'Something on this page hid, moved or covered the panel again and again.',
    safe: 'All client data was taken off the screen. Nothing was inserted by this.',
    toDo: 'Reload the page. If it happens again, another extension may cause it: tell your practice admin.',
    action: null,
  },
  ehrNotAllowed: {
    title: 'Not used in this EHR',
    happened: 'Your practice has switched Throughline off in this EHR.',
    safe: 'Nothing was asked about this page. No claim about anybody’s alerts is made here.',
    toDo: 'If this is not meant, tell your practice admin.',
    action: 'openSettings',
  },
  adminRole: {
    title: 'Your role has no clinical content',
    happened: 'You are signed in as a practice admin. Clients’ answers are for their clinicians.',
    safe: 'This page was not looked up.',
    toDo: 'To see clients of your own, sign in with your clinician account in the settings.',
    action: 'openSettings',
  },
  ehrSignedOut: {
    title: 'The EHR is signed out',
    happened: 'This page asks you to sign in to the EHR.',
    safe: NOTHING_SHOWN,
    toDo: 'Sign in to the EHR, then open a client’s chart.',
    action: null,
  },
  noClient: {
    title: 'No client on this page',
    happened: 'This page is not about one client.',
    safe: 'No claim about anybody’s alerts is made here.',
    toDo: 'Open a client’s chart or note.',
    action: null,
  },
  unknownPage: {
    title: 'This page is not known',
    happened: 'Throughline does not recognise this page; the EHR may have changed it.',
    safe: 'Nothing was read from it as a client, and nothing can be inserted.',
    toDo: 'Open the client’s chart. If this is a chart, tell your practice admin.',
    action: null,
  },
  insufficient: {
    title: 'Too little to be sure who this is',
    happened: 'The page shows fewer than the two identifiers that Throughline needs.',
    safe: NOTHING_SHOWN,
    toDo: 'Open the client’s chart, where record, name and birth date are shown.',
    action: null,
  },
  pageDisagrees: {
    title: 'This page disagrees about who it is about',
    happened:
      'Its address, header and links name different people, so none of them is taken for the client.',
    safe: NOTHING_SHOWN,
    toDo: 'Open the client’s chart anew. If it stays, send the page’s structure to support.',
    action: null,
  },
  ambiguous: {
    title: 'More than one client fits',
    happened:
      'Several clients of your caseload fit what this page shows, and its record is linked to none.',
    safe: `${NOTHING_SHOWN} Throughline does not guess.`,
    toDo: 'Open the client’s chart, where the record number is shown, and link it there once.',
    action: null,
  },
};

/** The words for a screen that is one message. */
export function noticeWords(screen: Exclude<NoticeScreen, { kind: 'tooOld' }>): NoticeWords {
  if (screen.kind === 'unavailable') return UNAVAILABLE[screen.because];
  if (screen.kind === 'notConfigured') {
    return screen.problem === null ? UNAVAILABLE.notConfigured : NOT_CONFIGURED[screen.problem];
  }
  if (screen.kind === 'severalPeople') {
    return {
      title: 'Several people on this page',
      happened: `This page is about ${screen.count} people, as a couple’s, family’s or group’s is.`,
      safe: `${NOTHING_SHOWN} One person’s answers never appear in another’s record.`,
      toDo: 'Open the chart of one client: each has their own Update there.',
      action: null,
    };
  }
  return PLAIN[screen.kind];
}
