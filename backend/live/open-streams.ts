import type { PracticeId } from '#shared/contracts/ids.ts';
import type { LiveStream } from './live-stream.ts';

/** Most streams of one process: beyond them a browser is told `busy`, and asks by itself meanwhile. */
export const MOST_STREAMS = 10_000;

/** The streams that are open in this process. */
export interface OpenStreams {
  readonly isFull: () => boolean;
  /** Takes the place of an earlier stream of the same session, which is ended. */
  readonly add: (stream: LiveStream) => void;
  readonly remove: (stream: LiveStream) => void;
  readonly all: () => readonly LiveStream[];
  readonly ofPractice: (practiceId: PracticeId) => readonly LiveStream[];
}

/** Builds an empty register. */
export function createOpenStreams(most: number): OpenStreams {
  const byToken = new Map<string, LiveStream>();
  const byPractice = new Map<PracticeId, Set<LiveStream>>();
  return {
    isFull: () => byToken.size >= most,
    add(stream) {
      byToken.get(stream.token)?.end();
      byToken.set(stream.token, stream);
      const practice = byPractice.get(stream.practiceId) ?? new Set();
      byPractice.set(stream.practiceId, practice.add(stream));
    },
    remove(stream) {
      if (byToken.get(stream.token) === stream) byToken.delete(stream.token);
      const practice = byPractice.get(stream.practiceId);
      practice?.delete(stream);
      if (practice?.size === 0) byPractice.delete(stream.practiceId);
    },
    all: () => [...byToken.values()],
    ofPractice: (practiceId) => [...(byPractice.get(practiceId) ?? [])],
  };
}
