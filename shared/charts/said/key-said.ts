import { numberInWords } from '../../words/numbers.ts';
import { FILLED_IN_WORDS } from '../../words/prorated.ts';
import type { Drawing, MarkShape } from '../instructions.ts';

/** One entry of a chart's key. `sample` names what it looks like. */
export interface KeyEntry {
  readonly sample:
    | 'scale'
    | 'corridor'
    | 'cutOff'
    | 'overlap'
    | 'prorated'
    | 'afterSession'
    | MarkShape;
  readonly words: string;
}

const OP_WORDS = { '>=': 'at least', '<=': 'at most', '>': 'above', '<': 'below' } as const;

const SHAPE_WORDS: Readonly<Partial<Record<MarkShape, string>>> = {
  sameDay: 'a later answer of that day counts',
  unscored: 'can’t be scored',
  external: 'shown by the EHR itself',
  superseded: 'corrected since',
  later: 'after the session',
};

/** What the chart shows besides scores, and only that. */
export function keySaid({ corridor, cutOff, overlaps, marks, isScaleKnown }: Drawing): KeyEntry[] {
  const shapes = new Set(marks.map(({ shape }) => shape));
  const apart = [...shapes].flatMap((sample): KeyEntry[] => {
    const words = SHAPE_WORDS[sample];
    return words === undefined ? [] : [{ sample, words }];
  });
  return [
    ...(isScaleKnown
      ? []
      : [
          {
            sample: 'scale',
            words: 'from the lowest to the highest score, no range is known',
          } as const,
        ]),
    ...(corridor === null ? [] : [corridorKey(corridor)]),
    ...(cutOff === null ? [] : [cutOffKey(cutOff)]),
    ...(marks.some(({ isProrated }) => isProrated)
      ? [{ sample: 'prorated', words: FILLED_IN_WORDS } as const]
      : []),
    ...apart,
    ...(marks.some(({ isAfterSession, shape }) => isAfterSession && shape !== 'later')
      ? [{ sample: 'afterSession', words: 'after the session' } as const]
      : []),
    ...(overlaps.length === 0
      ? []
      : [{ sample: 'overlap', words: 'asked about days that overlap' } as const]),
  ];
}

function corridorKey({ low, high }: NonNullable<Drawing['corridor']>): KeyEntry {
  const points = numberInWords((high - low) / 2);
  return { sample: 'corridor', words: `less than ${points} points from baseline` };
}

function cutOffKey({ value, op }: NonNullable<Drawing['cutOff']>): KeyEntry {
  return { sample: 'cutOff', words: `cut-off: ${OP_WORDS[op]} ${numberInWords(value)}` };
}
