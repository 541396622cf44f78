import type { Brief } from '../contracts/brief.ts';
import type { ClinicalUpdate, UpdateSection, UpdateShape } from '../contracts/update.ts';
import { momentInWords } from '../words/moments.ts';
import { alertList } from './alert-list.ts';
import { checkIns } from './check-ins.ts';
import { lead } from './lead.ts';
import { dataLimits } from './limits.ts';
import { scoreWithChange } from './narrative-scores.ts';
import { type Piece, type SoapSection, wordCount } from './piece.ts';
import { outcomeStatus, sincePrevious, trendStatus } from './progress.ts';
import { riskAnswers } from './risk-answers.ts';
import { soapScores } from './soap-scores.ts';
import { trim } from './trim.ts';

/** Longest Update in words, unless what may never be left out is longer by itself. */
export const MAX_WORDS = 150;

const HEADINGS: readonly (readonly [SoapSection, string])[] = [
  ['subjective', 'Subjective'],
  ['objective', 'Objective'],
  ['assessment', 'Assessment'],
  ['plan', 'Plan'],
];

/**
 * Writes the Clinical Update from a brief: plain sentences in the past tense, every number taken
 * from the brief, ending with where and when it comes from. The same brief gives the same text.
 * It names ranges and answers, never a diagnosis, a cause, a recommendation or the absence of risk.
 */
export function compose(brief: Brief, shape: UpdateShape): ClinicalUpdate {
  return shape === 'narrative' ? narrative(brief) : soap(brief);
}

function narrative(brief: Brief): ClinicalUpdate {
  const { measures } = brief;
  const provenance = provenanceLine(brief);
  const pieces = [
    ...lead(brief),
    ...measures.flatMap((measure) => [
      ...scoreWithChange(measure, brief),
      ...riskAnswers(measure, brief),
      ...outcomeStatus(measure),
      ...sincePrevious(measure, brief),
      ...trendStatus(measure),
      ...dataLimits(measure, brief),
    ]),
    ...alertList(brief),
    ...checkIns(brief),
  ];
  const text = sentences(trim(pieces, MAX_WORDS - wordCount(provenance)), provenance);
  return update(brief, 'narrative', [{ section: 'whole', heading: '', text }], text);
}

function soap(brief: Brief): ClinicalUpdate {
  const { measures } = brief;
  const provenance = provenanceLine(brief);
  const pieces = [
    ...lead(brief),
    ...measures.flatMap((measure) => [
      ...soapScores(measure, brief),
      ...riskAnswers(measure, brief),
      ...outcomeStatus(measure),
      ...trendStatus(measure),
      ...dataLimits(measure, brief),
    ]),
    ...alertList(brief),
    ...checkIns(brief),
  ];
  const room = MAX_WORDS - wordCount(provenance) - HEADINGS.length;
  const kept = trim(pieces, room);
  const sections = HEADINGS.flatMap(([section, heading]): UpdateSection[] => {
    const own = kept.filter((piece) => piece.section === section);
    if (section === 'plan') return [{ section, heading, text: sentences(own, provenance) }];
    return own.length === 0 ? [] : [{ section, heading, text: sentences(own) }];
  });
  const text = sections.map(({ heading, text: part }) => `${heading}: ${part}`).join('\n');
  return update(brief, 'soap', sections, text);
}

function update(
  { asOf }: Brief,
  shape: UpdateShape,
  sections: UpdateSection[],
  text: string,
): ClinicalUpdate {
  return { shape, asOf, sections, text, words: wordCount(text) };
}

function sentences(pieces: readonly Piece[], ending?: string): string {
  const texts = pieces.map(({ text }) => text);
  return (ending === undefined ? texts : [...texts, ending]).join(' ');
}

/** `Throughline, as of 20 Nov 2026, 6:58 pm.`, in the practice's time zone. */
function provenanceLine({ asOf, timeZone }: Brief): string {
  return `Throughline, as of ${momentInWords(asOf, timeZone)}.`;
}
