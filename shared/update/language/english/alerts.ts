import { CHECK_IN_DAYS } from '../../../brief/completion.ts';
import { RULE_WORDS } from '../../../words/alerts.ts';
import type { AlertWords, CheckInWords } from '../language.ts';

/** Alerts in English. */
export const ALERTS: AlertWords = {
  rules: RULE_WORDS,
  list: (alerts, count) => `${count === 1 ? 'Alert' : 'Alerts'}: ${alerts.join('; ')}`,
  andOthers: 'others of lower urgency',
  others: (alerts) => `Alerts of lower urgency: ${alerts.join('; ')}`,
  openList: (alerts, count) =>
    `${count === 1 ? 'Open alert' : 'Open alerts'}: ${alerts.join('; ')}`,
  open: 'open',
  resolved: 'resolved by a later answer',
  acknowledged: (moment) => `acknowledged ${moment}`,
  done: ({ by, moment, about, sentence }) =>
    `Alert acknowledged by ${by}, ${moment} (${about}): ${sentence}`,
};

/** Check-ins in English. */
export const CHECK_INS: CheckInWords = {
  completed({ span, completed, sent, notYetDue, undelivered }) {
    const parts = [
      sent === 0 ? null : `${completed} of ${sent} completed`,
      notYetDue === 0 ? null : `${notYetDue} not yet due`,
      undelivered === 0 ? null : `${undelivered}${sent === 0 ? '' : ' more'} not delivered`,
    ];
    const days = span === null ? `last ${CHECK_IN_DAYS} days` : `${span[0]} to ${span[1]}`;
    return `Check-ins (${days}): ${parts.filter((part) => part !== null).join(', ')}`;
  },
  missed: (named, earlier) =>
    `Missed: ${named.join('; ')}${earlier === 0 ? '' : `; ${earlier} earlier`}`,
  due: (name, day, progress) => `${name} due ${day}, ${progress}`,
  notFinished: (named) => `Not finished: ${named.join('; ')}`,
  sent: (name, day, progress) => `${name} sent ${day}, ${progress}`,
  notOpened: 'not opened',
  notAnswered: 'opened, not answered',
  leftWith: (answered, of) =>
    of === null
      ? `left with ${answered} ${answered === 1 ? 'item' : 'items'} answered`
      : `left with ${answered} of ${of} items answered`,
  silence: 'Absence of answers is not a sign of improvement',
  next: (day, names) => `Next check-in due ${day} (${names})`,
};
