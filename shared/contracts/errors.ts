/**
 * Every refusal that a person can meet, in one table: how the transport says it, how loudly it is
 * logged, and the words that are read. No entry names a person, a score or an answer.
 */

/** By itself, because the extension's pages say it and no other of these. */
export const SIGNED_OUT_WORDS = 'You are signed out. Sign in again to continue.';

/** Words and numbers of one refusal. */
export interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503;
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
}

export const ERRORS = {
  malformedInput: {
    status: 400,
    level: 'info',
    message: 'That request was not understood. Reload the page and try again.',
  },
  signedOut: {
    status: 401,
    level: 'debug',
    message: SIGNED_OUT_WORDS,
  },
  notAllowed: {
    status: 403,
    level: 'warn',
    message:
      'This belongs to another role: clinicians see clients, admins set up the practice. Ask a colleague who has that role.',
  },
  foreignOrigin: {
    status: 403,
    level: 'warn',
    message: 'This request did not come from Throughline. Open it from the extension or the link.',
  },
  notFound: {
    status: 404,
    level: 'debug',
    message: 'This could not be found, or is not in your caseload.',
  },
  alreadyLinked: {
    status: 409,
    level: 'info',
    message: 'This record is already linked to another client or a couple. Review that link first.',
  },
  alreadyInCouple: {
    status: 409,
    level: 'info',
    message: 'One of these clients is in a couple already. End that couple first.',
  },
  identityDisagrees: {
    status: 409,
    level: 'info',
    message: 'The name or birth date on the page differs from the client you chose. Not linked.',
  },
  alreadySubmitted: {
    status: 409,
    level: 'info',
    message: 'These answers were already sent. Nothing was changed.',
  },
  newerEvidence: {
    status: 409,
    level: 'info',
    message: 'A newer answer has joined this alert. Read it, then acknowledge.',
  },
  alreadyAcknowledged: {
    status: 409,
    level: 'info',
    message: 'This alert was closed before. Reload to see by whom, when and how.',
  },
  actionUnknown: {
    status: 422,
    level: 'info',
    message: 'Your practice has no such action on its list. Reload and choose one that is there.',
  },
  actionNotInUse: {
    status: 409,
    level: 'info',
    message: 'Your practice does not use this action any more. Choose another; the alert is open.',
  },
  actionNotForSafety: {
    status: 422,
    level: 'info',
    message:
      'This action can’t answer an alert about safety. Choose what you did; the alert is open.',
  },
  mayNotWait: {
    status: 409,
    level: 'info',
    message: 'This alert is about safety and can’t be put aside. Acknowledge it with what you did.',
  },
  outdated: {
    status: 409,
    level: 'info',
    message: 'This has changed since the page was loaded. Read it again, then decide.',
  },
  settingsRefused: {
    status: 422,
    level: 'info',
    message: 'These settings are outside what the rule allows. Nothing was changed.',
  },
  formRefused: {
    status: 422,
    level: 'info',
    message: 'Something is missing in this form. Nothing was saved: look at what is marked.',
  },
  alreadyRecorded: {
    status: 409,
    level: 'info',
    message: 'This was already recorded with other content. The first record stands.',
  },
  answerRefused: {
    status: 422,
    level: 'info',
    message: 'One answer is not among the choices. Choose one of the answers shown.',
  },
  dayRefused: {
    status: 422,
    level: 'info',
    message: 'That day is in the future, or before the client was born. Choose another day.',
  },
  totalOutside: {
    status: 422,
    level: 'info',
    message: 'That total is outside the measure’s range. Check the number and the measure.',
  },
  measureRetired: {
    status: 409,
    level: 'info',
    message:
      'Your practice has taken this measure out of use. Totals that were entered stay; an admin can take it into use again.',
  },
  goalRefused: {
    status: 422,
    level: 'info',
    message:
      'The words, levels or days of this goal don’t fit. Nothing was saved: look at them again.',
  },
  ratingRefused: {
    status: 422,
    level: 'info',
    message: 'That rating is not on the goal’s scale, or of a day before it was agreed. Not saved.',
  },
  goalClosed: {
    status: 409,
    level: 'info',
    message: 'This goal is closed. Nothing was changed; add a new goal to go on with it.',
  },
  goalsFull: {
    status: 409,
    level: 'info',
    message: 'Twenty goals are open, which is as many as can be shown. Close one, then add this.',
  },
  sendingPaused: {
    status: 409,
    level: 'info',
    message: 'Sending is paused for this client. Look at why, and end the pause before you send.',
  },
  alreadyPaused: {
    status: 409,
    level: 'info',
    message: 'Sending is paused already. End that pause first, then set another.',
  },
  clientNotInCare: {
    status: 409,
    level: 'info',
    message: 'This client is no longer in care here. Nothing was sent or changed.',
  },
  notReachable: {
    status: 409,
    level: 'info',
    message:
      'This client has agreed to no way that this server has. Hand the link over, or enter how they want to be reached.',
  },
  notSendable: {
    status: 409,
    level: 'info',
    message: 'This measure can’t be sent: look under Measures for what it lacks.',
  },
  moreOftenThanRecall: {
    status: 409,
    level: 'info',
    message:
      'This measure asks about days that the last one asked about already. Send it again if you mean to.',
  },
  linkExpired: {
    status: 404,
    level: 'debug',
    message: 'This link is not open. Ask your therapist for a new one.',
  },
  tooLarge: {
    status: 413,
    level: 'info',
    message: 'That was too long to save. Shorten it and try again.',
  },
  tooMany: {
    status: 429,
    level: 'warn',
    message: 'Too many tries in a short time. Wait a minute and try again.',
  },
  busy: {
    status: 503,
    level: 'error',
    message: 'The server is busy. Nothing was lost; try again in a few seconds.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/**
 * A refusal on its way to a person. Thrown only to cross a transport border; inside the code,
 * expected outcomes are return values.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** What a developer may see in a log: never health information, names or answers. */
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string) {
    super(ERRORS[code].message);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}
