import type { LetterWords } from '../letter-words.ts';

const CHANGE = {
  reliableImprovement: 'Es un cambio claro a mejor',
  reliableWorsening: 'Es un cambio claro, y nos gustaría hablarlo con usted',
  noReliableChange: 'Está dentro de las subidas y bajadas habituales de un cuestionario así',
} as const;

/** The letter to a client in Spanish. */
export const LETTER: LetterWords = {
  thanks: 'Gracias por contestar nuestras preguntas',
  nothingYet: 'Todavía no hemos recibido contestaciones suyas, y no pasa nada',
  score: (name, number, highest, day) =>
    `Su puntuación de ${name} el ${day} fue ${number}${highest === null ? '' : ` de ${highest}`}`,
  unscored: (name, day) =>
    `Algunas preguntas de ${name} del ${day} quedaron sin contestar, por eso ese día no hay puntuación`,
  change: (name, { size, higher, one }, day, category) =>
    `Su puntuación de ${name} fue ${size} ${one ? 'punto' : 'puntos'} ${higher ? 'más alta' : 'más baja'} que el ${day}. ${CHANGE[category]}`,
  sameScore: (name, day) => `Su puntuación de ${name} fue la misma que el ${day}`,
  tooEarly: (name) => `Es pronto para decir cómo cambia su puntuación de ${name}`,
  completed: (completed, sent) => `Ha terminado ${completed} de ${sent} cuestionarios`,
  next: (day) => `El próximo está abierto hasta el ${day}`,
  later: 'Lo que contestó después de nuestra sesión no forma parte de esta carta',
  meaning: 'Una puntuación es solo una parte de la imagen; cómo lo ve usted cuenta igual',
  help: 'Nadie lee sus contestaciones a todas horas. Si las cosas empeoran antes de vernos, llámenos, o llame a una línea de crisis o al número de emergencias',
};
