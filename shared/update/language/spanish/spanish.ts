import { CLOSING_WORDS } from '../../../contracts/own-mark.ts';
import type { Language } from '../language.ts';
import { ALERTS, CHECK_INS } from './alerts.ts';
import { DAYS } from './days.ts';
import { GOALS } from './goals.ts';
import { recallInSpanish } from './labels.ts';
import { LETTER } from './letter.ts';
import { counted, listInSpanish, numberInSpanish } from './numbers.ts';
import { RISK } from './risk.ts';
import { CHANGES, COURSE, SCORES } from './scores.ts';

const EVENT_KINDS = {
  medication: 'medicación',
  lifeEvent: 'acontecimiento vital',
  other: 'acontecimiento',
} as const;

/**
 * The Update in Spanish as it is written in the Americas. In notes "contestación" stands for an answer,
 * since "respuesta" is kept for the outcome of treatment.
 */
export const SPANISH: Language = {
  code: 'es',
  days: DAYS,
  number: numberInSpanish,
  list: listInSpanish,
  headings: {
    whole: '',
    subjective: 'Subjetivo',
    objective: 'Objetivo',
    assessment: 'Evaluación',
    plan: 'Plan',
    data: 'Datos',
    behavior: 'Conducta',
    intervention: 'Intervención',
    response: 'Respuesta',
  },
  lead: {
    nothingSent:
      'Hasta ahora no se ha contestado ningún cuestionario; no se ha podido decir nada sobre el cambio',
    nothingReceived:
      'Hasta ahora no se han recibido contestaciones; no se ha podido decir nada sobre el cambio',
    ownFormsOnly:
      'Se han contestado formularios propios que hasta ahora no dan puntuación; no se ha podido decir nada sobre el cambio',
    nothingNewSince: (day) => `No hay contestaciones nuevas desde el ${day}`,
    source: {
      client: 'autoinforme',
      broughtAlong: 'totales aportados, no contestados aquí',
      both: 'autoinforme, y totales aportados',
    },
    first: (source) => `Primeras mediciones (${source})`,
    toDate: (source) => `Mediciones hasta la fecha (${source})`,
    since: (day, source) => `Mediciones desde el ${day} (${source})`,
    withNewsSince: (day, source) =>
      `Mediciones hasta la fecha, con contestaciones nuevas desde el ${day} (${source})`,
    session: (day, source) => `Para la sesión del ${day} (${source})`,
  },
  scores: SCORES,
  changes: CHANGES,
  course: COURSE,
  risk: RISK,
  alerts: ALERTS,
  goals: GOALS,
  checkIns: CHECK_INS,
  limits: {
    otherVersion: (name, count) =>
      `${name}: ${counted(count, 'contestado', 'contestados')} en otra versión del formulario, sin comparar`,
    overlap: (name, [before, now], recall) =>
      `${name} del ${before} y del ${now} preguntaban por periodos que se solapaban (${recall})`,
    recall: recallInSpanish,
    span: (name, count, [first, last]) =>
      first === last
        ? `${name}: ${counted(count, 'contestado', 'contestados')} el ${first}`
        : `${name}: ${counted(count, 'contestado', 'contestados')} del ${first} al ${last}`,
    spanOfSome: (name, count, [first, last]) =>
      `${name}: ${counted(count, 'contestación disponible', 'contestaciones disponibles')} del ${first} al ${last}; otras quedaron fuera`,
    external: (name, number, day) =>
      `${name} ${number} el ${day} se leyó en la página de la historia clínica electrónica y no se comparó con nada`,
    corrected: (count) =>
      count === 1
        ? '1 formulario contestado se corrigió después'
        : `${count} formularios contestados se corrigieron después`,
    newEpisode: (day) => `El ${day} empezó un nuevo episodio de atención`,
    events: (named) => `Acontecimientos: ${named.join('; ')}`,
    event: (label, kind, day) => `${label} (${EVENT_KINDS[kind]}), ${day}`,
  },
  later: {
    scores: (named) =>
      `Después de esta sesión: ${named.join('; ')}; fuera de los datos de la sesión`,
    score: (name, number, day) => `${name} ${number} el ${day}`,
    risk: (named) => `Contestaciones de riesgo después de esta sesión: ${named.join('; ')}`,
    alerts: (named) => `Alertas después de esta sesión: ${named.join('; ')}`,
  },
  closing: {
    provenance: (moment) => `${CLOSING_WORDS.spanish}${moment}`,
    assessment: (entries) =>
      `Administrado y puntuado (documentación para CPT 96127): ${entries.join('; ')}; resultados e interpretación registrados en esta nota`,
    assessmentEntry: (name, day, result) => `${name} el ${day}, ${result}`,
    assessmentNone:
      'Documentación para CPT 96127: no se administró ni se puntuó ningún cuestionario en este periodo',
    nothingElse: {
      finding: 'No había puntuaciones que comparar',
      done: 'No hay cuestionarios registrados en este periodo',
      appraisal: 'Throughline no valoró nada más',
    },
  },
  letter: LETTER,
};
