import { isPartOfTotal } from '#shared/brief/parts.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import type { SentOwnForm } from '#shared/contracts/own-form-answers.ts';
import { RULE_WORDS } from '#shared/words/alerts.ts';
import { CATEGORY_WORDS, changeInPoints } from '#shared/words/changes.ts';
import { itemsInWords, noTotalInWords } from '#shared/words/measures.ts';
import { momentSeenFrom } from '#shared/words/moments.ts';
import { nameOfSent } from '#shared/words/own-names.ts';
import type { Tone } from '../../ui/controls.tsx';
import { doneInWords } from '../completion/completion-words.ts';

/** One thing that is new, with its tone; the words say all that the tone does. */
export interface News {
  readonly tone: Tone;
  readonly words: string;
}

/** What is new since the clinician last looked: answers, goals, alerts, check-ins. In that order. */
export function newsOf(brief: Brief): News[] {
  // The ratings of an own form came together, so they are one piece of news.
  const measures = brief.measures.filter(
    (measure) => !isPartOfTotal(measure) && measure.role !== 'own',
  );
  const answers = [...measures.flatMap(measureNews), ...brief.ownForms.flatMap(ownFormNews)];
  return [
    ...(answers.length === 0 ? [silence(brief)] : answers),
    ...goalNews(brief),
    ...alertNews(brief),
    ...completionNews(brief),
  ];
}

function measureNews(measure: MeasureTrend): News[] {
  const { latest, name, sinceBaseline, scores } = measure;
  if (!latest.isNew) return [];
  const count = scores.filter(({ isNew }) => isNew).length;
  const times = count === 1 ? '1 new answer' : `${count} new answers`;
  if (latest.displayed === null) {
    const missing =
      latest.missingItems.length === 0 ? '' : `, ${itemsInWords(latest.missingItems)} not answered`;
    const newest =
      latest.finding === null
        ? 'the newest can’t be scored'
        : `the newest: ${noTotalInWords(latest)}`;
    return [{ tone: 'unknown', words: `${name}: ${times}; ${newest}${missing}` }];
  }
  if (sinceBaseline.status === 'notJudged') {
    return [{ tone: 'unknown', words: `${name}: ${times}, now ${latest.displayed}` }];
  }
  const { category, points } = sinceBaseline;
  const tone =
    category === 'reliableImprovement'
      ? 'better'
      : category === 'reliableWorsening'
        ? 'worse'
        : 'unknown';
  const change =
    points === 0 ? 'same as baseline' : `${changeInPoints(sinceBaseline, points)} than baseline`;
  return [
    {
      tone,
      words: `${name}: ${times}, now ${latest.displayed}; ${change}: ${CATEGORY_WORDS[category]}`,
    },
  ];
}

function ownFormNews({ title, answered }: SentOwnForm): News[] {
  const recent = answered.filter(({ isNew }) => isNew);
  if (recent.length === 0) return [];
  const times = recent.length === 1 ? '1 new answer' : `${recent.length} new answers`;
  const inWords = recent.some(({ words }) => words.length > 0) ? ', with words of their own' : '';
  return [{ tone: 'unknown', words: `${title}: ${times}${inWords}` }];
}

/** What the client did about goals; the own ratings are no news to whoever gave them. */
function goalNews({ goals, topics, lastLookedAt }: Brief): News[] {
  const rated = goals.filter(({ client }) => client?.isNew === true).length;
  const said = topics.filter(({ saidAt }) => lastLookedAt === null || saidAt > lastLookedAt).length;
  const words = [
    ...(rated === 0 ? [] : [`${rated === 1 ? '1 goal' : `${rated} goals`} rated by the client`]),
    ...(said === 0 ? [] : [`${said === 1 ? '1 thing' : `${said} things`} to talk about`]),
  ];
  return words.length === 0 ? [] : [{ tone: 'unknown', words: words.join('; ') }];
}

function silence({ measures, ownForms }: Brief): News {
  const words =
    measures.length === 0 && ownForms.every(({ answered }) => answered.length === 0)
      ? 'No answers yet'
      : 'No new answers. Absence of answers is not a sign of improvement';
  return { tone: 'unknown', words };
}

function alertNews({ alertsSinceLook, ownForms, timeZone, asOfDate }: Brief): News[] {
  // Open ones stand right above, under "Alerts".
  const closed = alertsSinceLook.filter(({ status }) => status !== 'open');
  return closed.map(({ rule, acknowledgement, instrumentId }): News => {
    const what = `${nameOfSent(ownForms, instrumentId)}: ${RULE_WORDS[rule]}`;
    const how =
      acknowledgement === null
        ? 'cleared by a later answer'
        : `acknowledged by ${acknowledgement.by}, ${momentSeenFrom(acknowledgement.at, timeZone, asOfDate)}: ${acknowledgement.words}`;
    return { tone: 'unknown', words: `${what}, ${how}` };
  });
}

function completionNews({ completion, ownForms }: Brief): News[] {
  if (completion.sent + completion.undelivered.length === 0) return [];
  const done = doneInWords(completion);
  const unfinished = completion.unfinished.map(
    ({ instrumentId }) => `${nameOfSent(ownForms, instrumentId)} opened, not finished`,
  );
  return [{ tone: 'unknown', words: [`Check-ins: ${done}`, ...unfinished].join('; ') }];
}
