import type { NoteSection } from '../contracts/reading.ts';
import type { UpdateShape } from '../contracts/update.ts';
import type { Role } from './piece.ts';

/** One part of a shape: where it belongs, and what stands in it. */
export interface ShapeSection {
  readonly section: NoteSection;
  readonly roles: readonly Role[];
}

const ALL: readonly Role[] = ['report', 'finding', 'done', 'appraisal', 'next'];

/** The parts of each shape, in order. The last one ends with the provenance. */
export const SHAPES: Readonly<Record<UpdateShape, readonly ShapeSection[]>> = {
  narrative: [{ section: 'whole', roles: ALL }],
  soap: [
    { section: 'subjective', roles: ['report'] },
    { section: 'objective', roles: ['finding', 'done'] },
    { section: 'assessment', roles: ['appraisal'] },
    { section: 'plan', roles: ['next'] },
  ],
  dap: [
    { section: 'data', roles: ['report', 'finding', 'done'] },
    { section: 'assessment', roles: ['appraisal'] },
    { section: 'plan', roles: ['next'] },
  ],
  birp: [
    { section: 'behavior', roles: ['report'] },
    { section: 'intervention', roles: ['done'] },
    { section: 'response', roles: ['finding', 'appraisal'] },
    { section: 'plan', roles: ['next'] },
  ],
};

/**
 * Whether a shape keeps scores and what they compare with apart. Where both stand in one part, one
 * sentence says both.
 */
export function isSplit(shape: UpdateShape): boolean {
  return !SHAPES[shape].some(({ roles }) => roles.includes('report') && roles.includes('finding'));
}
