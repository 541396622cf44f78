import type { LiveEvent } from '#shared/contracts/live.ts';

const UTF_8 = new TextEncoder();

/** An event as the wire has it: one `data` line and an empty one (HTML standard, 9.2.6). */
export function frameOf(event: LiveEvent): Uint8Array<ArrayBuffer> {
  return UTF_8.encode(`data: ${JSON.stringify(event)}\n\n`);
}
