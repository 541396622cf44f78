/**
 * What no message carries, because it tells whoever reads along what the practice does or what somebody
 * is there for. Without accents, in lower case; English, then Spanish.
 */

/** Words that begin like one of these are not taken: "therap" is "therapy" and "therapist". */
const BEGINNINGS = `
  depress anxi panic trauma ptsd suicid self-harm bipolar psych neuropsy addict alcohol substance
  marital premarit marriage grief adhd autis obsess compuls phobi schizo relaps recovery rehab detox
  behav hypno sexual sexolog intima therap counsel clinic patient client treatment diagnos symptom
  mental health medic doctor disorder crisis mood session wellness couples score severity questionnaire
  assessment phq gad csi alert risk
  depresi ansied panico psico psiqui sicolog neuropsi adicci duelo matrimoni autism obsesi fobi esquizo
  recaid recuperacion conductu hipno trastorno terap consej pacien tratamiento sintoma salud sesion
  pareja animo puntaj puntua gravedad cuestionario evaluacion riesgo`;

/** These only as whole words. */
const WHOLE = 'oq pcl core isi dass whodas ocd cbt dbt emdr sex sober toc tdah tept sexo';

/**
 * Harmless in a sentence, as in "a couple of minutes" or "the form is familiar", and telling in the name
 * of a practice: "Couple and Family Center".
 */
const BEGINNINGS_IN_NAMES = `
  couple famil eating recover sobri heal emotion mindful relationship anger divorc parenting
  conduct recuper sanacion emocion bienestar`;

const TELLING = expression(BEGINNINGS);
const TELLING_IN_NAMES = expression(`${BEGINNINGS} ${BEGINNINGS_IN_NAMES}`);

/** The first word of a text that tells; null when none does. */
export function tellingWord(text: string): string | null {
  return TELLING.exec(plain(text))?.[0] ?? null;
}

/** The first word that tells in the name of a practice, which every message may end with; null when none does. */
export function tellingWordOfName(name: string): string | null {
  return TELLING_IN_NAMES.exec(plain(name))?.[0] ?? null;
}

function expression(beginnings: string): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\d])(?:(?:${alternatives(beginnings)})[\\p{L}\\d-]*|(?:${alternatives(WHOLE)})(?![\\p{L}]))`,
    'u',
  );
}

function alternatives(words: string): string {
  return words.trim().split(/\s+/).join('|');
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
