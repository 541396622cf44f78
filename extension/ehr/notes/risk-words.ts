/**
 * Sentences by which a note says that the client denies risk, in the English and Spanish of progress
 * notes. They are matched in text without case and diacritics, within one clause. The list is short
 * on purpose: it only ever makes the panel point to an answer that says otherwise.
 */

/** What is denied. "Suicidal plan" alone is not here: without a plan there may still be thoughts. */
const RISK =
  '(?:si|hi|si ?[/&] ?hi|(?:suicid|homicid)al(?:ity| and homicidal| or homicidal|/homicidal)?(?: ideations?| thoughts?| ideas?)|suicidality|homicidality|suicide|(?:ideations?|thoughts?) of (?:suicide|self[- ]?harm|(?:hurting|harming|killing) \\w+)|self[- ]?harm(?: (?:thoughts|urges))?|(?:areas of )?risk|risk of (?:self[- ]?harm|harm \\w+ self))\\b(?! (?:plan|plans|intent|means|screen|screening|assessment|factors?|questionnaire|level))';
/** Words that may stand between "denies" and what is denied; a verb ends the list. */
const LIST = `(?:(?!reports?|reported|endors|admits?|but|however|except|states?|stated|though|yet|presence)[a-z/&-]+,? ){0,8}?`;
const QUALITY =
  '(?:(?:current|active|passive|acute|known|any|recent|present|apparent|further|thoughts of|signs of|evidence of|indications? of|reports? of|history of) ){0,3}';

const ENGLISH = [
  `(?:denies|denied|deny|denying) ${LIST}${RISK}`,
  `(?:^|[^a-z-])no ${QUALITY}${RISK}`,
  `(?:^|[^a-z-])without ${QUALITY}${RISK}`,
  `negative for ${QUALITY}${RISK}`,
  `(?:does not|did not|doesn't|didn't|not) (?:report|reporting|endorse|endorsing|express|expressing|voice|disclose|have|having) ${QUALITY}${RISK}`,
  `\\b${RISK} ?(?:[:-]|was|were|is|are)? ?(?:denied|none|absent|not (?:reported|endorsed|present)|negative)`,
];

const RIESGO =
  '(?:(?:ideaciones|ideacion|ideas|pensamientos) (?:suicidas?|homicidas?|de (?:suicidio|muerte|autolesion|hacerse dano))|autolesion(?:es)?|riesgo(?:s)?|(?:todas )?las areas de riesgo)';

const SPANISH = [
  `(?:niega|nego|niegan) (?:(?!pero|refiere|reporta|presenta)[a-z]+,? ){0,5}?${RIESGO}`,
  `(?:no (?:reporta|refiere|presenta|expresa|manifiesta|hay|tiene)|sin) (?:[a-z]+ ){0,2}?${RIESGO}`,
];

const DENIALS = new RegExp([...ENGLISH, ...SPANISH].join('|'), 'g');

/** What stands right before such words and turns them round, or puts them into the past. */
const TURNED_ROUND =
  /(?:\b(?:not|never|cannot|no longer|neither|nor|without|fail(?:s|ed)? to|refuse[sd]? to|previously|initially|formerly|originally|no|nunca|ya no)|n't)(?: \w+ly)? $/;

const CLAUSE_END = /[.;!?\n]+/;

/** Whether a text says that the client denies risk. Somebody who "does not deny" it does not. */
export function deniesRisk(text: string): boolean {
  return text.split(CLAUSE_END).some((clause) => {
    const folded = clause
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .replaceAll('’', "'")
      .toLowerCase()
      .replaceAll(/\s+/g, ' ')
      .trim();
    return [...folded.matchAll(DENIALS)].some(
      ({ index }) => !TURNED_ROUND.test(folded.slice(0, index)),
    );
  });
}
