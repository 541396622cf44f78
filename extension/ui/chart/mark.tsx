import type { Mark } from '#shared/charts/instructions.ts';

/** What a mark looks like depends on these. */
type Look = Pick<
  Mark,
  'x' | 'y' | 'shape' | 'isLatest' | 'isBaseline' | 'isProrated' | 'isAfterSession'
>;

/** Attributes by which a mark is reached and heard. */
export interface Reach {
  readonly tabIndex: number;
  readonly role: 'img';
  readonly 'aria-label': string;
  readonly onFocus: () => void;
  readonly onPointerEnter: () => void;
}

/**
 * One answer. Each kind has a shape of its own, so that none is told by its colour: a circle counts, a
 * small one does not, a cross has no score, a diamond is the EHR's, a struck circle was corrected, a
 * triangle came later, a square was found by a screen.
 */
export function MarkShape({ mark, reach }: { readonly mark: Look; readonly reach?: Reach }) {
  const { x, y, shape, isLatest, isProrated, isAfterSession } = mark;
  const classes = [
    'mark',
    shape,
    ...(isLatest ? ['last'] : []),
    ...(isProrated ? ['filled-in'] : []),
    ...(isAfterSession ? ['after'] : []),
  ].join(' ');
  const path = PATHS[shape];
  return (
    <>
      {mark.isBaseline ? <circle class="ring" cx={x} cy={y} r={7} aria-hidden="true" /> : null}
      {path === undefined ? (
        <circle class={classes} cx={x} cy={y} r={radiusOf(mark)} {...reach} />
      ) : (
        <path class={classes} d={`M${x} ${y}${path}`} {...reach} />
      )}
    </>
  );
}

/** Around its place, in relative steps; circles have none. */
const PATHS: Readonly<Partial<Record<Mark['shape'], string>>> = {
  unscored: 'm-4 -4l8 8m0 -8l-8 8',
  external: 'm0 -5l5 5l-5 5l-5 -5z',
  superseded: 'm-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0m-1.5 5l11 -10',
  later: 'm0 -5l5 8.5h-10z',
  finding: 'm-4 -4h8v8h-8z',
};

function radiusOf({ shape, isLatest }: Look): number {
  if (shape === 'sameDay') return 2.5;
  return isLatest ? 5 : 3.5;
}
