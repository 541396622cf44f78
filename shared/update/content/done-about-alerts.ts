import type { Acknowledgement } from '../../contracts/alert.ts';
import { type Piece, piece } from '../piece.ts';
import { barePlain, quotedPlain } from '../plain.ts';
import { distinct } from './alert-list.ts';
import { nameOfId, type Teller } from './teller.ts';

/** Longest sentence of a list of actions, as its contract says. */
const LONGEST_SENTENCE = 300;

/**
 * What somebody said was done about an alert, where it is to stand in the note:
 * `Alert acknowledged by Ines Okafor, 20 Nov, 8:05 am (new risk answer, PHQ-9): "The safety plan was
 * reviewed with the client"`. Alerts that were closed together with the same words are told together.
 */
export function doneAboutAlerts(teller: Teller): Piece[] {
  const { brief, language } = teller;
  const said = distinct(brief.alertsSinceLook).flatMap((alert) => {
    const { acknowledgement } = alert;
    if (acknowledgement === null || acknowledgement.sentence === null) return [];
    const what = [language.alerts.rules[alert.rule], nameOfId(teller, alert.instrumentId)];
    return [{ what: what.join(', '), told: told(acknowledgement, teller) }];
  });
  return [...Map.groupBy(said, (one) => JSON.stringify(one.told)).values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { by, moment, sentence } = first.told;
    const about = [...new Set(group.map(({ what }) => what))].join('; ');
    return piece('done', 'kept', language.alerts.done({ by, moment, about, sentence }));
  });
}

function told({ by, at, sentence }: Acknowledgement, { brief, language }: Teller) {
  return {
    by: barePlain(by),
    moment: language.days.momentSeen(at, brief.timeZone, brief.asOfDate),
    // The sentence around it has the period.
    sentence: quotedPlain((sentence ?? '').trim().replace(/\.$/, ''), LONGEST_SENTENCE),
  };
}
