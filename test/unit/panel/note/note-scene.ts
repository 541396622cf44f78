import { interpret } from '#shared/brief/interpret.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { EarlierInsertion } from '#shared/contracts/overlay-procedures.ts';
import type { UpdateRequest } from '#shared/contracts/update.ts';
import { compose } from '#shared/update/compose.ts';
import { chartRequest } from '#shared/update/request.ts';
import { inventedFacts, inventedId } from '#test/support/brief-facts.ts';
import { noteField } from '#test/support/panel-scene.ts';

/** Jordan's answers up to the Tuesday, and those of the Friday as well. */
export const TUESDAY = factsOf('2026-11-17T23:04:00.000Z', [
  ['2026-09-01', 18],
  ['2026-11-10', 14],
]);
export const FRIDAY = factsOf('2026-11-21T00:58:00.000Z', [
  ['2026-09-01', 18],
  ['2026-11-10', 14],
  ['2026-11-18', 11],
]);

function factsOf(asOf: string, points: readonly (readonly [string, number])[]): BriefFacts {
  return inventedFacts({
    asOf,
    lastLookedAt: '2026-11-05T15:00:00.000Z',
    lines: [{ instrumentId: 'phq9', points: points.map(([on, total]) => ({ on, total })) }],
  });
}

/** The fields of a SOAP note. */
export const SOAP_FIELDS = (['subjective', 'objective', 'assessment', 'plan'] as const).map(
  (section, place) =>
    noteField({
      key: `f${place + 1}`,
      label: `${section.charAt(0).toUpperCase()}${section.slice(1)}`,
      section,
    }),
);

/** What the register says of a text that was inserted on the Tuesday, in the note of appointment 77. */
export function earlierText(
  over: Partial<Record<keyof EarlierInsertion, unknown>> = {},
  request: UpdateRequest = chartRequest('narrative'),
): EarlierInsertion {
  const update = compose(interpret(TUESDAY), request);
  const isWhole = update.sections.length === 1;
  return EarlierInsertion.parse({
    insertionId: inventedId(80),
    appointmentId: '77',
    appointmentOn: '2026-11-20',
    request,
    briefAsOf: TUESDAY.asOf,
    lastLookedAt: TUESDAY.lastLookedAt,
    insertedAt: Instant.parse('2026-11-17T23:05:00.000Z'),
    outcome: 'exact',
    parts: isWhole
      ? [{ label: 'Subjective', section: 'subjective', text: update.text }]
      : update.sections.map(({ section, heading, text }) => ({ label: heading, section, text })),
    ...over,
  });
}

/** The closing line of that text, as a page reads it. */
export const TUESDAY_LINE = 'Throughline, as of 17 Nov 2026, 5:04 pm.';
