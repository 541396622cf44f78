import type { Instant } from '#shared/contracts/calendar.ts';
import type { LiveStream } from './live-stream.ts';
import type { OpenStreams } from './open-streams.ts';
import type { OwnVoice } from './own-voice.ts';

/** A stream that was told nothing for so long gets a beat: with a round every 2 s, within 15 s. */
const BEAT_AFTER_MS = 12_500;

/** What beats are made from. */
export interface BeatDeps {
  readonly streams: OpenStreams;
  readonly voice: Pick<OwnVoice, 'isHeard'>;
  readonly now: () => Instant;
  /** Milliseconds on a clock that never goes back. */
  readonly elapsed: () => number;
}

/** Tells streams that the line is there, and whether this process hears. */
export interface Beats {
  /** One stream, at once. */
  readonly to: (stream: LiveStream) => void;
  /** Those whose turn it is; all of them when hearing was lost or is back. */
  readonly round: () => void;
}

/** Builds them. */
export function createBeats({ streams, voice, now, elapsed }: BeatDeps): Beats {
  let wasHeard = voice.isHeard();
  const to = (stream: LiveStream) => {
    stream.beatenAt = elapsed();
    stream.tell({ is: 'beat', path: voice.isHeard() ? 'works' : 'broken', at: now() });
  };
  return {
    to,
    round() {
      const changed = voice.isHeard() !== wasHeard;
      wasHeard = voice.isHeard();
      for (const stream of streams.all()) {
        if (changed || elapsed() - stream.beatenAt >= BEAT_AFTER_MS) to(stream);
      }
    },
  };
}
