import * as fc from 'fast-check';
import type { PhraseTemplate } from '#shared/contracts/phrase-template.ts';
import {
  UpdateAudience,
  UpdateLanguage,
  UpdateLength,
  type UpdateRequest,
  UpdateShape,
} from '#shared/contracts/update.ts';

/** What can be asked of the composer, but for the session. */
export const anyRequest: fc.Arbitrary<Omit<UpdateRequest, 'sessionOn'>> = fc.record({
  shape: fc.constantFrom(...UpdateShape.options),
  audience: fc.constantFrom(...UpdateAudience.options),
  length: fc.constantFrom(...UpdateLength.options),
  language: fc.constantFrom(...UpdateLanguage.options),
  assessmentLine: fc.boolean(),
});

const shared = { name: 'invented', shapes: [...UpdateShape.options] };

/** A practice's own phrases, with every slot there is, in both languages. */
export const PHRASES: readonly PhraseTemplate[] = [
  ['narrative', 'whole'],
  ['soap', 'objective'],
  ['dap', 'data'],
  ['birp', 'behavior'],
].flatMap(([shape, section]) =>
  [
    {
      language: 'en',
      per: 'measure',
      text: 'Own words on {measure}: {score} on {date}. It was {scoreOfMaximum}, {range}. Before: {baseline} on {baselineDate}, {previous} on {previousDate}. {points}; {change}; {changeSincePrevious}. {outcome}. {slope} over {count} scores',
    },
    {
      language: 'en',
      per: 'update',
      text: 'Reviewed on {asOf} for {session}. {completed} of {sent} came back, {missed} did not. {openAlerts} open. Next {nextDue}. {measures}',
    },
    {
      language: 'es',
      per: 'measure',
      text: 'Con palabras propias, {measure}: {score} el {date}. Fue {scoreOfMaximum}, {range}. Antes: {baseline} el {baselineDate}. {points}; {change}. {outcome}. {slope}',
    },
    {
      language: 'es',
      per: 'update',
      text: 'Visto con datos del {asOf}. Volvieron {completed} de {sent}. {measures}',
    },
  ].map((phrase) => ({
    ...shared,
    ...phrase,
    id: `${shape} ${phrase.language} ${phrase.per}`,
    shapes: [shape],
    section,
  })),
) as PhraseTemplate[];
