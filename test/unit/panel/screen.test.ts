import { describe, expect, it } from 'vitest';
import { type PanelFacts, queryOf } from '#extension/panel/state/facts.ts';
import { screenOf } from '#extension/panel/state/screen.ts';
import type { BriefReply } from '#shared/contracts/procedures.ts';
import { readingKey } from '#shared/contracts/reading.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import {
  CLINICIAN,
  JORDAN,
  panelFacts,
  readingOf,
  SERVER,
  VERIFIED_AT,
} from '#test/support/panel-scene.ts';

const CERTAIN: BriefReply = { verdict: 'certain', brief: inventedFacts({ lines: [] }) };
const screen = (part: Partial<PanelFacts> = {}) => screenOf(panelFacts(CERTAIN, part));

/** The same facts, looked at later. */
const after = (seconds: number, part: Partial<PanelFacts> = {}) =>
  screen({ now: new Date(Date.parse(VERIFIED_AT) + seconds * 1000), ...part });

describe('the panel shows', () => {
  it('the client when it is certain', () => {
    expect(screen()).toMatchObject({ kind: 'client', freshness: { is: 'live' } });
  });

  it.each([
    ['fights', 'pageFights'],
    ['lost', 'pageLost'],
    ['connecting', 'connecting'],
  ] as const)('no client when the link to the page is "%s"', (link, kind) => {
    expect(screen({ link })).toEqual({ kind });
  });

  it('nothing of the client while the page is changing', () => {
    expect(screen({ reading: readingOf({ settled: false }) })).toEqual({ kind: 'settling' });
  });

  it.each([
    ['the next client', { subjects: [{ ...JORDAN, recordId: 'other' }] }],
    ['the same client after a navigation', { navigation: 4 }],
    ['another appointment', { appointment: { id: '78', date: '2026-11-21' } }],
  ])('no answer that was given for another reading: %s', (_what, part) => {
    const { answer } = panelFacts(CERTAIN);
    expect(screen({ reading: readingOf(part), answer })).toEqual({ kind: 'loading' });
  });

  it('the same client while text is typed into the note', () => {
    const { answer } = panelFacts(CERTAIN);
    const reading = readingOf({ fields: [] });
    expect(screen({ reading, answer })).toMatchObject({ kind: 'client' });
  });

  it.each([
    [{ subjects: [], kind: 'calendar' }, { kind: 'noClient' }],
    [{ subjects: [], kind: 'unknown' }, { kind: 'unknownPage' }],
    [{ subjects: [], kind: 'signedOut' }, { kind: 'ehrSignedOut' }],
    [
      { subjects: [JORDAN, JORDAN] },
      {
        kind: 'severalPeople',
        count: 2,
        page: { ehr: 'simplepractice', subjects: [JORDAN, JORDAN] },
        key: readingKey(readingOf({ subjects: [JORDAN, JORDAN] })),
      },
    ],
    [
      { subjects: [JORDAN, JORDAN, JORDAN] },
      {
        kind: 'severalPeople',
        count: 3,
        page: null,
        key: readingKey(readingOf({ subjects: [JORDAN, JORDAN, JORDAN] })),
      },
    ],
    [
      { subjects: [{ recordId: null, name: 'Jordan Avery', birthDate: null }] },
      { kind: 'insufficient' },
    ],
    [{ subjects: [{ recordId: null, name: null, birthDate: null }] }, { kind: 'insufficient' }],
  ])('what a page without one surely known person is', (part, expected) => {
    expect(screen({ reading: readingOf(part), answer: null })).toEqual(expected);
  });

  it.each([
    ['ambiguous', 'pageDisagrees'],
    ['none', 'insufficient'],
  ])(
    'nobody where the page’s own signs of who it is about are %s, and asks nobody',
    (verdict, kind) => {
      const reading = readingOf({ identity: { verdict, signals: ['urlId', 'name'] } });
      expect(screen({ reading })).toEqual({ kind });
      expect(queryOf(reading)).toBeNull();
    },
  );

  it.each([
    ['unlinked', { kind: 'unlinked' }],
    ['ambiguous', { kind: 'ambiguous' }],
    ['insufficient', { kind: 'insufficient' }],
  ] as const)('the verdict "%s" and no client', (verdict, expected) => {
    const shown = screenOf(panelFacts({ verdict, asOf: VERIFIED_AT }));
    expect(shown).toMatchObject(expected);
    expect(shown).not.toHaveProperty('facts');
  });

  it('a mismatch and no client', () => {
    const linkId = inventedId(10) as never;
    const shown = screenOf(
      panelFacts({ verdict: 'mismatch', asOf: VERIFIED_AT, differs: ['name'], linkId }),
    );
    expect(shown).toMatchObject({ kind: 'mismatch', differs: ['name'], linkId });
    expect(shown).not.toHaveProperty('facts');
  });

  it('that an admin has no clinical content', () => {
    const who = { ...CLINICIAN, role: 'admin' as const };
    expect(screen({ person: { status: 'known', who } })).toEqual({ kind: 'adminRole' });
  });

  it('the sign-in, and nothing of the client, when the session ended', () => {
    expect(screen({ person: { status: 'unavailable', because: 'signedOut' } })).toEqual({
      kind: 'signedOut',
    });
    const { answer } = panelFacts(CERTAIN);
    const ended = {
      key: answer?.key ?? '',
      state: { source: 'none', because: 'signedOut' },
    } as const;
    expect(screen({ answer: ended })).toEqual({ kind: 'signedOut' });
  });

  it('what is wrong with the settings before anything else of the server', () => {
    const settings = { ...SERVER, backend: null, problem: 'waitingForPractice' as const };
    expect(screen({ settings })).toEqual({ kind: 'notConfigured', problem: 'waitingForPractice' });
  });

  it.each(['unreachable', 'slow', 'refused', 'partMissing'] as const)(
    'that there is no answer: %s',
    (because) => {
      const key = panelFacts(CERTAIN).answer?.key ?? '';
      expect(screen({ answer: { key, state: { source: 'none', because } } })).toEqual({
        kind: 'unavailable',
        because,
      });
    },
  );
});

describe('an answer', () => {
  it('is "just now" for less than a minute', () => {
    expect(after(59)).toMatchObject({ freshness: { is: 'live' } });
    expect(after(60)).toMatchObject({ freshness: { is: 'aging' } });
  });

  it('is not shown at all after five minutes', () => {
    expect(after(299)).toMatchObject({ kind: 'client' });
    expect(after(300)).toMatchObject({ kind: 'tooOld', client: { displayName: 'Jordan Avery' } });
    expect(after(300)).not.toHaveProperty('facts');
  });

  it('is never live when it comes from the cache, however new it is', () => {
    const key = panelFacts(CERTAIN).answer?.key ?? '';
    const state = {
      source: 'cache',
      verifiedAt: VERIFIED_AT,
      reply: CERTAIN,
      because: 'unreachable',
    } as const;
    expect(after(1, { answer: { key, state } })).toMatchObject({
      kind: 'client',
      freshness: { is: 'cached', because: 'unreachable' },
    });
    expect(after(301, { answer: { key, state } })).toMatchObject({ kind: 'tooOld' });
  });
});
