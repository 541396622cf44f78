import type { Forbidden } from './pattern.ts';

/** Spanish words have letters that `\b` takes for their end. */
const words = (pattern: string) => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

/** What an Update in Spanish never says. */
export const SPANISH: readonly Forbidden[] = [
  {
    pattern: words(
      '(?:sin|no hay|ning[uú]n|nulo|no presenta|no tiene|ausencia de) (?:(?:un|el|los|ning[uú]n|de) )*(?:riesgos?|peligros?|preocupaci[oó]n(?:es)?)(?: (?:suicida|actual|conocido|aparente))?',
    ),
    because: 'absence of risk is never claimed',
  },
  {
    pattern: words(
      'segur[oa]s?|seguridad|a salvo|estables?|niega|negó|bajo riesgo|riesgo bajo|fuera de peligro',
    ),
    because: 'safety is never claimed',
  },
  {
    pattern: words(
      'sin cambios?(?! (?:con)?fiable)|no (?:ha cambiado|cambió|hay cambios?)|inalterad[oa]s?',
    ),
    because: 'no reliable change is not no change',
  },
  {
    pattern: words('(?:sin|ninguna|no hay) alertas?(?: abiertas?)?'),
    because: 'a note outlives the moment in which none was open',
  },
  {
    pattern: words(
      'diagn[oó]stic\\p{L}*|trastornos?|depres\\p{L}*|deprimid\\p{L}*|ansi[eo]\\p{L}*|tept|suicid\\p{L}*|s[ií]ntomas?|pacientes?',
    ),
    because: 'scores are described, people are not diagnosed',
  },
  {
    pattern: words(
      'bipolar(?:es|idad)?|psic[oó]tic\\p{L}*|psicosis|esquizo\\p{L}*|borderline|personalidad l[ií]mite|l[ií]mite de (?:la )?personalidad|toc|obsesiv\\p{L}*|tdah|man[ií]ac\\p{L}*|p[aá]nico|anorexi\\p{L}*|an[oó]r[eé]xic\\p{L}*|bulimi\\p{L}*|bul[ií]mic\\p{L}*|adicci[oó]n(?:es)?|adict\\p{L}*|alcoh[oó]lic\\p{L}*|alcoholismo',
    ),
    because: 'scores are described, people are not diagnosed',
  },
  {
    pattern: words(
      'porque|debido al?|a causa del?|caus(?:a|ó|ado|ada|ar)|gracias al?(?: tratamiento| medicaci[oó]n| terapia)|provoc\\p{L}*|produjo|llev[óa] a|responde|respondió(?: bien)? al?',
    ),
    because: 'no causal claim',
  },
  {
    pattern: words(
      'deben?|debería[ns]?|tienen? que|hay que|es necesario|recomiend[ao]\\p{L}*|recomendamos|recomendaci[oó]n(?:es)?|considere|conviene|inmediatamente',
    ),
    because: 'what to do is for the clinician to say',
  },
  {
    pattern: words('facturable|reembolsable|factur(?:a|ar|ado) (?:por|como|a)'),
    because: 'whether anything is billed is not for this text to say',
  },
];
