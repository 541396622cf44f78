import { describe, expect, it } from 'vitest';
import { core10 } from '#shared/instruments/data/core10.ts';
import { gse } from '#shared/instruments/data/gse.ts';
import { itq } from '#shared/instruments/data/itq.ts';
import { phq9 } from '#shared/instruments/data/phq9.ts';
import { phqads } from '#shared/instruments/data/phqads.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { sendability } from '#shared/instruments/sendability.ts';

const NOTHING: ReadonlySet<string> = new Set();
const EVERYTHING = new Set(INSTRUMENTS.map(({ id }) => id));

function sendableWith(confirmed: ReadonlySet<string>) {
  return INSTRUMENTS.filter((measure) => sendability(measure, confirmed) === 'sendable');
}

describe('whether a measure may be sent', () => {
  it('is plain where the owner asks for nothing', () => {
    expect(sendability(phq9, NOTHING)).toBe('sendable');
  });

  it('waits for the practice where a licence has to be read', () => {
    expect(sendability(core10, NOTHING)).toBe('practiceMustConfirm');
    expect(sendability(core10, new Set(['phq9']))).toBe('practiceMustConfirm');
    expect(sendability(core10, new Set(['core10']))).toBe('sendable');
  });

  it('is no, whatever the practice confirms, without wording or without a known licence', () => {
    expect(sendability(itq, EVERYTHING)).toBe('wordingAbsent');
    expect(sendability(gse, EVERYTHING)).toBe('locked');
  });

  it('does not arise for what is worked out from other measures', () => {
    expect(sendability(phqads, EVERYTHING)).toBe('derived');
  });

  it('lets 26 measures be sent at most, 15 of them at once', () => {
    expect(sendableWith(EVERYTHING)).toHaveLength(26);
    expect(sendableWith(NOTHING)).toHaveLength(15);
  });
});
