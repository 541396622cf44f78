import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EhrId } from '#shared/contracts/ehr.ts';
import { PIECES, type ShownClient } from '#test/ehr/pieces.ts';
import { html, trusted } from '#test/ehr/server/markup.ts';
import { type EhrTab, type Harness, startHarness } from './harness.ts';

const EHRS = ['simplepractice', 'therapynotes', 'sessionshealth'] as const;
const SOAP = {
  title: 'Progress Note',
  labels: ['Subjective', 'Objective', 'Assessment', 'Plan'],
};

let harness: Harness;
/** One tab an address: a look is synchronous, so pages can be put into it one after the other. */
const tabs = new Map<string, EhrTab>();
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

async function look(address: string, markup: string, language = 'en') {
  const tab = tabs.get(address) ?? (await harness.tab(address, ''));
  tabs.set(address, tab);
  return tab.lookAt(markup, language);
}

/** A note whose header is as given. */
function noteOf(ehr: EhrId, ...clients: readonly Partial<ShownClient>[]) {
  const { note, page, header, form, recordIds } = PIECES[ehr];
  const whole = { name: 'Jordan Avery', birthDate: '3/14/1991', recordId: recordIds[0] };
  const headers = clients.map((client) => header({ ...whole, ...client }));
  return [note, page(...headers, form(SOAP))] as const;
}

describe.each(EHRS)('%s', (ehr) => {
  const [recordId, otherId] = PIECES[ehr].recordIds;

  test.each([
    "Maeve O'Donnell",
    'Maeve O’Donnell',
    'Zoë Šimková',
    'Zoe\u0308 S\u030cimkova\u0301',
    'מאיה לוי',
    'مريم حداد',
    'Robert Hale, Jr.',
    'Robert Hale III',
    'Robin Hale, PhD',
    'Robert "Bobby" Hale',
    'Robert (Bobby) Hale',
    'Hale, Robert Quincy',
    'Ortega y Gasset, José',
    '<b>Robert</b> "&amp;" Hale',
  ])('shows the name %s as the page does', async (name) => {
    const { subjects, identity } = await look(...noteOf(ehr, { name }));
    const several = name.includes('&');
    expect(identity.verdict).toBe(several ? 'ambiguous' : 'certain');
    if (!several) expect(subjects).toEqual([{ recordId, name, birthDate: '1991-03-14' }]);
  });

  test.each(['2/30/1991', '13/1/1991', '3/14/91', '14.3.1991', '0/0/0000', 'withheld', '—'])(
    'identifies nobody by a birth date written "%s"',
    async (birthDate) => {
      const { subjects, identity } = await look(...noteOf(ehr, { birthDate }));
      expect(subjects).toEqual([{ recordId: null, name: 'Jordan Avery', birthDate: null }]);
      expect(identity.verdict).toBe('none');
    },
  );

  test('named for two namesakes is about nobody for certain', async () => {
    const name = 'Jordan Avery & Jordan Avery';
    const { subjects, identity } = await look(...noteOf(ehr, { name, birthDate: null }));
    expect(subjects).toHaveLength(2);
    expect(identity.verdict).toBe('ambiguous');
  });

  test('with two headers of one client is about that client', async () => {
    const { subjects, identity } = await look(...noteOf(ehr, {}, {}));
    expect(subjects).toHaveLength(1);
    expect(identity.verdict).toBe('certain');
  });

  test.each([
    ['another client', { name: 'Riley Chen', birthDate: '9/2/2001', recordId: otherId }],
    ['another birth date', { birthDate: '3/15/1991' }],
    ['another record', { recordId: otherId }],
  ])('with a second header of %s is about nobody for certain', async (_, second) => {
    const { subjects, identity } = await look(...noteOf(ehr, {}, second));
    expect(subjects.length).toBeGreaterThan(1);
    expect(identity).toEqual({ verdict: 'ambiguous', signals: [] });
  });

  test('without a header names nobody, on a note and on a chart', async () => {
    const { page, form, chart } = PIECES[ehr];
    const note = await look(PIECES[ehr].note, page(form(SOAP)));
    expect([note.subjects, note.identity.verdict]).toEqual([[], 'none']);
    const { kind, subjects, failedChecks } = await look(
      chart(recordId),
      page(html`<p>Loading</p>`),
    );
    expect([kind, subjects]).toEqual(['unknown', []]);
    expect(failedChecks).toContain('header.name');
  });

  test('whose chart’s address and header name two records is about nobody for certain', async () => {
    const { page, header, chart } = PIECES[ehr];
    const shown = header({ name: 'Jordan Avery', birthDate: '3/14/1991', recordId: otherId });
    const { identity } = await look(chart(recordId), page(shown));
    expect(identity.verdict).toBe('ambiguous');
  });

  test.each(['es', 'fr-CA', 'de', 'zxx'])('in the language %s is not known', async (language) => {
    const { kind, subjects, labels } = await look(...noteOf(ehr, {}), language);
    expect([kind, subjects, labels]).toEqual(['unknown', [], []]);
  });

  test.each(['en', 'en-US', 'EN', ''])('that calls its language "%s" is', async (language) => {
    expect((await look(...noteOf(ehr, {}), language)).kind).toBe('note');
  });

  test('that claims English and labels its note otherwise offers no field', async () => {
    const { note, page, header, form } = PIECES[ehr];
    const shown = header({ name: 'Jordan Avery', birthDate: '3/14/1991', recordId });
    const foreign = ['Subjetivo', 'Objetivo', 'Análisis', 'Plan', 'Nota de psicoterapia'];
    const spanish = form({ title: 'Nota de evolución', labels: foreign });
    const { kind, labels } = await look(note, page(shown, spanish));
    expect([kind, labels]).toEqual(['unknown', []]);
  });

  test('with the form to sign in over a chart is no chart', async () => {
    const { chart, page, header } = PIECES[ehr];
    const shown = header({ name: 'Jordan Avery', birthDate: '3/14/1991', recordId });
    const form = trusted(
      '<form><input id="Login__UsernameField"><input type="password" id="user_password"></form>',
    );
    const { kind, subjects } = await look(chart(recordId), page(shown, form));
    expect([kind, subjects]).toEqual(['unknown', []]);
  });
});
