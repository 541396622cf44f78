import type { RiskWords, SaidAnswer } from '../risk-words.ts';

/** Answers to risk questions in Spanish. Labels are quoted in the language of the form. */
export const RISK: RiskWords = {
  subject: (name, item) => `${name} ítem ${item}`,
  answer: (subject, now, day) => `${subject}: ${said(now)} el ${day}`,
  same: (subject, now, [day, before]) => `${subject}: ${said(now)} el ${day} y el ${before}`,
  twice: (subject, now, day) => `${subject}: ${said(now)} dos veces el ${day}`,
  changed: (subject, now, before) => {
    const when = before.day === null ? 'antes ese mismo día' : `el ${before.day}`;
    return `${subject}: ${said(now)} el ${now.day} y ${said(before)} ${when}`;
  },
  earlierPositive: (subject, count, day, highest) =>
    `${subject}, contestaciones positivas anteriores: ${count}, la última el ${day}, la más alta ${highest}`,
  earlierBlank: (subject, count, day) =>
    `${subject}, sin contestar anteriormente: ${count}, la última vez el ${day}`,
  unsent: (name, opened, item, label) =>
    `${name} abierto el ${opened}, no enviado; en él se contestó ${label} al ítem ${item}`,
  short: (subject, answer, day) => `${subject}: ${said(answer)} el ${day}`,
};

function said({ label, withdrawn }: SaidAnswer): string {
  if (label === null) return 'no se contestó';
  return `se contestó ${label}${
    withdrawn
      ? ' (después se cambió una contestación anterior y esta pregunta dejó de hacerse)'
      : ''
  }`;
}
