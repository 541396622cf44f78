/** Something that no Update may say, and why. */
export interface Forbidden {
  readonly pattern: RegExp;
  readonly because: string;
}

/**
 * What an Update never contains. Used by the tests over random briefs, so that a new phrase that
 * breaks a rule is found without anybody thinking of the case.
 */
export const FORBIDDEN: readonly Forbidden[] = [
  {
    pattern: /\bno (?:suicid\w*|self-harm|safety|current|apparent|known)?\s*(?:risk|concerns?)\b/i,
    because: 'absence of risk is never claimed',
  },
  {
    pattern: /\b(?:safe|safely|safety|stable|denie[sd]|low[- ]risk)\b/i,
    because: 'safety is never claimed',
  },
  {
    pattern: /\bno change\b|\bunchanged\b/i,
    because: 'no reliable change is not no change',
  },
  {
    pattern: /\bno (?:open )?alerts?\b/i,
    because: 'a note outlives the moment in which none was open',
  },
  {
    pattern:
      /\b(?:diagnos\w*|disorders?|depress\w*|anxi\w*|ptsd|suicid\w*|symptom\w*|patients?)\b/i,
    because: 'scores are described, people are not diagnosed',
  },
  {
    pattern:
      /\b(?:because|caused?|causes|causing|due to|led to|leads to|result(?:ed|s) (?:in|from)|thanks to|respond(?:s|ed|ing))\b/i,
    because: 'no causal claim',
  },
  {
    pattern:
      /\b(?:should|must|need to|needs to|recommend(?:s|ation|ations)?|consider|immediately)\b/i,
    because: 'what to do is for the clinician to say',
  },
  {
    pattern: /\b(?:undefined|null|NaN|Infinity|\[object)\b/,
    because: 'a missing value was written out',
  },
  {
    pattern: /^\s*(?:[-+*#>_`~|]|\d+[.)])/m,
    because: 'an editor would turn the line into a list, heading or quotation',
  },
  { pattern: /[*_`]|--|\[|\]/, because: 'an editor would take it as markup' },
];

/** The reasons for which a text may not be an Update; empty when there are none. */
export function violations(text: string): string[] {
  return FORBIDDEN.filter(({ pattern }) => pattern.test(text)).map(({ because }) => because);
}
