import type { Words } from './english.ts';

/** What the client's page says in Spanish: plain words, formal address. */
export const SPANISH: Words = {
  title: 'Check-in',
  leave: 'Salir de esta página',
  notWatched:
    'Nadie vigila sus respuestas las 24 horas. Su terapeuta las lee, casi siempre antes de la próxima sesión.',
  madeByPractice: (title) => `“${title}”, hecho por su consultorio.`,
  measureIsEnglish: 'Estas preguntas solo existen aquí en inglés.',
  otherLanguage: 'English',

  months: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
  ],

  door: {
    heading: '¿Cuándo nació usted?',
    why: 'Lo preguntamos para que nadie más vea sus respuestas.',
    month: 'Mes',
    chooseMonth: 'Elija',
    day: 'Día',
    year: 'Año',
    goOn: 'Seguir',
    kiosk: 'Si ya terminó o quiere parar, por favor devuelva el aparato.',
    wrong:
      'Esa no es la fecha que tenemos. Revísela e intente de nuevo. Después de varias fechas equivocadas este enlace se cierra, y su terapeuta puede darle otro.',
    notADay: 'Ese día no existe. Revise el mes, el día y el año.',
    carried:
      'Estuvo fuera un rato. Lo que escribió o eligió sigue aquí. Se guarda cuando usted siga.',
    undone:
      'Estuvo fuera un rato. Todavía no se ha enviado ni cambiado nada. Siga desde aquí y oprima el botón de nuevo.',
  },

  welcome: {
    heading: 'Unas preguntas de su terapeuta',
    length: (questions, minutes) =>
      `${questions} ${questions === 1 ? 'pregunta' : 'preguntas'}, cerca de ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'}.`,
    part: (place, of) => `Este es el formulario ${place} de ${of}.`,
    savedAtOnce: 'Cada respuesta se guarda en cuanto usted la da.',
    comeBack: (day) => `Puede parar y volver con el mismo enlace hasta el ${day}.`,
    skipOrChange:
      'Puede saltar una pregunta, volver atrás y cambiar una respuesta antes de enviar.',
    start: 'Empezar',
    toReview: 'Revisar y enviar',
    goOn: (number, count) => `Seguir con la pregunta ${number} de ${count}`,
  },
  wordsAreRead:
    'Su terapeuta lee lo que usted escribe cuando abre su expediente, casi siempre en la próxima sesión. Nadie lo lee mientras tanto, y nada busca en sus palabras señales de peligro.',

  question: {
    question: 'Pregunta',
    of: (number, count) => `${number} de ${count}`,
    saved: (count) =>
      count === 0 ? 'Sin respuestas todavía' : `${count} ${count === 1 ? 'guardada' : 'guardadas'}`,
    steps: 'Preguntas',
    back: 'Atrás',
    backToReview: 'Volver a la revisión',
    next: 'Siguiente',
    yourAnswer: 'Su respuesta',
    skip: 'Saltar esta pregunta',
    staysSkipped: 'Dejar esta pregunta sin respuesta',
    sayWhy: 'Saltar y decir por qué',
    reasons: {
      preferNot: 'Prefiero no decirlo',
      notMine: 'No se trata de mí',
      unclear: 'No la entiendo',
      later: 'Vuelvo a ella después',
    },
    upTo: (characters) => `Hasta ${characters} caracteres.`,
    charactersLeft: 'Quedan {left} de {most} caracteres.',
    wordsKept:
      'Lo que está aquí se guarda cuando usted sigue, vuelve atrás o salta. Bórrelo para no dejar palabras.',
    saveAndGoOn: 'Guardar y seguir',
    tooLong: (over) =>
      `No se guardó: sobran ${over} ${over === 1 ? 'carácter' : 'caracteres'}. Acórtelo y guarde de nuevo.`,
  },

  review: {
    heading: 'Revise sus respuestas',
    complete: 'Todas están guardadas. Su terapeuta las recibe cuando usted las envía.',
    missing: (questions) =>
      `${questions === 1 ? '1 pregunta no tiene' : `${questions} preguntas no tienen`} respuesta. Puede completar lo que falta, o enviar así.`,
    seenUnsent: (question) =>
      `Su terapeuta puede ver su respuesta a la pregunta ${question} aunque no la envíe. Tal vez no mire hoy.`,
    notAnswered: 'Sin respuesta',
    answer: 'Responder',
    change: 'Cambiar',
    aboutQuestion: (question) => `pregunta ${question}`,
    scale: (answer, min, max) => `${answer} (de ${min} a ${max})`,
    send: 'Enviar mis respuestas',
  },

  thanks: {
    heading: 'Gracias. Sus respuestas están guardadas y enviadas.',
    read: 'Su terapeuta las lee, casi siempre antes de la próxima sesión.',
    noReply: 'Nadie las vigila las 24 horas, así que no espere una respuesta aquí.',
    worse:
      'Si algo empeora antes, llame al consultorio de su terapeuta, o use la ayuda de esta página a cualquier hora.',
    close: 'Ya puede cerrar esta página.',
    oneMore: 'Hay un formulario más de su terapeuta.',
    goOn: 'Seguir con el siguiente formulario',
    handBack: 'Por favor devuelva el aparato.',
    handBackWhy: 'Sus respuestas ya no se pueden abrir en este aparato.',
  },

  mine: {
    open: 'Ver su propia página',
    heading: 'Su propia página',
    backToThanks: 'Atrás',
    opened: (day) => `Su terapeuta abrió su expediente por última vez el ${day}.`,
    neverOpened: 'Su terapeuta todavía no ha abierto su expediente aquí.',
    talk: 'De qué quiero hablar',
    talkWhy: 'Su terapeuta lo ve antes de la próxima sesión, con sus propias palabras.',
    talkField: 'Sus palabras',
    keep: 'Guardar',
    takeBack: 'Quitar',
    takeBackWhat: (words) => `“${words}”`,
    notKept: 'Eso no se guardó. Use menos palabras, o quite primero otra cosa.',
    goals: 'Mis metas',
    goalNotRated: 'Usted todavía no la ha valorado.',
    goalRated: (value, day) => `Usted dijo ${value} el ${day}.`,
    goalOfTen: (value) => `${value} de 10`,
    howNow: '¿Qué tan cerca está ahora?',
    farthest: '0: nada',
    nearest: '10: ya llegué',
    progress: 'Cómo va',
    asWords: 'Mostrar en palabras',
    asChart: 'Mostrar como gráfica',
    noProgress: 'Todavía no hay nada que mostrar.',
    changes: {
      better:
        'Sus últimas respuestas muestran un mejor momento que las primeras. El cambio es mayor que los altibajos de siempre.',
      harder:
        'Sus últimas respuestas muestran un momento más difícil que las primeras. Es bueno hablarlo con su terapeuta.',
      close:
        'Sus últimas respuestas se parecen a las primeras. Los pequeños altibajos son normales.',
      notJudged: 'Sus respuestas están aquí. Pregunte a su terapeuta qué significan para ustedes.',
      first: 'Ha respondido esto una vez. La próxima vez podrá ver cómo cambia.',
    },
    upIsBetter: 'Más arriba es mejor.',
    numbers: 'Los números',
    score: (score, max) => `${score} de ${max}`,
    history: 'Lo que ha respondido',
    noHistory: 'Aquí no aparece nada.',
    seen: 'Abierto desde entonces por su terapeuta',
    notSeen: 'Todavía no abierto',
    copy: 'Una copia para llevar',
    copyHow: 'Imprima esta página o guárdela como archivo. Entonces es suya, y le toca cuidarla.',
  },

  home: {
    heading: 'Abra su enlace para responder',
    why: 'Su terapeuta le manda un enlace. Tóquelo o ábralo en el navegador de este teléfono.',
    offline:
      'Tal vez no tenga conexión ahora. Lo que necesita en peligro está aquí de todos modos.',
    here: (country: string) => `Si está en: ${country}`,
    elsewhere: 'Si está en otro lugar',
  },
  notOpen: {
    heading: 'Este enlace no está abierto',
    why: 'Puede que haya vencido, que ya se haya usado o que se cerrara por fechas equivocadas. Si envió sus respuestas, no queda nada por hacer. Si no, pida a su terapeuta un enlace nuevo.',
  },
  refused: {
    heading: 'Eso no se guardó',
    kept: 'Lo que respondió antes sigue ahí.',
    answer: (question) =>
      `La respuesta a ${question === null ? 'esa pregunta' : `la pregunta ${question}`} no está entre las opciones, o no hay tal pregunta.`,
    backToQuestions: 'Volver a las preguntas',
  },
  nothingToSend: {
    heading: 'Todavía no se envió nada',
    why: 'Ninguna pregunta tiene respuesta. Responda al menos una y envíe.',
    orClose: 'Puede saltar las demás. Si prefiere no responder, cierre esta página.',
    goTo: (question) => `Ir a la pregunta ${question}`,
  },
  failed: {
    notShown: 'Esta página no se puede mostrar ahora',
    reasons: {
      busy: 'El servidor está ocupado. Espere unos segundos e intente de nuevo.',
      tooMany: 'Este enlace se usó demasiado ahora mismo. Espere cinco minutos e intente de nuevo.',
      tooLarge: 'Eso era demasiado largo para guardarlo. Acórtelo e intente de nuevo.',
      foreignOrigin: 'Esto no vino de esta página. Abra su enlace otra vez.',
      malformedInput:
        'No pudimos leer lo que se envió. Cargue la página de nuevo e intente otra vez.',
      other: 'Algo falló de nuestro lado. Lo que se guardó no se pierde.',
    },
    savedBefore: 'Las respuestas guardadas siguen ahí.',
    again: 'Intentar de nuevo',
    maybeSaved: 'No podemos decir si esto se guardó',
    noAnswer:
      'El servidor no respondió a tiempo. Espere unos segundos e intente de nuevo: nada cuenta dos veces.',
    look: 'Mirar e intentar de nuevo',
  },

  status: {
    saving: 'Guardando',
    saved: 'Guardado',
    uncertain: 'No podemos decir si esto se guardó. Revise su conexión y elija de nuevo.',
    waiting:
      'Aún no se guardó: el servidor no responde. Deje esta página abierta. Vuelve a intentarlo sola.',
  },
  offline: {
    heading: 'Sus respuestas esperan la conexión',
    why: 'Están solo en esta página. Déjela abierta: se guardan cuando vuelva la conexión. Después puede revisarlas y enviarlas.',
    putAway:
      'Algunas respuestas aún no están guardadas. Deje esta página abierta. Cuando tenga conexión, le pregunta cuándo nació y después las guarda.',
  },
};
