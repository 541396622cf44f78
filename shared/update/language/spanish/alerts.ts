import { CHECK_IN_DAYS } from '../../../brief/completion.ts';
import type { AlertWords, CheckInWords } from '../language.ts';
import { counted } from './numbers.ts';

/** Alerts in Spanish. */
export const ALERTS: AlertWords = {
  rules: {
    S1: 'nueva contestación de riesgo',
    S2: 'contestación de riesgo que continúa',
    S3: 'pregunta de riesgo sin contestar',
    S4: 'hallazgo de una prueba de detección de riesgo',
    C1: 'empeoramiento confiable desde la puntuación anterior',
    C2: 'empeoramiento confiable desde el valor inicial',
    C3: 'paso a un rango de mayor gravedad',
    C4: 'entrada en el rango clínico',
    T1: 'tres puntuaciones peores seguidas',
    T2: 'puntuaciones cada vez peores',
    N1: 'fuera del curso esperado, sin mejoría confiable hasta ahora',
    N2: 'sin mejoría confiable desde hace tiempo',
    R1: 'vuelta al rango clínico después de una remisión',
    M1: 'cuestionarios no contestados después de una contestación o puntuación preocupante',
    M2: 'cuestionarios no contestados',
    V1: 'la misma contestación a preguntas formuladas en sentidos opuestos, revisar con la persona',
    V2: 'contestado muy rápido, revisar con la persona',
    V3: 'serie larga de contestaciones idénticas, revisar con la persona',
    P1: 'puntuaciones muy distantes entre los miembros de la pareja',
    P2: 'contestación sobre violencia de pareja',
    G1: 'buena noticia, mejoría confiable o remisión alcanzada',
  },
  list: (alerts, count) => `${count === 1 ? 'Alerta' : 'Alertas'}: ${alerts.join('; ')}`,
  andOthers: 'otras de menor urgencia',
  others: (alerts) => `Alertas de menor urgencia: ${alerts.join('; ')}`,
  openList: (alerts, count) =>
    `${count === 1 ? 'Alerta abierta' : 'Alertas abiertas'}: ${alerts.join('; ')}`,
  open: 'abierta',
  resolved: 'cerrada por una contestación posterior',
  acknowledged: (moment) => `atendida el ${moment}`,
  done: ({ by, moment, about, sentence }) =>
    `Alerta atendida por ${by} el ${moment} (${about}): ${sentence}`,
};

/** Check-ins in Spanish. */
export const CHECK_INS: CheckInWords = {
  completed({ span, completed, sent, notYetDue, undelivered }) {
    const more = sent === 0 ? '' : 'más ';
    const parts = [
      sent === 0 ? null : `${completed} de ${sent} completados`,
      notYetDue === 0 ? null : `${notYetDue} aún en plazo`,
      undelivered === 0
        ? null
        : counted(undelivered, `${more}no entregado`, `${more}no entregados`),
    ];
    const days = span === null ? `últimos ${CHECK_IN_DAYS} días` : `del ${span[0]} al ${span[1]}`;
    return `Cuestionarios (${days}): ${parts.filter((part) => part !== null).join(', ')}`;
  },
  missed: (named, earlier) =>
    `No contestados: ${named.join('; ')}${
      earlier === 0 ? '' : `; ${counted(earlier, 'anterior', 'anteriores')}`
    }`,
  due: (name, day, progress) => `${name} con plazo hasta el ${day}, ${progress}`,
  notFinished: (named) => `Sin terminar: ${named.join('; ')}`,
  sent: (name, day, progress) => `${name} enviado el ${day}, ${progress}`,
  notOpened: 'no abierto',
  notAnswered: 'abierto, sin contestar',
  leftWith: (answered, of) =>
    of === null
      ? `dejado con ${counted(answered, 'ítem contestado', 'ítems contestados')}`
      : `dejado con ${answered} de ${of} ítems contestados`,
  silence: 'La falta de contestaciones no es señal de mejoría',
  next: (day, names) => `Próximo cuestionario: hasta el ${day} (${names})`,
};
