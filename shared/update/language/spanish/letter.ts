import type { LetterWords } from '../letter-words.ts';

const CHANGE = {
  reliableImprovement: 'Es una mejoría clara',
  reliableWorsening: 'Es un cambio claro, y nos gustaría hablarlo con usted',
  noReliableChange: 'Está dentro de las subidas y bajadas habituales de un cuestionario como este',
} as const;

/** The letter to a client in Spanish. No outcome is named in it, so "respuesta" is an answer here. */
export const LETTER: LetterWords = {
  thanks: 'Gracias por contestar nuestras preguntas',
  nothingYet: 'Todavía no hemos recibido respuestas suyas, y está bien así',
  score: (name, number, highest, day) =>
    `Su puntuación de ${name} el ${day} fue ${number}${highest === null ? '' : ` de ${highest}`}`,
  unscored: (name, day) =>
    `Algunas preguntas de ${name} del ${day} quedaron sin contestar; por eso no hay puntuación de ese día`,
  change: (name, { size, higher, one }, day, category) =>
    `Su puntuación de ${name} fue ${size} ${one ? 'punto' : 'puntos'} ${higher ? 'más alta' : 'más baja'} que la del ${day}. ${CHANGE[category]}`,
  sameScore: (name, day) => `Su puntuación de ${name} fue igual que la del ${day}`,
  tooEarly: (name) => `Todavía es pronto para decir cómo está cambiando su puntuación de ${name}`,
  completed: (completed, sent) => `Ha completado ${completed} de ${sent} cuestionarios`,
  next: (day) => `El próximo cuestionario está abierto hasta el ${day}`,
  later: 'Lo que contestó después de nuestra sesión no forma parte de esta carta',
  meaning: 'Una puntuación es solo una parte del panorama; cómo lo ve usted es igual de importante',
  help: 'Nadie lee sus respuestas día y noche. Si las cosas empeoran antes de que nos veamos, llámenos, o llame a una línea de crisis o al número de emergencias',
};
