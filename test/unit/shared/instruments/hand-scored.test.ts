import { describe, expect, it } from 'vitest';
import { HAND_SCORED, handScored } from '#shared/instruments/hand-scored/registry.ts';
import { instrument } from '#shared/instruments/registry.ts';

describe('measures that may not be sent', () => {
  it('are known by name, 23 for want of a permission and 24 for good', () => {
    const standings = HAND_SCORED.map(({ standing }) => standing);
    expect(standings.filter((standing) => standing === 'permissionNeeded')).toHaveLength(23);
    expect(standings.filter((standing) => standing === 'neverShipped')).toHaveLength(24);
  });

  it('have an id each, and none of a measure that can be sent', () => {
    const ids = HAND_SCORED.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => instrument(id) !== null)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  it('say why', () => {
    for (const { why } of HAND_SCORED) expect(why).not.toBe('');
  });

  it('are found by their id', () => {
    expect(handScored('oq45')).toMatchObject({
      standing: 'neverShipped',
      alternative: 'CORE-10, or PHQ-9 + GAD-7 (PHQ-ADS)',
    });
    expect(handScored('phq9')).toBeNull();
  });
});
