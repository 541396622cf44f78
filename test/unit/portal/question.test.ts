import { describe, expect, it } from 'vitest';
import type { OpenMeasure } from '#backend/care/client-care.ts';
import { readerOf } from '#backend/portal/reader.ts';
import { question } from '#backend/portal/screens/question.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Instrument } from '#shared/contracts/instrument.ts';
import { csi16 } from '#shared/instruments/data/csi16.ts';

async function screenOf(instrument: Instrument, number: number): Promise<string> {
  const item = instrument.items.find((one) => one.number === number);
  if (item === undefined) throw new Error(`there is no item ${number}`);
  const checkIn: OpenMeasure = {
    kind: 'measure',
    state: 'open',
    place: 1,
    of: 1,
    instrument,
    begun: true,
    answers: new Map(),
    opensUntil: '2026-12-01' as CalendarDate,
  };
  return String(
    await question({ reader: readerOf(), base: '/m/secret', checkIn, item, toReview: false }),
  );
}

/** The choices of a screen as they stand: value, then what is read. */
function choicesIn(screen: string): string[][] {
  const buttons = screen.matchAll(
    /<button name="answer" value="(-?\d+)"[^>]*>\s*<span>(.*?)<\/span>\s*<\/button>/gs,
  );
  return [...buttons].map(([, value = '', words = '']) => [
    value,
    words.replaceAll(/<[^>]*>/g, '').trim(),
  ]);
}

describe('a question between two poles', () => {
  it('prints them beside the first and the last number, in the order of the form', async () => {
    expect(choicesIn(await screenOf(csi16, 11))).toEqual([
      ['5', '5 INTERESTING'],
      ['4', '4'],
      ['3', '3'],
      ['2', '2'],
      ['1', '1'],
      ['0', '0 BORING'],
    ]);
  });

  it('keeps the order of the next one, which runs the other way', async () => {
    const choices = choicesIn(await screenOf(csi16, 12));
    expect([choices[0], choices.at(-1)]).toEqual([
      ['0', '0 BAD'],
      ['5', '5 GOOD'],
    ]);
  });
});

describe('a question without words above it', () => {
  it('has no empty line in their place', async () => {
    const screen = await screenOf(csi16, 1);
    expect(screen).not.toContain('<p class="soft"></p>');
    expect(choicesIn(screen)).toHaveLength(7);
  });
});
