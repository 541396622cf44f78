import { LiveEvent } from '#shared/contracts/live.ts';

/** A server that never ends a line must not fill the worker's memory. */
const LONGEST_FRAME = 16_384;

const DATA = 'data: ';

/**
 * Reads a stream to its end, or to a frame that is too long.
 * @yields {LiveEvent | null} Events as they come (HTML standard, 9.2: a frame ends with an empty
 * line); null for what is no event of ours, which is a sign of life nevertheless.
 */
export async function* eventsOf(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<LiveEvent | null, void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const frames = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = frames.pop() ?? '';
      if (rest.length > LONGEST_FRAME) return;
      for (const frame of frames) yield eventIn(frame);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventIn(frame: string): LiveEvent | null {
  if (!frame.startsWith(DATA)) return null;
  try {
    const event = LiveEvent.safeParse(JSON.parse(frame.slice(DATA.length)));
    return event.success ? event.data : null;
  } catch {
    return null;
  }
}
