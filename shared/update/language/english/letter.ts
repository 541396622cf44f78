import type { LetterWords } from '../letter-words.ts';

const CHANGE = {
  reliableImprovement: 'That is a clear change for the better',
  reliableWorsening: 'That is a clear change, and we would like to talk about it with you',
  noReliableChange: 'That is within the usual ups and downs of such a questionnaire',
} as const;

/** The letter to a client in English, at the reading level of a sixth grade. */
export const LETTER: LetterWords = {
  thanks: 'Thank you for answering our questions',
  nothingYet: 'We have not received any answers from you yet, and that is fine',
  score: (name, number, highest, day) =>
    `Your ${name} score on ${day} was ${number}${highest === null ? '' : ` out of ${highest}`}`,
  unscored: (name, day) =>
    `Some ${name} questions of ${day} were left open, so there is no score for that day`,
  change: (name, { size, higher, one }, day, category) =>
    `Your ${name} score was ${size} ${one ? 'point' : 'points'} ${higher ? 'higher' : 'lower'} than on ${day}. ${CHANGE[category]}`,
  sameScore: (name, day) => `Your ${name} score was the same as on ${day}`,
  tooEarly: (name) => `It is too early to say how your ${name} score is changing`,
  completed: (completed, sent) => `You finished ${completed} of ${sent} check-ins`,
  next: (day) => `The next one is open until ${day}`,
  later: 'Answers that came after our session are not part of this letter',
  meaning: 'A score is only one part of the picture; how you see it yourself counts as much',
  help: 'Nobody reads your answers around the clock. If things get worse before we meet, please call us, a crisis line or the emergency number',
};
