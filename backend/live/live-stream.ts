import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import type { LiveEvent } from '#shared/contracts/live.ts';
import { frameOf } from './frame.ts';

/**
 * Bytes that may wait for a reader, beside what the sockets hold: about a hundred events. Whoever is
 * further behind is ended; their browser comes again and asks everything anew.
 */
const MOST_WAITING = 16 * 1024;

/** Whose stream it is. */
export interface StreamOwner {
  readonly practiceId: PracticeId;
  readonly staffId: StaffId;
  /** The session's token. */
  readonly token: string;
}

/** One browser's open stream. */
export interface LiveStream extends StreamOwner {
  /** The body of the reply. */
  readonly body: ReadableStream<Uint8Array>;
  /** When its session was last found open, on the clock that never goes back. */
  confirmedAt: number;
  /** When it last got a beat, on the same clock. */
  beatenAt: number;
  /** Sends an event; ends the stream instead when its reader is too far behind. */
  readonly tell: (event: LiveEvent) => void;
  /** Ends it. Idempotent. */
  readonly end: () => void;
}

/** Opens a stream. `onEnd` is called once, however it ends: by us, or because the reader is gone. */
export function openStream(
  owner: StreamOwner,
  openedAt: number,
  onEnd: (stream: LiveStream) => void,
): LiveStream {
  // A stream's `start` is called while it is built.
  let sink: ReadableStreamDefaultController<Uint8Array> | null = null;
  const over = (): boolean => {
    if (sink === null) return false;
    sink = null;
    onEnd(stream);
    return true;
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        sink = controller;
      },
      cancel() {
        over();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );
  const stream: LiveStream = {
    ...owner,
    body,
    confirmedAt: openedAt,
    beatenAt: openedAt,
    tell(event) {
      sink?.enqueue(frameOf(event));
      // What is queued is not waited for: its reader would only get it when it is old.
      if ((sink?.desiredSize ?? 1) <= 0) stream.end();
    },
    end() {
      const ending = sink;
      if (over()) ending?.close();
    },
  };
  return stream;
}
