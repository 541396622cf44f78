import type { OwnBlock, OwnText } from '#extension/panel/note/own-text.ts';
import type { Picking } from '#extension/panel/note/picking.ts';
import { interpret } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { EarlierInsertion } from '#shared/contracts/overlay-procedures.ts';
import { ExternalScore } from '#shared/contracts/reading.ts';
import { SelfCheck } from '#shared/contracts/self-check.ts';
import type { UpdateShape } from '#shared/contracts/update.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { FACTS } from './courses.ts';
import { clientState, type GalleryState } from './states.ts';

const { improving, tooEarly } = FACTS;

/** The same client some days before, when less was known. */
const BEFORE: BriefFacts = inventedFacts({
  asOf: '2026-11-17T23:04:00.000Z',
  lines: [
    {
      instrumentId: 'phq9',
      points: [
        { on: '2026-01-07', total: 18, fixed: { 9: 0 } },
        { on: '2026-11-05', total: 11, fixed: { 9: 0 } },
      ],
    },
  ],
});

/** A text of that day in the note. */
function blockOf(is: 'here' | 'copiedAlong', shape: UpdateShape = 'narrative'): OwnBlock {
  const request = chartRequest(shape);
  const { sections } = compose(interpret(BEFORE), request);
  const text = EarlierInsertion.parse({
    insertionId: inventedId(80),
    appointmentId: is === 'here' ? '77' : '60',
    appointmentOn: is === 'here' ? '2026-11-20' : '2026-11-04',
    request,
    briefAsOf: BEFORE.asOf,
    lastLookedAt: BEFORE.lastLookedAt,
    insertedAt: BEFORE.asOf,
    outcome: 'exact',
    parts: sections.map(({ section, heading, text: part }) => ({
      label: heading === '' ? 'Subjective' : heading,
      section: heading === '' ? 'subjective' : section,
      text: part,
    })),
  });
  return { is, mark: markIn(shape === 'soap' ? 'f4' : 'f1'), text };
}

function markIn(fieldKey: string) {
  return { fieldKey, line: 'Throughline, as of 17 Nov 2026, 5:04 pm.' };
}

function holding(...blocks: readonly OwnBlock[]): GalleryState {
  return state({ is: 'recognised', blocks });
}

function state(ownText: OwnText, picking: Picking = { is: 'idle' }): GalleryState {
  return { screen: clientState(improving), note: { ownText, picking } };
}

const SCORES = [
  { measure: 'PHQ-9', score: 12, outOf: 27, on: '2026-11-19' },
  { measure: 'PHQ-9', score: 15, outOf: null, on: '2026-10-01' },
  { measure: 'BDI-II', score: 21, outOf: 63, on: '2026-11-03' },
  { measure: 'GAD-7', score: 30, outOf: null, on: '2026-11-03' },
].map((score) => ExternalScore.parse(score));

const clicked = { fieldKey: 'f3', label: 'Assessment', position: 2 };

/** A page that the adapter does not quite know, without its words. */
export const STRUCTURE = SelfCheck.parse({
  ehr: 'simplepractice',
  adapterVersion: 1,
  kind: 'unknown',
  checks: [{ name: 'header.name', found: 0, expected: 'one', holds: false }],
  outline: [
    { depth: 0, tag: 'main', names: ['content-#'], role: null, ownText: 0 },
    { depth: 1, tag: 'h1', names: ['*'], role: null, ownText: 20 },
  ],
});

/** What notes and pages can hold besides an empty field, by name. */
export const NOTE_STATES: Readonly<Record<string, GalleryState>> = {
  'own text in the note': holding(blockOf('here')),
  'own text in the note, by field': holding(blockOf('here', 'soap')),
  'own text copied along': holding(blockOf('copiedAlong')),
  'own text that nobody knows': holding({ is: 'unknown', mark: markIn('f1') }),
  'own text being looked up': state({ is: 'lookingUp' }),
  'own text not looked up': state({ is: 'notLookedUp' }),
  'field being clicked': state({ is: 'none' }, { is: 'picking' }),
  'field clicked': state({ is: 'none' }, { is: 'picked', field: clicked }),
  'field of last time': state({ is: 'none' }, { is: 'remembered', field: clicked }),
  'field not to be written into': state(
    { is: 'none' },
    { is: 'picked', field: { ...clicked, fieldKey: 'x' } },
  ),
  'no field clicked': state({ is: 'none' }, { is: 'ended', refusal: null }),
  'psychotherapy note clicked': state(
    { is: 'none' },
    { is: 'ended', refusal: 'psychotherapyNote' },
  ),
  'risk denied in the risk assessment': {
    screen: clientState(improving, { riskDenial: 'riskAssessment' }),
  },
  'risk denied in the note': { screen: clientState(improving, { riskDenial: 'noteText' }) },
  'risk denied, not to be compared': {
    screen: clientState(
      improving,
      { riskDenial: 'noteText' },
      { is: 'aging', verifiedAt: BEFORE.asOf },
    ),
  },
  'scores shown by the EHR': { screen: clientState(improving, { scores: SCORES }) },
  'structure not as expected': {
    screen: clientState(tooEarly, { failedChecks: ['header.name'] }),
  },
};
