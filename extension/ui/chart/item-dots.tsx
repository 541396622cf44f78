import type { ItemRow } from '#shared/charts/items/item-rows.ts';

const WIDTH = 96;
const HEIGHT = 18;
const INSET = 9;

/**
 * The answers to one item on its choices. First is a bar, previous a ring, now a filled circle: where
 * they are the same they lie in each other and can all be seen.
 */
export function ItemDots({ row: { steps, dots } }: { readonly row: ItemRow }) {
  const x = (share: number) => INSET + share * (WIDTH - 2 * INSET);
  const y = HEIGHT / 2;
  const ticks = Array.from({ length: steps }, (_, place) => place / Math.max(1, steps - 1));
  return (
    <svg
      class="chart item-dots"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      <line class="ground" x1={x(0)} x2={x(1)} y1={y} y2={y} />
      {ticks.map((share) => (
        <line key={share} class="ground" x1={x(share)} x2={x(share)} y1={y - 2} y2={y + 2} />
      ))}
      {dots.map(({ when, share }) => {
        if (share === null) return null;
        if (when === 'first') {
          return <path key={when} class="first" d={`M${x(share)} 0v${HEIGHT}`} />;
        }
        return (
          <circle key={when} class={when} cx={x(share)} cy={y} r={when === 'now' ? 3.5 : 6.5} />
        );
      })}
    </svg>
  );
}
