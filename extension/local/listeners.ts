import { BriefQuery } from '#shared/contracts/procedures.ts';
import {
  BriefState,
  PanelGivenUp,
  PanelPartWanted,
  ReadingNotice,
  type WorkerReply,
  WorkerRequest,
} from '../messages/worker.ts';
import { EHR_ORIGINS, ehrOfAddress } from './ehr-hosts.ts';
import type { ExtensionApi } from './extension-api.ts';
import { failure } from './failure.ts';
import { LOCK_ALARM } from './idle-lock.ts';
import { passOn } from './keyboard-commands.ts';
import { type OwnAddress, type Speaker, speakerOf } from './senders.ts';
import type { Worker } from './worker.ts';

type ContentScript = Extract<Speaker, { is: 'contentScript' }>;

/** Wakes the worker to take back what nobody confirmed. */
export const UPKEEP_ALARM = 'upkeep';

/** What a handler that broke answers: who asked must not wait for ever. */
const NOT_ANSWERED: WorkerReply<never> = { ok: false, ...failure('unreachable') };

/** The shortest period that browsers grant to a packed extension is half a minute. */
const UPKEEP_MINUTES = 1;

/**
 * Registers every listener in the same turn: one that is added after an `await` misses the event
 * that woke the worker. `origin` is the extension's own, without a slash at its end.
 */
export function listen(browser: ExtensionApi, worker: Worker, origin: string): void {
  const own: OwnAddress = { id: browser.runtime.id, origin };

  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    const speaker = speakerOf(sender, own);
    if (speaker === null) return false;
    const reply = hear(worker, speaker, message);
    if (reply === null) return false;
    void reply.catch(() => NOT_ANSWERED).then(sendResponse);
    return true;
  });
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status === 'loading') {
      if (ehrOfAddress(tab.url) !== null) void worker.tabs.onEhrPageLoading(tabId);
      void worker.schedules.forget(tabId);
      void worker.safeView.onNavigated(tabId);
    } else void worker.safeView.lookAgain();
  });
  listenForSilence(browser, worker);
  browser.tabs.onRemoved.addListener((tabId) => {
    void worker.tabs.onTabClosed(tabId);
    worker.fleet.onTabClosed(tabId);
    void worker.schedules.forget(tabId);
    void worker.safeView.lookAgain();
    void worker.outbox.onTabClosed(tabId);
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === UPKEEP_ALARM) void upkeep(worker);
    if (alarm.name === LOCK_ALARM) void worker.lock.lockIfDue();
  });
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'locked') void worker.lock.lock();
  });
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area !== 'managed') return;
    void worker.onSettings();
    void worker.safeView.lookAgain();
  });
  browser.notifications.onClicked.addListener((id) => void worker.live.onClicked(id));
  browser.commands.onCommand.addListener((name, tab) => void passOn(browser, name, tab?.id));
  void keepAlarm(browser);
  void worker.live.keep();
}

/**
 * Of pages in which a policy keeps us out, `tabs` tells no address; `webNavigation` does, and is asked
 * about the EHRs' hosts and no others.
 */
function listenForSilence({ webNavigation }: ExtensionApi, { silence }: Worker): void {
  const ofEhrs = { url: EHR_ORIGINS.map((origin) => ({ hostEquals: new URL(origin).hostname })) };
  webNavigation.onCommitted.addListener(({ frameId, tabId }) => {
    if (frameId === 0) void silence.onArrival(tabId);
  }, ofEhrs);
  webNavigation.onCompleted.addListener(({ frameId, tabId }) => {
    if (frameId === 0) void silence.onLoaded(tabId);
  }, ofEhrs);
}

/** A worker starts every few seconds: an alarm that each start set anew would never ring. */
async function keepAlarm({ alarms }: ExtensionApi): Promise<void> {
  if ((await alarms.get(UPKEEP_ALARM)) !== undefined) return;
  await alarms.create(UPKEEP_ALARM, { periodInMinutes: UPKEEP_MINUTES });
}

/** Answers a message, or null when nobody is owed an answer. */
function hear(worker: Worker, speaker: Speaker, message: unknown): Promise<unknown> | null {
  if (speaker.is === 'contentScript') {
    // No answer beyond "heard": a page that took over its renderer learns nothing.
    return hearPage(worker, speaker, message)?.then(() => null) ?? null;
  }
  const request = WorkerRequest.safeParse(message);
  return request.success ? answer(worker, speaker, request.data) : null;
}

function hearPage(worker: Worker, speaker: ContentScript, message: unknown): Promise<void> | null {
  // Before anything is read or kept of it: what is one too many costs nothing.
  if (!worker.limits.hears(speaker.tabId)) return Promise.resolve();
  const notice = ReadingNotice.safeParse(message);
  if (notice.success) {
    const { reading, complete } = notice.data;
    // Which EHR it is the address says: none speaks in the name of another.
    if (reading.ehr !== speaker.ehr) return Promise.resolve();
    return ifAllowed(worker, speaker, () =>
      hearReading(worker, speaker.tabId, { reading, complete }),
    );
  }
  if (PanelGivenUp.safeParse(message).success) return worker.tabs.onGivenUp(speaker.tabId);
  if (!PanelPartWanted.safeParse(message).success) return null;
  return ifAllowed(worker, speaker, () => worker.bringPanelPart(speaker));
}

/** Shown first: counting keeps no badge waiting. */
async function hearReading(
  { tabs, fleet, schedules }: Worker,
  tabId: number,
  { reading, complete }: Omit<ReadingNotice, 'type'>,
): Promise<void> {
  await Promise.all([
    tabs.onReading(tabId, reading, complete),
    schedules.onReading(tabId, reading),
  ]);
  await fleet.onReading(tabId, reading);
}

/** What is read in an EHR that the practice does not allow goes nowhere, and no panel comes to it. */
async function ifAllowed(
  worker: Worker,
  { tabId, ehr }: ContentScript,
  work: () => Promise<void>,
): Promise<void> {
  await worker.silence.onWord(tabId);
  await ((await worker.mayWorkIn(ehr)) ? work() : worker.tabs.onNotAllowed(tabId));
}

async function answer(
  worker: Worker,
  speaker: Extract<Speaker, { is: 'ownPage' }>,
  { call, input }: WorkerRequest,
): Promise<WorkerReply<unknown>> {
  const reply = await worker.answer(call, input, speaker.tabId);
  if (call === 'brief.get' && reply.ok && speaker.tabId !== null) {
    const query = BriefQuery.safeParse(input);
    const state = BriefState.safeParse(reply.value);
    if (query.success && state.success) {
      await worker.tabs.onBrief(speaker.tabId, query.data, state.data);
    }
  }
  return reply;
}

async function upkeep(worker: Worker): Promise<void> {
  await Promise.all([
    worker.tabs.expire(),
    endExpiredSession(worker),
    // Its own alarm may have rung for a worker that was ended in the middle.
    worker.lock.lockIfDue(),
    // A clinician who approves on the server's page may have closed the tab that showed the code.
    worker.pairing.poll(),
    worker.outbox.sendWhatIsDue(),
    worker.fleet.upkeep(),
    worker.live.keep(),
  ]);
}

async function endExpiredSession({ session, cache, notify }: Worker): Promise<void> {
  if (await session.endIfExpired()) {
    await cache.clear();
    notify('session');
  }
  await cache.prune();
}
