import { describe, expect, it } from 'vitest';
import { type Sight, wrongSights } from '#test/faults/identity/tabs/sights.ts';

/** A page about somebody, with its header drawn. */
const page = (
  at: number,
  owner: string | null,
  over: Partial<Sight & { of: 'page' }> = {},
): Sight => ({
  of: 'page',
  at,
  document: 1,
  owner,
  named: owner === null ? [] : [owner],
  visible: true,
  ...over,
});
const panel = (at: number, shows: readonly string[], document = 10): Sight => ({
  of: 'panel',
  at,
  document,
  shows,
});

describe('what was in the panel while the page was about somebody', () => {
  it('is nobody wrong where both are about the same client', () => {
    const sights = [page(0, 'jordan'), panel(5, ['jordan']), panel(50, []), page(60, 'riley')];
    expect(wrongSights([...sights, panel(90, ['riley'])], 500)).toEqual([]);
  });

  it('counts a client who is kept: first by the address, then by the header that is drawn', () => {
    const sights = [
      page(0, 'jordan'),
      panel(5, ['jordan']),
      page(60, 'riley', { named: ['jordan'] }),
    ];
    const drawn = [page(80, 'riley'), panel(300, ['riley'])];
    expect(wrongSights([...sights, ...drawn], 500)).toEqual([
      { shown: 'jordan', on: 'riley', against: 'address', ms: 20 },
      { shown: 'jordan', on: 'riley', against: 'header', ms: 220 },
    ]);
  });

  it('counts a header of somebody else, and a page that is about nobody', () => {
    const header = [page(0, 'jordan', { named: ['riley'] }), panel(10, ['jordan'])];
    expect(wrongSights(header, 30)).toEqual([
      { shown: 'jordan', on: 'riley', against: 'header', ms: 20 },
    ]);
    expect(wrongSights([page(0, null), panel(10, ['jordan'])], 30)).toEqual([
      { shown: 'jordan', on: 'nobody', against: 'address', ms: 20 },
    ]);
  });

  it('counts numbers of somebody else beside the right name', () => {
    const sights = [page(0, 'jordan'), panel(10, ['jordan', 'riley'])];
    expect(wrongSights(sights, 40)).toEqual([
      { shown: 'riley', on: 'jordan', against: 'header', ms: 30 },
    ]);
  });

  it('takes a panel away with the document that it stood in, and does not take it back', () => {
    const left = [page(0, 'jordan'), panel(5, ['jordan']), page(60, 'riley', { document: 2 })];
    expect(wrongSights([...left, panel(61, ['jordan', 'jordan'])], 500)).toEqual([]);
  });

  it('counts what a panel of the new document shows of the client before', () => {
    const left = [page(0, 'jordan'), panel(5, ['jordan']), page(60, 'riley', { document: 2 })];
    expect(wrongSights([...left, panel(100, ['jordan'], 11)], 500)).toHaveLength(1);
  });

  it('judges nothing in a tab behind another, and judges it as soon as it is in front', () => {
    const sights = [page(0, 'jordan'), panel(5, ['jordan']), page(20, 'riley', { visible: false })];
    expect(wrongSights(sights, 500)).toEqual([]);
    expect(wrongSights([...sights, page(400, 'riley')], 500)).toEqual([
      { shown: 'jordan', on: 'riley', against: 'header', ms: 100 },
    ]);
  });

  it('keeps two short moments apart', () => {
    const twice = [panel(10, ['riley']), panel(20, []), panel(30, ['riley']), panel(45, [])];
    expect(wrongSights([page(0, 'jordan'), ...twice], 500).map(({ ms }) => ms)).toEqual([10, 15]);
  });
});
