import { isPartOfTotal } from '#shared/brief/parts.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import type { MeasureTrend } from '#shared/contracts/measure-line.ts';
import { ACTION_WORDS, RULE_WORDS } from '#shared/words/alerts.ts';
import { CATEGORY_WORDS, changeInPoints } from '#shared/words/changes.ts';
import { itemsInWords, measureName, noTotalInWords } from '#shared/words/measures.ts';
import type { Tone } from '../../ui/controls.tsx';
import { doneInWords } from '../completion/completion-words.ts';

/** One thing that is new, with its tone; the words say all that the tone does. */
export interface News {
  readonly tone: Tone;
  readonly words: string;
}

/** What is new since the clinician last looked: answers, alerts, check-ins. In that order. */
export function newsOf(brief: Brief): News[] {
  const answers = brief.measures
    .filter((measure) => !isPartOfTotal(measure))
    .flatMap((measure) => measureNews(measure));
  return [
    ...(answers.length === 0 ? [silence(brief)] : answers),
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

function silence({ measures }: Brief): News {
  const words =
    measures.length === 0
      ? 'No answers yet'
      : 'No new answers. Absence of answers is not a sign of improvement';
  return { tone: 'unknown', words };
}

function alertNews({ alertsSinceLook }: Brief): News[] {
  // Open ones stand right above, under "Alerts".
  const closed = alertsSinceLook.filter(({ status }) => status !== 'open');
  return closed.map(({ rule, acknowledgement, instrumentId }): News => {
    const what = `${measureName(instrumentId)}: ${RULE_WORDS[rule]}`;
    const how =
      acknowledgement === null
        ? 'cleared by a later answer'
        : `acknowledged by ${acknowledgement.by}: ${ACTION_WORDS[acknowledgement.action].toLowerCase()}`;
    return { tone: 'unknown', words: `${what}, ${how}` };
  });
}

function completionNews({ completion }: Brief): News[] {
  if (completion.sent === 0) return [];
  const done = doneInWords(completion);
  const unfinished = completion.unfinished.map(
    ({ instrumentId }) => `${measureName(instrumentId)} opened, not finished`,
  );
  return [{ tone: 'unknown', words: [`Check-ins: ${done}`, ...unfinished].join('; ') }];
}
