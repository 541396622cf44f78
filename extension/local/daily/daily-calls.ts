import { instantOf } from '#shared/contracts/calendar.ts';
import type { EhrId } from '#shared/contracts/ehr.ts';
import type { CaseloadLook, DailyResults, PanelPlace } from '../../messages/daily.ts';
import type { WorkerReply } from '../../messages/worker.ts';
import type { Live } from '../live/live.ts';
import type { Rpc } from '../rpc.ts';
import type { SafeViewState } from '../safe-view/safe-view.ts';
import type { PlaceStore } from './places.ts';
import type { Schedules } from './schedules.ts';

/** What the calls of a clinician's day are answered from. */
export interface DailyDependencies {
  readonly rpc: Rpc;
  readonly now: () => Date;
  readonly schedules: Schedules;
  readonly safeView: SafeViewState;
  readonly places: PlaceStore;
  readonly live: Pick<Live, 'state'>;
}

interface Placed {
  readonly ehr: EhrId;
  readonly place: PanelPlace;
}

type Reply<Call extends keyof DailyResults> = Promise<WorkerReply<DailyResults[Call]>>;

/** Answers `DAILY_CALLS`. Nothing of a caseload is kept: each question is a look that is recorded. */
export function dailyHandlers({ rpc, now, schedules, safeView, places, live }: DailyDependencies) {
  return {
    async 'alertWay.get'(): Reply<'alertWay.get'> {
      const path = await rpc('alerts.path', undefined);
      return { ok: true, value: { ...live.state(), path: path.ok ? path.value : null } };
    },
    async 'caseload.list'(): Reply<'caseload.list'> {
      const verifiedAt = instantOf(now());
      const listed = await rpc('caseload.list', undefined);
      if (!listed.ok) return { ok: false, ...listed.refusal };
      const value: CaseloadLook = { verifiedAt, rows: listed.value };
      return { ok: true, value };
    },
    async 'schedule.ofTab'({ tabId }: { readonly tabId: number }): Reply<'schedule.ofTab'> {
      const look = await schedules.ofTab(tabId);
      return look.ok ? look : { ok: false, ...look.refusal };
    },
    'safeView.get': async (): Reply<'safeView.get'> => ({ ok: true, value: await safeView.now() }),
    'safeView.set': async ({ on }: { readonly on: boolean }): Reply<'safeView.set'> => ({
      ok: true,
      value: await safeView.set(on),
    }),
    'places.of': async ({ ehr }: { readonly ehr: EhrId }): Reply<'places.of'> => ({
      ok: true,
      value: await places.of(ehr),
    }),
    async 'places.keep'({ ehr, place }: Placed): Reply<'places.keep'> {
      await places.keep(ehr, place);
      return { ok: true, value: null };
    },
  };
}
