import type { RecordActions } from '#extension/panel/record/actions.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { OQ45, recorded } from '#test/support/recorded.ts';
import { FACTS } from './courses.ts';
import { clientState, type GalleryState } from './states.ts';

/** The panel with one part of the record open, and filled in by the same actions as by a person. */
function opened(fill: (actions: RecordActions) => void): GalleryState {
  return {
    screen: clientState(FACTS.tooEarly),
    fillIn(actions) {
      actions.unfold(true);
      fill(actions);
    },
  };
}

const { responseId, answers } = FACTS.tooEarly.responses[0] ?? {};

function correcting(actions: RecordActions): void {
  actions.open('correction');
  actions.fill('correction', {
    of: responseId ?? null,
    answers: (answers ?? []).with(8, 1).with(2, null),
    reason: 'She had tapped the line above.',
  });
}

/** Every designed state of what is added to a record, by name. */
export const RECORD_STATES: Readonly<Record<string, GalleryState>> = {
  'record, event': opened((actions) => actions.open('event')),
  'record, event refused': opened((actions) => {
    actions.open('event');
    actions.fill('event', { on: '2026-11-30', label: 'Sertraline 50 mg begun' });
    void actions.save('event');
  }),
  'record, care began or ended': opened((actions) => actions.open('mark')),
  'record, total': opened((actions) => {
    actions.open('total');
    actions.fill('total', { measure: OQ45, total: '200' });
    void actions.save('total');
  }),
  'record, no measure by hand': {
    ...opened((actions) => actions.open('total')),
    handMeasures: [],
  },
  'record, not known to be saved': {
    ...opened((actions) => {
      actions.open('mark');
      void actions.save('mark');
    }),
    unreachable: true,
  },
  'record, total again': opened((actions) => {
    actions.open('totalAgain');
    const supersedes = inventedId(611) as never;
    actions.fill('totalAgain', { measure: OQ45, total: '87', supersedes });
  }),
  'record, correction': opened(correcting),
  'record, correction refused': opened((actions) => {
    actions.open('correction');
    if (responseId !== undefined && answers !== undefined) {
      actions.fill('correction', { of: responseId, answers });
    }
    actions.review();
  }),
  'record, before and after': opened((actions) => {
    correcting(actions);
    actions.review();
  }),
  'record, one of everything': { screen: clientState(recorded(FACTS.improving)) },
};
