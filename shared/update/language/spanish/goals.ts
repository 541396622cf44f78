import { signedLevel } from '../../../words/goals.ts';
import type { GoalWords, SaidRatings } from '../goal-words.ts';

const BY = { client: 'cliente', clinician: 'profesional' } as const;

const LEVELS = [
  'mucho menos de lo esperado',
  'menos de lo esperado',
  'lo esperado',
  'más de lo esperado',
  'mucho más de lo esperado',
] as const;

/** Goals in Spanish. */
export const GOALS: GoalWords = {
  value: (value, scale, level) =>
    scale === 'zeroToTen'
      ? `${value} de 10`
      : `${level ?? 'nivel'} (${signedLevel(value)}, ${LEVELS[value + 2]})`,
  rated: (quoted, ratings) =>
    `Objetivo en palabras del cliente, ${quoted}: ${ratings.map(saidBy).join('; ')}`,
  unrated: (quoted, agreed) =>
    `Objetivo en palabras del cliente, ${quoted}: acordado el ${agreed}, aún sin valorar`,
  closed: (quoted, as, day) =>
    `Objetivo en palabras del cliente, ${quoted}: ${as === 'reached' ? 'marcado como alcanzado' : 'dejado de lado'} el ${day}`,
  target: (quoted, day) =>
    `El objetivo ${quoted} (palabras del cliente) se quiere alcanzar hasta el ${day}`,
  noNorm:
    'Las valoraciones de objetivos no tienen norma, y sus cambios no se sometieron a ninguna prueba',
  later: (quoted, by) => `objetivo ${quoted} (palabras del cliente), valorado por el ${BY[by]}:`,
  letter: (quoted, { latest, first }) =>
    `Su objetivo en sus propias palabras, ${quoted}: usted lo valoró con ${latest.value} el ${latest.day}${first === null ? '' : `, y con ${first.value} el ${first.day}`}`,
  letterReached: (quoted, day) =>
    `Su objetivo en sus propias palabras, ${quoted}, se marcó como alcanzado el ${day}`,
};

function saidBy({ by, latest, first }: SaidRatings): string {
  const before = first === null ? '' : `, al principio ${first.value} el ${first.day}`;
  return `valorado por el ${BY[by]} con ${latest.value} el ${latest.day}${before}`;
}
