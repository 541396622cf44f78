import type { Licence } from '../../contracts/licence.ts';

/** The terms of K6 and K10, as others quote them. */
export const KESSLER_LICENCE: Licence = {
  tier: 'condition',
  permission: 'Free without formal permission; cite Kessler and keep the copyright line.',
  attribution: 'Kessler RC et al 2002, Psychol Med 32:959-976, doi 10.1017/S0033291702006074',
  attributionProvenance: 'recalled',
  evidence: 'secondary',
  provenance: 'seen',
  use: 'practiceConfirms',
  sources: ['secondary: a public clinical-screening collection quoting the owner’s terms'],
};
