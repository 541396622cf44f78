import { describe, expect, it } from 'vitest';
import type { ClientScreen } from '#extension/panel/state/screen.ts';
import { INSERT_BLOCK_WORDS, insertBlockOf } from '#extension/panel/update/insertability.ts';
import {
  INSERT_REFUSAL_WORDS,
  outcomeInWords,
  undoInWords,
} from '#extension/panel/update/refusal-words.ts';
import { splitsByField, targetParts, usualField } from '#extension/panel/update/targets.ts';
import { InsertRefusal } from '#shared/contracts/insertion.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import { ClinicalUpdate } from '#shared/contracts/update.ts';
import { chartRequest } from '#shared/update/request.ts';
import { noteField, readingOf, VERIFIED_AT } from '#test/support/panel-scene.ts';

const SECTIONS = ['subjective', 'objective', 'assessment', 'plan'] as const;

function update(shape: 'narrative' | 'soap', sections: readonly string[]): ClinicalUpdate {
  return ClinicalUpdate.parse({
    ...chartRequest(shape),
    asOf: VERIFIED_AT,
    sections: sections.map((section) => ({
      section,
      heading: section,
      text: `Text of ${section}.`,
    })),
    text: 'The whole text.',
    words: 3,
  });
}

const fieldOf = (section: string) => noteField({ key: `key-${section}`, label: section, section });
const SOAP_NOTE = SECTIONS.map(fieldOf);

describe('the sections of a SOAP Update', () => {
  it('go to the fields of the same meaning', () => {
    const parts = targetParts(update('soap', SECTIONS), SOAP_NOTE, null);
    expect(parts.map(({ field, text }) => [field.key, text])).toEqual(
      SECTIONS.map((section) => [`key-${section}`, `Text of ${section}.`]),
    );
  });

  it('are written in the order of the page', () => {
    const turned = SOAP_NOTE.toReversed();
    const parts = targetParts(update('soap', SECTIONS), turned, null);
    expect(parts.map(({ field }) => field)).toEqual(turned);
  });

  it.each([
    ['a field is missing', SOAP_NOTE.slice(1)],
    ['two fields mean the same', [...SOAP_NOTE, noteField({ key: 'second', section: 'plan' })]],
    ['the note has one field', [fieldOf('whole')]],
  ])('stay one text when %s', (_what, fields) => {
    const chosen = fields[0] ?? null;
    expect(splitsByField(update('soap', SECTIONS), fields)).toBe(false);
    expect(targetParts(update('soap', SECTIONS), fields, chosen)).toEqual([
      { field: chosen, text: 'The whole text.' },
    ]);
  });
});

describe('a narrative Update', () => {
  it('goes to one field: the whole note, else what the client says', () => {
    expect(usualField([fieldOf('plan'), fieldOf('whole')])?.section).toBe('whole');
    expect(usualField(SOAP_NOTE)?.section).toBe('subjective');
    expect(usualField([fieldOf('response'), fieldOf('data')])?.section).toBe('data');
    expect(usualField([])).toBeNull();
  });

  it('goes to no field by itself whose meaning or label is not known', () => {
    expect(usualField([noteField({ label: 'Medications', section: null })])).toBeNull();
    expect(usualField([noteField({ label: '', section: 'whole' })])).toBeNull();
    expect(usualField([fieldOf('plan')])).toBeNull();
  });

  it('goes nowhere when there is no field', () => {
    expect(targetParts(update('narrative', ['whole']), [], null)).toEqual([]);
  });
});

describe('Insert', () => {
  const live = { is: 'live', verifiedAt: VERIFIED_AT } as const;
  const on = (
    reading: PageReading,
    freshness: ClientScreen['freshness'] = live,
  ): Parameters<typeof insertBlockOf>[1] => ({ reading, freshness, mayWrite: true });

  it('is offered on an editable note', () => {
    expect(insertBlockOf('chart', on(readingOf()))).toBeNull();
    expect(insertBlockOf('chart', on(readingOf(), { ...live, is: 'aging' }))).toBeNull();
  });

  it.each([
    ['signed', { note: { template: null, type: null, state: 'signed' } }],
    ['locked', { note: { template: null, type: null, state: 'locked' } }],
    ['locked', { kind: 'lockedNote', note: null }],
    ['unknownPage', { kind: 'unknown' }],
    ['unknownPage', { note: { template: null, type: null, state: 'unknown' } }],
    ['noNote', { kind: 'client', note: null, fields: [] }],
    ['noField', { fields: [] }],
    ['psychotherapyOnly', { fields: [noteField({ psychotherapy: true })] }],
    ['unsupportedEditor', { fields: [noteField({ editor: 'unsupported' })] }],
    [
      'unsupportedEditor',
      { fields: [noteField({ psychotherapy: true }), noteField({ editor: 'unsupported' })] },
    ],
  ])('is not offered: %s', (block, part) => {
    expect(insertBlockOf('chart', on(readingOf(part)))).toBe(block);
  });

  it.each([
    ['supervisor', 'forSupervisor'],
    ['clientLetter', 'forClient'],
  ] as const)('is never offered for the text of a %s, whatever note is open', (reader, block) => {
    expect(insertBlockOf(reader, on(readingOf()))).toBe(block);
    expect(insertBlockOf(reader, on(readingOf({ fields: [] })))).toBe(block);
    expect(INSERT_BLOCK_WORDS[block]).toContain('never inserted');
  });

  it('waits while the server can’t confirm who it is', () => {
    const cached = { is: 'cached', verifiedAt: VERIFIED_AT, because: 'slow' } as const;
    expect(insertBlockOf('chart', on(readingOf(), cached))).toBe('notConnected');
  });

  it('is not offered where the practice switched writing off, and says so before anything of the page', () => {
    const off = { ...on(readingOf()), mayWrite: false };
    expect(insertBlockOf('chart', off)).toBe('switchedOff');
    expect(insertBlockOf('chart', { ...off, reading: readingOf({ fields: [] }) })).toBe(
      'switchedOff',
    );
    expect(insertBlockOf('supervisor', off)).toBe('forSupervisor');
  });

  it('says where the text can still be had, whenever it is not offered', () => {
    for (const words of Object.values(INSERT_BLOCK_WORDS)) {
      expect(words).toMatch(/cop(y|ies)|separate record/i);
    }
  });
});

describe('the receipt', () => {
  it.each(InsertRefusal.options)('has words for "%s"', (reason) => {
    const words = outcomeInWords({ status: 'notInserted', reason });
    expect(words).toBe(`Not inserted. ${INSERT_REFUSAL_WORDS[reason]} The text is on Copy.`);
    expect(undoInWords({ status: 'notRestored', reason })).toMatch(/^Not undone\. \S/);
    expect(words).not.toMatch(/went wrong|error|failed/i);
  });

  it.each(InsertRefusal.options)('claims nothing of an undo doubted for "%s"', (reason) => {
    const words = undoInWords({ status: 'unconfirmed', reason });
    expect(words).toMatch(/^It could not be confirmed .+ Look at the note\.$/);
    expect(words).toContain(INSERT_REFUSAL_WORDS[reason]);
  });

  it('says "exactly" only of an exact outcome', () => {
    expect(outcomeInWords({ status: 'exact' })).toBe('Inserted exactly');
    for (const detail of ['altered', 'partial'] as const) {
      const words = outcomeInWords({ status: 'changed', detail });
      expect(words).not.toContain('exactly');
      expect(words).toContain('Read the note');
    }
  });

  it('claims neither way when nobody knows, and asks to look at the note', () => {
    const words = outcomeInWords({ status: 'unconfirmed', reason: 'pageUnreachable' });
    expect(words).not.toMatch(/^(not )?inserted/i);
    expect(words).toMatch(/Look at the note before you try again\.$/);
  });

  it('says what an undo restored', () => {
    expect(undoInWords({ status: 'restored' })).toContain('exactly as before');
    expect(undoInWords({ status: 'restored', beside: true })).not.toContain('exactly');
    const inPart = undoInWords({ status: 'notRestored', reason: 'editorRejected', inPart: true });
    expect(inPart).toMatch(/^Undone in part/);
  });
});
