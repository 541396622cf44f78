import type { Instrument } from '../../contracts/instrument.ts';

type Place = 'panel' | 'total' | 'item';

/**
 * Codes that circulate under the wrong name, with the one place each belongs to; null where it is
 * none of these measures. 76504-0 stands as the AUDIT-C total in an HL7 example, 71969-0 (PROMIS
 * Global Mental Health) as PROMIS Depression in lists, and some lists swap panel and total of the
 * PHQ-A.
 */
const BELONGS: Readonly<Record<string, readonly [string, Place] | null>> = {
  '76504-0': ['hark', 'total'],
  '71969-0': null,
  '89206-7': ['phqa', 'panel'],
  '89204-2': ['phqa', 'total'],
  '75626-2': ['auditc', 'total'],
  '75624-7': null,
};

/** LOINC codes have the form of one, fit the items, and stand where they belong. */
export function loincDefects({ id, items, itemCount, loinc }: Instrument): string[] {
  const codes = [
    ...(loinc.panel === null ? [] : [{ code: loinc.panel, place: 'panel' as const }]),
    ...(loinc.total === null ? [] : [{ code: loinc.total, place: 'total' as const }]),
    ...loinc.items.map((code) => ({ code, place: 'item' as const })),
  ];
  const count = items.length === 0 ? itemCount : items.length;
  const fit = loinc.items.length === 0 || loinc.items.length === count;
  const once = new Set(codes.map(({ code }) => code)).size === codes.length;
  return [
    ...(fit ? [] : ['LOINC codes do not match the items']),
    ...(once ? [] : ['a LOINC code is given twice']),
    ...codes.filter(({ code }) => !isLoinc(code)).map(({ code }) => `${code} is not a LOINC code`),
    ...codes
      .filter(({ code, place }) => isAstray(id, place, code))
      .map(({ code, place }) => `LOINC ${code} is not the ${place} of ${id}`),
  ];
}

function isAstray(id: string, place: Place, code: string): boolean {
  const home = BELONGS[code];
  if (home === undefined) return false;
  return home === null || home[0] !== id || home[1] !== place;
}

/** A number, a hyphen and its check digit (mod 10, as LOINC's users' guide has it). */
function isLoinc(code: string): boolean {
  if (!/^\d{1,7}-\d$/.test(code)) return false;
  const digits = Array.from(code.slice(0, -2), Number).toReversed();
  const sum = digits.reduce((total, digit, place) => total + weighed(digit, place), 0);
  return (10 - (sum % 10)) % 10 === Number(code.at(-1));
}

/** Every other digit from the right counts twice, as the sum of its own digits. */
function weighed(digit: number, place: number): number {
  if (place % 2 === 1) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}
