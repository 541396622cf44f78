import type { SectionAliases } from './sections.ts';

/**
 * Labels that therapy notes use whatever the EHR. SOAP: subjective, objective, assessment, plan.
 * DAP: data, assessment, plan. BIRP: behavior, intervention, response, plan.
 */
export const NOTE_ALIASES: SectionAliases = {
  subjective: ['subjective', 's'],
  objective: ['objective', 'o'],
  assessment: ['assessment', 'a'],
  plan: ['plan', 'p'],
  data: ['data', 'd'],
  behavior: ['behavior', 'behaviour', 'b'],
  intervention: ['intervention', 'interventions', 'i'],
  response: ['response', 'r'],
};

/** Both tables as one. */
export function mergeAliases(one: SectionAliases, other: SectionAliases): SectionAliases {
  const sections = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<
    keyof SectionAliases
  >;
  return Object.fromEntries(
    [...sections].map((section) => [section, [...(one[section] ?? []), ...(other[section] ?? [])]]),
  );
}
