import { ServerSettings } from '#extension/messages/worker.ts';
import type { PanelFacts } from '#extension/panel/state/facts.ts';
import { answerKey } from '#extension/panel/state/facts.ts';
import type { ClientScreen } from '#extension/panel/state/screen.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { type BriefReply, WhoAmI } from '#shared/contracts/procedures.ts';
import { NoteField, PageReading } from '#shared/contracts/reading.ts';
import { inventedFacts, inventedId } from './brief-facts.ts';

/** When the scene's answers were verified, and what its clock shows. */
export const VERIFIED_AT = Instant.parse('2026-11-21T00:58:00.000Z');

/** What the invented page shows of Jordan Avery. */
export const JORDAN = { recordId: 'abc123', name: 'Jordan Avery', birthDate: '1991-03-14' };

/** A field of a note. */
export function noteField(part: Record<string, unknown> = {}): NoteField {
  return NoteField.parse({
    key: 'f1',
    label: 'Subjective',
    section: 'subjective',
    editor: 'prosemirror',
    empty: true,
    psychotherapy: false,
    ...part,
  });
}

/** A reading of an open note of Jordan's. */
export function readingOf(part: Record<string, unknown> = {}): PageReading {
  return PageReading.parse({
    ehr: 'simplepractice',
    adapterVersion: 1,
    kind: 'note',
    settled: true,
    navigation: 3,
    subjects: [JORDAN],
    appointment: { id: '77', date: '2026-11-20' },
    note: { template: 'Progress note', type: 'progress', state: 'editable' },
    fields: [noteField()],
    identity: { verdict: 'certain', signals: ['urlId', 'name', 'birthDate'] },
    schedule: [],
    scores: [],
    ownMarks: [],
    riskDenial: null,
    failedChecks: [],
    ...part,
  });
}

/** A signed-in clinician. */
export const CLINICIAN = WhoAmI.parse({
  staffId: inventedId(300),
  displayName: 'Dr. Sam Okafor',
  role: 'clinician',
  practiceName: 'Invented Practice',
  timeZone: 'America/Chicago',
});

/** A server that can be asked. */
export const SERVER = ServerSettings.parse({
  backend: 'https://throughline.practice.example',
  source: 'build',
  problem: null,
});

/** All that the panel knows beside a settled page and a live answer about it. */
export function panelFacts(reply: BriefReply, part: Partial<PanelFacts> = {}): PanelFacts {
  const reading = part.reading ?? readingOf();
  return {
    link: 'connected',
    reading,
    answer: { key: answerKey(reading), state: { source: 'live', verifiedAt: VERIFIED_AT, reply } },
    person: { status: 'known', who: CLINICIAN },
    settings: SERVER,
    practice: null,
    adapterMode: 'on',
    now: new Date(VERIFIED_AT),
    ...part,
  };
}

/** The screen of a client whom the page surely shows. */
export function clientScreen(
  reading: PageReading = readingOf(),
  facts: BriefFacts = inventedFacts({ lines: [] }),
): ClientScreen {
  const [subject] = reading.subjects;
  if (subject === undefined) throw new Error('the reading is about nobody');
  return {
    kind: 'client',
    query: { ehr: reading.ehr, subject },
    reading,
    facts,
    freshness: { is: 'live', verifiedAt: VERIFIED_AT },
    usualAudience: 'chart',
    mayWrite: true,
  };
}
