import { acknowledge } from './alerts/acknowledge.ts';
import { snooze } from './alerts/snooze.ts';
import { choose } from './baselines/choose.ts';
import { clear } from './baselines/clear.ts';
import { earlierScores } from './brief/earlier-scores.ts';
import { ofRecord } from './brief/of-record.ts';
import { list } from './caseload/list.ts';
import { declared } from './declared.ts';
import { mark as markEpisode } from './episodes/mark.ts';
import { unmark } from './episodes/unmark.ts';
import { add } from './events/add.ts';
import { remove } from './events/remove.ts';
import { report } from './fleet/report.ts';
import { switches } from './fleet/switches.ts';
import { enter } from './hand-totals/enter.ts';
import { measures } from './hand-totals/measures.ts';
import { earlier } from './insertions/earlier.ts';
import { record } from './insertions/record.ts';
import { recordUndo } from './insertions/record-undo.ts';
import { candidates } from './links/candidates.ts';
import { link } from './links/link.ts';
import { unlink } from './links/unlink.ts';
import { mark } from './look/mark.ts';
import { print } from './look/print.ts';
import { correct } from './responses/correct.ts';
import { correctOwn } from './responses/correct-own.ts';
import { look } from './schedule/look.ts';
import { deliver } from './sealed/deliver.ts';
import { key } from './sealed/key.ts';
import { whoAmI } from './session/who-am-i.ts';
import { group } from './trpc.ts';
import { compose } from './update/compose.ts';

/**
 * Everything the extension may ask of the backend, at `POST /rpc/<procedure>`, one call a request.
 * Queries are sent by POST too (`httpLink` with `methodOverride: 'POST'`): what a page shows of a
 * client must not stand in a URL.
 */
export const router = declared(
  group({
    session: group({ whoAmI }),
    brief: group({ ofRecord, earlierScores }),
    caseload: group({ list }),
    schedule: group({ look }),
    links: group({ candidates, link, unlink }),
    look: group({ mark, print }),
    alerts: group({ acknowledge, snooze }),
    update: group({ compose }),
    insertions: group({ earlier, record, recordUndo }),
    events: group({ add, remove }),
    episodes: group({ mark: markEpisode, unmark }),
    baselines: group({ choose, clear }),
    handTotals: group({ measures, enter }),
    responses: group({ correct, correctOwn }),
    sealed: group({ key, deliver }),
    fleet: group({ report, switches }),
  }),
);

/** The router's type: the only thing of the backend that the extension imports. */
export type AppRouter = typeof router;
