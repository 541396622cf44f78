import type { Candidate } from './candidates.ts';
import type { Drawing, Path, Plot } from './instructions.ts';
import type { TimeAxis } from './lay/time-axis.ts';
import type { PlacedCandidate } from './marks.ts';

/** Lines through scores that follow one another in one run; a score by itself has none. */
export function pathsDrawn(counted: readonly PlacedCandidate[]): Path[] {
  const paths: { kind: Path['kind']; points: PlacedCandidate[] }[] = [];
  for (const [place, to] of counted.entries()) {
    const from = counted[place - 1];
    if (from === undefined || from.candidate.run !== to.candidate.run) continue;
    const kind = to.candidate.isAfterSession ? 'afterSession' : 'course';
    const open = paths.at(-1);
    if (open?.kind === kind && open.points.at(-1) === from) open.points.push(to);
    else paths.push({ kind, points: [from, to] });
  }
  return paths.map(({ kind, points }) => ({ kind, points: points.map(({ x, y }) => ({ x, y })) }));
}

/** Units above the ground line. */
const ABOVE_GROUND = 1.5;

/** From an answer back to the one before, wherever both are about the same days; joined ones as one. */
export function overlapsDrawn(
  candidates: readonly Candidate[],
  { x }: Pick<TimeAxis, 'x'>,
  { bottom }: Plot,
): Drawing['overlaps'] {
  const answered = candidates.filter(({ score }) => score !== null);
  const stretches: { from: number; to: number }[] = [];
  for (const [place, { on, overlapsRecall }] of answered.entries()) {
    const before = answered[place - 1];
    if (!overlapsRecall || before === undefined || before.on === on) continue;
    const open = stretches.at(-1);
    if (open?.to === x(before.on)) open.to = x(on);
    else stretches.push({ from: x(before.on), to: x(on) });
  }
  return stretches.map((stretch) => ({ ...stretch, y: bottom - ABOVE_GROUND }));
}
