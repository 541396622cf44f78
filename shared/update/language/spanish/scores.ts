import type { SaidOutcome } from '../language.ts';
import type { ChangeWords, CourseWords, ScoreWords } from '../score-words.ts';
import { bandInSpanish } from './labels.ts';
import { counted, listInSpanish, numberInSpanish, pointsInSpanish } from './numbers.ts';

const KINDS = { published: 'publicado', computed: 'calculado', borrowed: 'tomado de otra medida' };

/** Scores in Spanish. */
export const SCORES: ScoreWords = {
  band: bandInSpanish,
  prorated: (number, blanks) => `${number} (valor prorrateado, ${blanks})`,
  blankItems: (items) =>
    items.length === 1
      ? `ítem ${items[0]} sin contestar`
      : `ítems ${listInSpanish(items.map(String))} sin contestar`,
  blankCount: (count, of) =>
    `${of === null ? counted(count, 'ítem', 'ítems') : `${count} de ${of} ítems`} sin contestar`,
  onDay: (number, band, day) => `${number}${band === null ? '' : `, ${band}`}, el ${day}`,
  withPrevious: (name, now, before) =>
    `${name} ${now.number} el ${now.day}${before === null ? '' : `, ${before.number} el ${before.day}`}`,
  lastScore: (score) => `última puntuación ${score}`,
  unscored: (name, day, blanks) =>
    `${name} del ${day}: no se pudo puntuar${blanks === null ? '' : `, ${blanks}`}`,
  finding: (name, day, label, blanks) =>
    `${name} del ${day}: ${label}${blanks === null ? '' : `, ${blanks}`}`,
  firstScore: 'primera puntuación, demasiado pronto para valorar el cambio',
  noneInEpisode:
    'sin puntuación anterior en este episodio de atención, demasiado pronto para valorar el cambio',
  ownRating: 'escala propia, sin comparación con normas',
  enteredByHand: 'total anotado a mano, sin comparación con normas',
};

/** Changes in Spanish. */
export const CHANGES: ChangeWords = {
  points: (points, about) => {
    if (numberInSpanish(Math.abs(points)) === '0') return 'la misma puntuación';
    const side = points < 0 ? 'menos' : 'más';
    return `${about ? 'alrededor de ' : ''}${pointsInSpanish(Math.abs(points))} ${side}`;
  },
  category: {
    reliableImprovement: 'mejoría confiable',
    reliableWorsening: 'empeoramiento confiable',
    noReliableChange: 'sin cambio confiable',
  },
  threshold: ({ value, kind, provenance }) =>
    `umbral ${numberInSpanish(value)}, ${KINDS[kind]}${provenance === 'recalled' ? ', no verificado' : ''}`,
  notJudged: {
    onlyOneScore: 'demasiado pronto para valorar',
    noScore: 'no se puede puntuar',
    noThreshold: 'cambio no valorado, sin umbral recomendado',
  },
  percent: (percent, higher) => `${percent} % ${higher ? 'más' : 'menos'}`,
  outcome,
  from: (number, day, change) => `${number} el ${day}: ${change}`,
  compared: (name, day, change) => `${name} en comparación con el ${day}: ${change}`,
  againstBaseline: (name, number, day, change) =>
    `${name} en comparación con el valor inicial (${number}, ${day}): ${change}`,
  bandNow: (band, before) =>
    before === null
      ? `${bandInSpanish(band)}, como antes`
      : `${bandInSpanish(band)}, antes ${bandInSpanish(before)}`,
  important: (name, reached, size) =>
    `${name}: ${reached ? 'al menos' : 'por debajo de'} la diferencia mínima que las personas perciben (${size})`,
  importantPoints: pointsInSpanish,
  importantPercent: (value) => `${numberInSpanish(value)} % del valor inicial`,
  crossedToFunctional: (name, cutOff) =>
    `${name} pasó al lado funcional del punto de corte (${numberInSpanish(cutOff)})`,
  crossedToClinical: (name, cutOff) =>
    `${name} pasó al rango clínico (punto de corte ${numberInSpanish(cutOff)})`,
};

/** Courses in Spanish. */
export const COURSE: CourseWords = {
  tooEarly: (name, have, need) =>
    `${name}: ${have} de ${need} mediciones necesarias para una tendencia`,
  trend: (name, count, words) =>
    `En las últimas ${count} puntuaciones de ${name}: ${words.join(', ')}`,
  perWeek: (perWeek) => {
    const size = Number(Math.abs(perWeek).toFixed(1));
    return size === 0
      ? null
      : `${pointsInSpanish(size)} ${perWeek < 0 ? 'menos' : 'más'} por semana`;
  },
  verdict: {
    improving: 'tendencia a la mejoría',
    worsening: 'tendencia al empeoramiento',
    noClearTrend: 'sin tendencia clara',
  },
  notJudged: 'tendencia no valorada',
  relapse: (name, number, day, change) =>
    `${name} volvió al rango clínico después de una puntuación en remisión (${number}, ${day}): ${change}`,
  onset: (name, day, days, confirmed) =>
    `${name}: mejoría confiable desde el ${day}, ${counted(days, 'día', 'días')} después del valor inicial, ${
      confirmed
        ? 'mantenida en la medición siguiente'
        : 'todavía no confirmada por una medición posterior'
    }`,
  sudden: ({ name, kind, points, days, reversed }) =>
    // Not "pérdida": points that are lost are an improvement where lower is better.
    `${name}: ${kind === 'gain' ? 'mejoría súbita' : 'empeoramiento súbito'} de ${pointsInSpanish(points)} entre el ${days[0]} y el ${days[1]}${
      reversed ? `, después ${kind === 'gain' ? 'revertida' : 'revertido'}` : ''
    }`,
  notOnTrack: (name, measurements) =>
    `${name}: sin mejoría confiable hasta la medición ${measurements}`,
  withoutImprovement: (name, measurements, days) =>
    `${name}: sin mejoría confiable después de ${counted(measurements, 'medición', 'mediciones')} en ${counted(days, 'día', 'días')}`,
  nonResponse: (name, number, day, cut) =>
    `${name} ${number} el ${day}: alcanzó ${numberInSpanish(cut.score)}, el punto publicado de probable falta de respuesta terapéutica en la semana ${cut.week}`,
};

/** "Todavía sin respuesta" would read as a form that nobody answered: the criterion is named. */
function outcome({
  response,
  remission,
  responsePercent,
  remissionBelow,
}: SaidOutcome): string | null {
  const half = `respuesta (${numberInSpanish(responsePercent)} %)`;
  const remitted = `remisión (menos de ${numberInSpanish(remissionBelow)})`;
  if (response === 'notApplicable') {
    return remission
      ? `nivel de remisión (menos de ${numberInSpanish(remissionBelow)}; el valor inicial no estaba en el rango clínico)`
      : null;
  }
  if (response === 'response') {
    return remission
      ? `criterios de ${half} y de ${remitted} alcanzados`
      : `criterio de ${half} alcanzado, el de ${remitted} todavía no`;
  }
  // A partial response is only recalled: it is not said.
  return remission
    ? `criterio de ${remitted} alcanzado, el de ${half} todavía no`
    : `criterios de ${half} y de ${remitted} todavía no alcanzados`;
}
