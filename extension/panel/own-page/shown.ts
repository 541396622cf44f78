import { mayStandOnOwnPage } from '#shared/brief/own-page.ts';
import type { Brief } from '#shared/contracts/brief.ts';
import { measureName } from '#shared/words/measures.ts';

/** A measure that the client's own page can tell of. */
export interface OwnPageMeasure {
  /** `Measure.id` of a total. */
  readonly measureId: string;
  /** `PHQ-9`. */
  readonly name: string;
  /** False while a clinician keeps it from that page. */
  readonly isShown: boolean;
}

/**
 * What the own page can tell of, in the order of the trends, then what is withheld and no longer
 * among them: whatever was withheld can be shown again.
 */
export function ownPageMeasures(
  { measures }: Pick<Brief, 'measures'>,
  withheld: readonly string[],
): readonly OwnPageMeasure[] {
  const kept = new Set(withheld);
  const answered = measures.filter(mayStandOnOwnPage).map(({ measureId, name }) => ({
    measureId,
    name,
    isShown: !kept.has(measureId),
  }));
  const listed = new Set(answered.map(({ measureId }) => measureId));
  const others = withheld.filter((measureId) => !listed.has(measureId));
  return [
    ...answered,
    ...others.map((measureId) => ({ measureId, name: measureName(measureId), isShown: false })),
  ];
}

/** What the own page is, and what withholding does and does not do. */
export const OWN_PAGE_WORDS =
  'After sending a check-in, the client can open an own page. It says how these measures went, in words or as a chart, without bands or cut-offs. A measure that you don’t show is left out there: the client is not told, it is still asked, and you still see scores and alerts. Only the list of sent check-ins names it, with its day.';

/** How it stands with one measure: `PHQ-9: the client sees it`. */
export function shownInWords({ name, isShown }: OwnPageMeasure): string {
  return `${name}: ${isShown ? 'the client sees it' : 'not shown to the client'}`;
}

/** What was decided, for who hears it. */
export function decidedInWords({ name }: OwnPageMeasure, isShown: boolean): string {
  return isShown
    ? `Saved: the client’s own page shows ${name} again.`
    : `Saved: the client’s own page no longer shows ${name}.`;
}
