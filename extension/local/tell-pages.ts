import type { WorkerNotice } from '../messages/worker-notice.ts';
import type { ExtensionApi } from './extension-api.ts';

/** Tells all extension pages that something they show may have changed. */
export function tellPages(
  browser: Pick<ExtensionApi, 'runtime'>,
  what: WorkerNotice['what'],
): void {
  const notice: WorkerNotice = { type: 'changed', what };
  // Rejected when no page of ours is open: then there is nobody to tell.
  browser.runtime.sendMessage(notice).catch(() => undefined);
}
