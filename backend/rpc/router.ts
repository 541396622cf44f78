import { acknowledge } from './alerts/acknowledge.ts';
import { path } from './alerts/path.ts';
import { seen } from './alerts/seen.ts';
import { snooze } from './alerts/snooze.ts';
import { unacknowledged } from './alerts/unacknowledged.ts';
import { takeBack } from './appointments/take-back.ts';
import { tell } from './appointments/tell.ts';
import { choose } from './baselines/choose.ts';
import { clear } from './baselines/clear.ts';
import { earlierScores } from './brief/earlier-scores.ts';
import { ofRecord } from './brief/of-record.ts';
import { list } from './caseload/list.ts';
import { withheld } from './client-page/withheld.ts';
import { withhold } from './client-page/withhold.ts';
import { put as putContact } from './contacts/put.ts';
import { choices } from './couples/choices.ts';
import { link as linkCouple } from './couples/link.ts';
import { of as sharingOf } from './couples/of.ts';
import { ofPage } from './couples/of-page.ts';
import { revokeConsent } from './couples/revoke-consent.ts';
import { setPolicy } from './couples/set-policy.ts';
import { unlink as unlinkCouple } from './couples/unlink.ts';
import { declared } from './declared.ts';
import { mark as markEpisode } from './episodes/mark.ts';
import { unmark } from './episodes/unmark.ts';
import { add } from './events/add.ts';
import { remove } from './events/remove.ts';
import { report } from './fleet/report.ts';
import { switches } from './fleet/switches.ts';
import { close as closeGoal } from './goals/close.ts';
import { put } from './goals/put.ts';
import { rate } from './goals/rate.ts';
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
import { end } from './plans/end.ts';
import { of as sendingsOf } from './plans/of.ts';
import { pause } from './plans/pause.ts';
import { put as putPlan } from './plans/put.ts';
import { putTemplates } from './plans/put-templates.ts';
import { resume } from './plans/resume.ts';
import { sendNow } from './plans/send-now.ts';
import { correct } from './responses/correct.ts';
import { correctOwn } from './responses/correct-own.ts';
import { look } from './schedule/look.ts';
import { deliver } from './sealed/deliver.ts';
import { key } from './sealed/key.ts';
import { whoAmI } from './session/who-am-i.ts';
import { close as closeTopic } from './topics/close.ts';
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
    alerts: group({ acknowledge, path, seen, snooze, unacknowledged }),
    update: group({ compose }),
    insertions: group({ earlier, record, recordUndo }),
    plans: group({
      of: sendingsOf,
      put: putPlan,
      end,
      pause,
      resume,
      sendNow,
      putTemplates,
    }),
    appointments: group({ tell, takeBack }),
    contacts: group({ put: putContact }),
    events: group({ add, remove }),
    episodes: group({ mark: markEpisode, unmark }),
    baselines: group({ choose, clear }),
    handTotals: group({ measures, enter }),
    responses: group({ correct, correctOwn }),
    goals: group({ put, rate, close: closeGoal }),
    topics: group({ close: closeTopic }),
    clientPage: group({ withheld, withhold }),
    couples: group({
      of: sharingOf,
      ofPage,
      choices,
      link: linkCouple,
      setPolicy,
      revokeConsent,
      unlink: unlinkCouple,
    }),
    sealed: group({ key, deliver }),
    fleet: group({ report, switches }),
  }),
);

/** The router's type: the only thing of the backend that the extension imports. */
export type AppRouter = typeof router;
