import type { CareDeps } from '../deps.ts';
import type { RecordCare } from '../record-care.ts';
import { chooseBaseline, clearBaseline } from './baselines.ts';
import { correctOwnResponse } from './correct-own-response.ts';
import { correctResponse } from './correct-response.ts';
import { markEpisode, unmarkEpisode } from './episodes.ts';
import { addEvent, removeEvent } from './events.ts';
import { enterHandTotal, handMeasures } from './hand-totals.ts';

/** Everything that a clinician can add to a record. */
export function createRecordCare(deps: CareDeps): RecordCare {
  return {
    addEvent: addEvent(deps),
    removeEvent: removeEvent(deps),
    markEpisode: markEpisode(deps),
    unmarkEpisode: unmarkEpisode(deps),
    chooseBaseline: chooseBaseline(deps),
    clearBaseline: clearBaseline(deps),
    handMeasures: handMeasures(deps),
    enterHandTotal: enterHandTotal(deps),
    correctResponse: correctResponse(deps),
    correctOwnResponse: correctOwnResponse(deps),
  };
}
