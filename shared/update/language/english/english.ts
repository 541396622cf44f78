import { CLOSING_WORDS } from '../../../contracts/own-mark.ts';
import { listInWords } from '../../../words/measures.ts';
import { numberInWords } from '../../../words/numbers.ts';
import type { Language } from '../language.ts';
import { ALERTS, CHECK_INS } from './alerts.ts';
import { DAYS } from './days.ts';
import { GOALS } from './goals.ts';
import { LETTER } from './letter.ts';
import { RISK } from './risk.ts';
import { CHANGES, COURSE, SCORES } from './scores.ts';

const EVENT_KINDS = { medication: 'medication', lifeEvent: 'life event', other: 'event' } as const;

/** The Update in English. Labels that the panel shows as well come from `shared/words`. */
export const ENGLISH: Language = {
  code: 'en',
  days: DAYS,
  number: numberInWords,
  list: listInWords,
  headings: {
    whole: '',
    subjective: 'Subjective',
    objective: 'Objective',
    assessment: 'Assessment',
    plan: 'Plan',
    data: 'Data',
    behavior: 'Behavior',
    intervention: 'Intervention',
    response: 'Response',
  },
  lead: {
    nothingSent: 'No measures were answered so far; nothing could be said about change',
    nothingReceived: 'No answers were received so far; nothing could be said about change',
    ownFormsOnly:
      'Own forms were answered and gave no score so far; nothing could be said about change',
    nothingNewSince: (day) => `No new answers since ${day}`,
    source: {
      client: 'client self-report',
      broughtAlong: 'totals brought along, not answered here',
      both: 'client self-report, and totals brought along',
    },
    first: (source) => `First measures (${source})`,
    toDate: (source) => `Measures to date (${source})`,
    since: (day, source) => `Measures since ${day} (${source})`,
    withNewsSince: (day, source) => `Measures to date, with new answers since ${day} (${source})`,
    session: (day, source) => `For the session of ${day} (${source})`,
  },
  scores: SCORES,
  changes: CHANGES,
  course: COURSE,
  risk: RISK,
  alerts: ALERTS,
  goals: GOALS,
  checkIns: CHECK_INS,
  limits: {
    otherVersion: (name, count) =>
      `${name}: ${count} answered on another version of the form, not compared`,
    overlap: (name, [before, now], recall) =>
      `${name} answers of ${before} and ${now} overlapped in the period asked about (${recall})`,
    recall: (label) => label,
    span: (name, count, [first, last]) =>
      first === last
        ? `${name}: ${count} answered on ${first}`
        : `${name}: ${count} answered from ${first} to ${last}`,
    spanOfSome: (name, count, [first, last]) =>
      `${name}: ${count} ${count === 1 ? 'answer' : 'answers'} from ${first} to ${last} at hand, others were left out`,
    external: (name, number, day) =>
      `${name} ${number} on ${day} was read from the EHR page and compared with nothing`,
    corrected: (count) =>
      count === 1
        ? '1 answered form was corrected later'
        : `${count} answered forms were corrected later`,
    newEpisode: (day) => `A new episode of care began on ${day}`,
    events: (named) => `Events: ${named.join('; ')}`,
    event: (label, kind, day) => `${label} (${EVENT_KINDS[kind]}), ${day}`,
  },
  later: {
    scores: (named) => `After this session: ${named.join('; ')}; not part of the session's data`,
    score: (name, number, day) => `${name} ${number} on ${day}`,
    risk: (named) => `Risk answers after this session: ${named.join('; ')}`,
    alerts: (named) => `Alerts after this session: ${named.join('; ')}`,
  },
  closing: {
    provenance: (moment) => `${CLOSING_WORDS.english}${moment}`,
    assessment: (entries) =>
      `Administered and scored (documentation for CPT 96127): ${entries.join('; ')}; results and interpretation recorded in this note`,
    assessmentEntry: (name, day, result) => `${name} on ${day}, ${result}`,
    assessmentNone:
      'Documentation for CPT 96127: nothing was administered and scored in this period',
    nothingElse: {
      finding: 'No scores were there to compare',
      done: 'No check-ins are recorded for this period',
      appraisal: 'Nothing further was assessed by Throughline',
    },
  },
  letter: LETTER,
};
