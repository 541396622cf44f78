import type { Forbidden } from './pattern.ts';

/** What an Update in English never says. */
export const ENGLISH: readonly Forbidden[] = [
  {
    pattern:
      /\b(?:no|without|free of) (?:(?:suicid\w*|self-harm|safety|current|apparent|known|any|acute) )*(?:risks?|concerns?|danger)\b/i,
    because: 'absence of risk is never claimed',
  },
  {
    pattern: /\b(?:safe|safely|safety|stable|denie[sd]|deny|low(?:er)?[- ]risk)\b/i,
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
    // Severity bands are told by the names of their sources: `borderline range`.
    pattern:
      /\b(?:bipolar|psychotic|psychos[ei]s|schizo\w*|borderline(?! range| before)|ocd|obsessive|adhd|manic|panic|anorexi\w*|bulimi\w*|addict\w*|alcoholi\w*)\b/i,
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
    pattern: /\b(?:billable|reimbursable|bill(?:s|ed|ing)? (?:for|as|under|to))\b/i,
    because: 'whether anything is billed is not for this text to say',
  },
];
