import type {
  LadderFault,
  ProtocolFault,
  SettingRefusal,
} from '#backend/care/alerts/alerting-care.ts';
import { MOST_ACTIONS } from '#shared/contracts/protocol.ts';
import type { Problems } from '../field.ts';
import { type TypedActions, writtenRows } from './actions-form.ts';
import { type TypedLadder, writtenSteps } from './ladder-form.ts';

/** What was typed is shown again with the newer version in the form: the next press is a decision. */
const NOT_OVER_A_NEWER_ONE =
  'Somebody has saved a newer version since you opened this page. What you typed stands here and is not saved. Read the newer one in another tab; if you save again, this takes its place.';

/** Why a list of actions was not saved, beside the field that it is about; `list` is the page. */
export function actionProblems(
  refusal: SettingRefusal<ProtocolFault>,
  typed: TypedActions,
): Problems {
  if (refusal.reason === 'outdated') return new Map([['list', NOT_OVER_A_NEWER_ONE]]);
  const rows = writtenRows(typed);
  return new Map(
    refusal.faults.map((fault) => [
      fault.at === 'list' ? 'list' : `${rows[fault.row] ?? ''}.${fault.at}`,
      actionFaultInWords(fault),
    ]),
  );
}

const LIST_WORDS = {
  none: 'Write at least one action: an alert is closed by saying what was done.',
  tooMany: `Use up to ${MOST_ACTIONS} actions: what does not fit on a screen is not read.`,
  nothingForSafety:
    'At least one action in use must be able to answer an alert about safety, or none could be closed.',
} as const;

const WORDS_WORDS = {
  missing: 'Say what was done, as the button reads.',
  tooLong: 'Shorten this to 80 characters.',
  twice: 'Another action reads the same. Change one of them.',
} as const;

function actionFaultInWords(fault: ProtocolFault): string {
  if (fault.at === 'list') return LIST_WORDS[fault.reason];
  if (fault.at === 'words') return WORDS_WORDS[fault.reason];
  if (fault.reason === 'tooLong') return 'Shorten this to 300 characters.';
  if (fault.reason === 'forbidden') return `An Update never says this: ${fault.because}.`;
  if (fault.reason === 'markup') {
    return `A note field would change this: ${fault.because}. Use plain words.`;
  }
  return `“${fault.number}” is a number that no answer stands behind. Leave it out.`;
}

/** Why a ladder was not saved, beside the step or the hours. */
export function ladderProblems(refusal: SettingRefusal<LadderFault>, typed: TypedLadder): Problems {
  if (refusal.reason === 'outdated') return new Map([['emergency', NOT_OVER_A_NEWER_ONE]]);
  return new Map(
    refusal.faults.map((fault) => [ladderField(fault, typed), LADDER_WORDS[fault.reason]]),
  );
}

function ladderField(fault: LadderFault, typed: TypedLadder): string {
  if (fault.at === 'hours') return 'hours';
  const row = fault.step === null ? undefined : writtenSteps(typed, fault.at)[fault.step];
  return row === undefined ? fault.at : `${row}.after`;
}

const LADDER_WORDS: Readonly<Record<LadderFault['reason'], string>> = {
  none: 'Write at least one step: somebody must be told.',
  browserAlone:
    'Tick e-mail or text message at one step at least. An open browser tells nobody once it is closed, as at night.',
  notAtOnce: 'The first step is at once: 0 minutes.',
  notLater: 'Each step comes later than the one before. Type more minutes.',
  minutes: 'Type whole minutes, up to 10080 (a week).',
  nobody: 'This person does not work in the practice any more. Choose somebody else.',
  noWay: 'Tick at least one way to tell them.',
  order: 'The hours end before they begin. Type whole hours, such as 9 and 17.',
  words: 'Write what clients read outside these hours, in up to 300 characters.',
};
