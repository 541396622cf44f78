import { addDays, type CalendarDate } from '#shared/contracts/calendar.ts';
import type { PlanTemplate, PlanTerms } from '#shared/contracts/plan.ts';

/** All templates with one more; one of the same name, in whichever letters, is replaced. By name. */
export function withTemplate(
  templates: readonly PlanTemplate[],
  added: PlanTemplate,
): PlanTemplate[] {
  return [...withoutTemplate(templates, added.name), added].toSorted((one, other) =>
    one.name.localeCompare(other.name),
  );
}

/** All templates but the one of a name. */
export function withoutTemplate(templates: readonly PlanTemplate[], name: string): PlanTemplate[] {
  return templates.filter((one) => keyOf(one.name) !== keyOf(name));
}

/** Whether a template of that name is there. */
export function hasTemplate(templates: readonly PlanTemplate[], name: string): boolean {
  return templates.some((one) => keyOf(one.name) === keyOf(name));
}

/** What a new plan begins with: the template's days count from tomorrow, whenever it was kept. */
export function termsFrom({ terms }: PlanTemplate, today: CalendarDate): PlanTerms {
  const { cadence } = terms;
  const tomorrow = addDays(today, 1);
  if (cadence.is === 'everyWeeks') return { ...terms, cadence: { ...cadence, from: tomorrow } };
  return cadence.is === 'once' ? { ...terms, cadence: { ...cadence, on: tomorrow } } : terms;
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
