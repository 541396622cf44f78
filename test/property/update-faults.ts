import type { Brief } from '#shared/contracts/brief.ts';
import { ClinicalUpdate, type UpdateRequest } from '#shared/contracts/update.ts';
import { compose } from '#shared/update/compose.ts';
import { violations } from '#shared/update/forbidden/forbidden.ts';
import { SHAPES } from '#shared/update/shapes.ts';
import { PHRASES } from './requests.ts';
import { type Tracer, tracerOf } from './traceable.ts';

/** Where words are missing, with a few letters around. */
const GAP = /.{0,30}(?: {2}|[^\S\n]\n|\(\)|\.\.|: \.|, [,;]|; ;|\s[.,;]).{0,30}/g;

/**
 * Everything that is wrong with the Update of a brief, in sentences; empty when nothing is. What the
 * tests ask of a few thousand Updates, `npm run faults` asks of a hundred thousand.
 */
export function updateFaults(
  brief: Brief,
  request: UpdateRequest,
  untraceable: Tracer = tracerOf(brief),
): string[] {
  const update = compose(brief, request, PHRASES);
  const { text, sections, words } = update;
  const { language } = request;
  const expected = SHAPES[request.shape].map(({ section }) => section);
  return [
    ...untraceable(text, language).map((number) => `not in the brief: ${number}`),
    ...violations(text, language),
    ...sections.flatMap((section) => violations(section.text, language)),
    ...(ClinicalUpdate.safeParse(update).success ? [] : ['no Update by the contract']),
    ...(sections.map(({ section }) => section).join() === expected.join()
      ? []
      : ['not the parts of the shape']),
    ...(sections.every((section) => /\p{L}.*[.]$/su.test(section.text)) ? [] : ['a part is empty']),
    ...(words === text.split(/\s+/).length ? [] : ['words are miscounted']),
    ...(/Throughline, (?:as of|con datos del) [^\n]+\.$/.test(text) ? [] : ['no provenance']),
    ...(text.match(GAP) ?? []).map((gap) => `a gap in a sentence: ${gap}`),
  ];
}
