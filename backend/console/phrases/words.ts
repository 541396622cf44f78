import type { PhraseTemplate } from '#shared/contracts/phrase-template.ts';

/** The kinds of note as people call them. */
export const SHAPE_WORDS: Readonly<Record<PhraseTemplate['shapes'][number], string>> = {
  narrative: 'narrative note',
  soap: 'SOAP note',
  dap: 'DAP note',
  birp: 'BIRP note',
};

/** The parts of a note as people call them. */
export const SECTION_WORDS: Readonly<Record<PhraseTemplate['section'], string>> = {
  whole: 'The whole note (narrative)',
  subjective: 'Subjective',
  objective: 'Objective',
  assessment: 'Assessment',
  plan: 'Plan',
  data: 'Data',
  behavior: 'Behavior',
  intervention: 'Intervention',
  response: 'Response',
};

/** What each slot stands for, in any phrase. */
export const WHOLE_SLOT_WORDS: Readonly<Record<string, string>> = {
  asOf: 'when the numbers were read',
  session: 'the day of the session that is documented',
  completed: 'check-ins that were completed',
  sent: 'check-ins that were sent',
  missed: 'check-ins that were missed',
  openAlerts: 'alerts that are open',
  nextDue: 'when the next check-in is due',
  measures: 'the names of the measures',
};

/** What each slot stands for, in a phrase for every measure. */
export const LINE_SLOT_WORDS: Readonly<Record<string, string>> = {
  measure: 'the name of the measure',
  score: 'the newest score',
  scoreOfMaximum: 'the newest score with the highest there is',
  range: 'the severity band of the newest score',
  date: 'the day of the newest score',
  baseline: 'the baseline score',
  baselineDate: 'the day of the baseline',
  previous: 'the score before the newest',
  previousDate: 'the day of that score',
  points: 'points of change since the baseline',
  change: 'whether the change since the baseline is reliable',
  changeSincePrevious: 'whether the change since the score before is reliable',
  outcome: 'response, remission, or what else the course amounts to',
  slope: 'points a week, over the newest scores',
  count: 'how many scores there are',
};
