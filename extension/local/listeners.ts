import { BriefQuery } from '#shared/contracts/procedures.ts';
import {
  BriefState,
  PanelPartWanted,
  ReadingNotice,
  type WorkerReply,
  WorkerRequest,
} from '../messages/worker.ts';
import type { ExtensionApi } from './extension-api.ts';
import { failure } from './failure.ts';
import { passOn } from './keyboard-commands.ts';
import { type OwnAddress, type Speaker, speakerOf } from './senders.ts';
import type { Worker } from './worker.ts';

/** The pages that have a content script. */
export const EHR_ORIGINS = [
  'https://secure.simplepractice.com',
  'https://www.therapynotes.com',
  'https://app.sessionshealth.com',
];

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
  const own: OwnAddress = {
    id: browser.runtime.id,
    origin,
    ehrOrigins: EHR_ORIGINS,
  };

  browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
    const speaker = speakerOf(sender, own);
    if (speaker === null) return false;
    const reply = hear(worker, speaker, message);
    if (reply === null) return false;
    void reply.catch(() => NOT_ANSWERED).then(sendResponse);
    return true;
  });
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.status === 'loading' && isEhrPage(tab.url)) void worker.tabs.onEhrPageLoading(tabId);
    if (change.status === 'loading') void worker.schedules.forget(tabId);
    void worker.safeView.lookAgain();
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void worker.tabs.onTabClosed(tabId);
    void worker.schedules.forget(tabId);
    void worker.safeView.lookAgain();
    void worker.outbox.onTabClosed(tabId);
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === UPKEEP_ALARM) void upkeep(worker);
  });
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') worker.notify('settings');
  });
  browser.commands.onCommand.addListener((name, tab) => void passOn(browser, name, tab?.id));
  void keepAlarm(browser);
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

function hearPage(
  worker: Worker,
  speaker: Extract<Speaker, { is: 'contentScript' }>,
  message: unknown,
): Promise<void> | null {
  const notice = ReadingNotice.safeParse(message);
  if (notice.success) {
    return hearReading(worker, speaker.tabId, notice.data);
  }
  return PanelPartWanted.safeParse(message).success ? worker.bringPanelPart(speaker) : null;
}

async function hearReading(
  { tabs, schedules }: Worker,
  tabId: number,
  { reading, complete }: ReadingNotice,
): Promise<void> {
  await Promise.all([
    tabs.onReading(tabId, reading, complete),
    schedules.onReading(tabId, reading),
  ]);
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
    // A clinician who approves on the server's page may have closed the tab that showed the code.
    worker.pairing.poll(),
    worker.outbox.sendWhatIsDue(),
  ]);
}

async function endExpiredSession({ session, cache, notify }: Worker): Promise<void> {
  if (await session.endIfExpired()) {
    await cache.clear();
    notify('session');
  }
  await cache.prune();
}

function isEhrPage(url: string | undefined): boolean {
  const origin = url === undefined ? undefined : URL.parse(url)?.origin;
  return origin !== undefined && EHR_ORIGINS.includes(origin);
}
