import type { RiskWords, SaidAnswer } from '../risk-words.ts';

/** Answers to risk questions in English. A blank beside an answer needs its own verb. */
export const RISK: RiskWords = {
  subject: (name, item) => `${name} item ${item}`,
  answer: (subject, now, day) => `${subject} was ${said(now)} on ${day}`,
  same: (subject, now, [day, before]) => `${subject} was ${said(now)} on ${day} and on ${before}`,
  twice: (subject, now, day) => `${subject} was ${said(now)} twice on ${day}`,
  changed: (subject, now, before) => {
    const sameVerb = now.label !== null && before.label !== null && !before.withdrawn;
    const then = sameVerb ? (before.label ?? '') : said(before);
    const when = before.day === null ? 'earlier that day' : `on ${before.day}`;
    return `${subject} was ${said(now)} on ${now.day} and ${then} ${when}`;
  },
  earlierPositive: (subject, count, day, highest) =>
    `${subject}, earlier positive answers: ${count}, last on ${day}, highest ${highest}`,
  earlierBlank: (subject, count, day) =>
    `${subject}, not answered earlier: ${count}, last on ${day}`,
  unsent: (name, opened, item, label) =>
    `${name} opened ${opened}, not sent; item ${item} was answered ${label} on it`,
  short: (subject, answer, day) => `${subject} ${said(answer)} on ${day}`,
};

function said({ label, withdrawn }: SaidAnswer): string {
  if (label === null) return 'not answered';
  return `answered ${label}${withdrawn ? ' (then an earlier answer was changed and it was no longer asked)' : ''}`;
}
