import type { Channel } from './book.ts';

/** Where a browser's updater asks, by channel. The policy files name it. */
export function updateAddress(server: string, channel: Channel): string {
  return new URL(`/extension/updates/${channel}.xml`, server).href;
}
