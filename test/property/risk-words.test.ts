import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deniesRisk } from '#extension/ehr/notes/risk-words.ts';
import { compose } from '#shared/update/compose.ts';
import { anyBrief } from './briefs.ts';
import { anyRequest } from './requests.ts';

const denial = fc.constantFrom(
  'Denies SI',
  'Client denied suicidal ideation',
  'No SI/HI reported',
  'Niega ideación suicida',
);
const prose = fc
  .array(fc.constantFrom('Slept well', 'On time', 'Refiere ansiedad', 'Homework was done'), {
    maxLength: 6,
  })
  .map((sentences) => sentences.join('. '));

describe('a denial of risk', () => {
  it('is found wherever it stands in a note, however it is written', () => {
    const spelled = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.normalize('NFD'),
      (text) => text.replaceAll(' ', '\u00a0'),
    );
    fc.assert(
      fc.property(prose, denial, prose, spelled, (before, text, behind, spell) => {
        expect(deniesRisk(spell(`${before}. ${text}. ${behind}`))).toBe(true);
        expect(deniesRisk(`${before}. ${behind}`)).toBe(false);
      }),
    );
  });

  it('is never read out of an Update of ours, but where it repeats what people wrote', () => {
    fc.assert(
      fc.property(anyBrief, anyRequest, (brief, request) => {
        fc.pre(!deniesRisk(JSON.stringify(brief).replaceAll('"', '. ')));
        const { text } = compose(brief, { ...request, sessionOn: brief.sessionOn });
        expect(deniesRisk(text)).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('of any content is looked for without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(typeof deniesRisk(text)).toBe('boolean');
      }),
    );
  });
});
