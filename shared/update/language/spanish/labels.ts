/** What the sources of severity bands call them, in Spanish. Neutral, so that no noun is needed. */
const BANDS: Readonly<Record<string, string>> = {
  'none-minimal': 'rango nulo o mínimo',
  none: 'rango nulo',
  minimal: 'rango mínimo',
  mild: 'rango leve',
  low: 'rango bajo',
  normal: 'rango normal',
  healthy: 'rango saludable',
  medium: 'rango medio',
  intermediate: 'rango intermedio',
  moderate: 'rango moderado',
  'moderate-severe': 'rango moderado a grave',
  'moderately severe': 'rango moderadamente grave',
  severe: 'rango grave',
  'extremely severe': 'rango extremadamente grave',
  high: 'rango alto',
  'very high': 'rango muy alto',
  'below clinical': 'rango inferior al clínico',
  borderline: 'rango límite',
  clinical: 'rango clínico',
  'notable dissatisfaction': 'rango de insatisfacción notable',
  satisfied: 'rango de satisfacción',
  'below the cut-off': 'por debajo del punto de corte',
  'at or above the cut-off': 'en el punto de corte o por encima',
};

/** The periods that forms ask about. */
const RECALL: Readonly<Record<string, string>> = {
  '2 weeks': '2 semanas',
  '4 weeks': '4 semanas',
  'past 4 weeks': 'últimas 4 semanas',
  '30 days': '30 días',
  'past week': 'última semana',
  'past 1 to 2 weeks': 'última semana o últimas 2 semanas',
  'past month': 'último mes',
};

/** A label that says itself that it is a range. */
const RANGE = /^rango\b|\b(?:range|rango)$/i;

/** A severity band; one that is not known here is quoted as its source has it. */
export function bandInSpanish(label: string): string {
  const known = BANDS[label] ?? BANDS[label.replace(/ range$/i, '')];
  return known ?? (RANGE.test(label) ? `"${label}"` : `rango "${label}"`);
}

/** A recall period; one that is not known here is quoted as its owner says it. */
export function recallInSpanish(label: string): string {
  return RECALL[label] ?? `"${label}"`;
}
