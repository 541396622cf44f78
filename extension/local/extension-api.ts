import type { Browser } from 'wxt/browser';

/** The parts of the browser's extension interface that pages and worker use, and no others. */
export type ExtensionApi = Pick<
  typeof Browser,
  | 'action'
  | 'alarms'
  | 'commands'
  | 'idle'
  | 'management'
  | 'notifications'
  | 'permissions'
  | 'scripting'
  | 'storage'
  | 'tabs'
  | 'webNavigation'
  | 'windows'
> & { readonly runtime: Omit<typeof Browser.runtime, 'getURL'> };
