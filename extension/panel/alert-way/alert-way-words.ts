import type { TimeZone } from '#shared/contracts/calendar.ts';
import type { AlertPath } from '#shared/contracts/live.ts';
import { momentInWords, timeInWords } from '#shared/words/moments.ts';
import type { AlertWay } from '../../messages/live.ts';

/** What does not work, what that means, and what to do. */
export interface AlertWayWords {
  /** `unknown` for what was never set up or can't be told, `worse` for what broke. */
  readonly tone: 'worse' | 'unknown';
  readonly title: string;
  readonly means: string;
  readonly toDo: string;
}

/** Where it is read: beside a client's brief, or on any other page and in the popup. */
export type ReadAt = 'client' | 'elsewhere';

/** What still tells of an alert. */
const ASKS_BY_ITSELF: Readonly<Record<ReadAt, string>> = {
  client: 'This panel asks every 40 seconds while it is open.',
  elsewhere: 'What you open is read from the server as ever.',
};

const UNTIL_GONE =
  'Until this is gone, look at your caseload by hand. If it stays for some minutes, tell your practice admin.';

const NOBODY_TOLD =
  'Nobody may have been told of a new alert: look at your caseload by hand. Tell your practice admin.';

/** Each thing that does not work, worst first: that nobody is told comes before that it takes longer. */
export function alertWayWords(
  { line, lineSince, path }: AlertWay,
  timeZone: TimeZone,
  place: ReadAt,
): readonly AlertWayWords[] {
  const asks = ASKS_BY_ITSELF[place];
  const messages = path === null ? untoldWords(line, asks) : pathWords(path, timeZone);
  const since = timeInWords(lineSince, timeZone);
  return [
    ...(messages === null ? [] : [messages]),
    ...(line === 'silent' || line === 'deaf' ? [lineWords(line, since, asks)] : []),
  ];
}

function lineWords(line: 'silent' | 'deaf', since: string, asks: string): AlertWayWords {
  return {
    tone: 'worse',
    title: `New alerts may come late here since ${since}.`,
    means:
      line === 'silent'
        ? `The server’s line to this browser is broken; it is tried again by itself. ${asks} Other tabs and notifications may stay still.`
        : `The server can’t tell what happens. ${asks} Other tabs and notifications stay still.`,
    toDo: UNTIL_GONE,
  };
}

function pathWords(
  { state, since, deadLetters }: AlertPath,
  timeZone: TimeZone,
): AlertWayWords | null {
  if (state === 'works') return null;
  if (state === 'unset') return UNSET;
  const from = since === null ? '' : `, since ${momentInWords(since, timeZone)}`;
  return state === 'late'
    ? {
        tone: 'worse',
        title: `Messages about alerts are late${from}.`,
        means: 'They wait, and are sent when it works again.',
        toDo: NOBODY_TOLD,
      }
    : {
        tone: 'worse',
        title: `Messages about alerts are not going out${from}.`,
        means: givenUp(deadLetters),
        toDo: NOBODY_TOLD,
      };
}

/** Messages that broke may have been spoken of a moment ago: without a word that would read as mended. */
function untoldWords(line: AlertWay['line'], asks: string): AlertWayWords | null {
  if (line === 'closed') return null;
  return {
    tone: 'unknown',
    title: 'It can’t be told now whether messages about alerts go out.',
    means: `The server was asked, and did not say. ${asks}`,
    toDo: UNTIL_GONE,
  };
}

const UNSET: AlertWayWords = {
  tone: 'unknown',
  title: 'Nobody is told of alerts by message.',
  means:
    'Your practice has set no way to send them: alerts stand in the panel and the caseload alone.',
  toDo: 'Look at your caseload by hand, also between sessions. Your practice admin can set it up.',
};

function givenUp(deadLetters: number): string {
  if (deadLetters === 0) return 'They are refused, and tried again.';
  return deadLetters === 1 ? 'One was given up.' : `${deadLetters} were given up.`;
}
