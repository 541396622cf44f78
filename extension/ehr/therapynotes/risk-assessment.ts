import { queryOpen } from '../fields/open-roots.ts';
import { visibleText } from '../fields/visible-text.ts';
import { CHOSEN, NOT_STATED, RISK_DENIED } from './selectors.ts';

/**
 * Whether the note's risk assessment says that the client denies all areas of risk. In a draft these
 * words stand beside their box whether it is ticked or not: there the box counts. A signed note has
 * no boxes, and the words themselves are the statement.
 */
export function deniesAllRisk(doc: Document, state: string): boolean {
  if (state === 'signed') return RISK_DENIED.test(visibleText(doc.body, NOT_STATED));
  return queryOpen(doc, CHOSEN).some(
    (control) =>
      RISK_DENIED.test(nameOf(control)) && control.checkVisibility({ visibilityProperty: true }),
  );
}

function nameOf(control: HTMLElement): string {
  const root = control.getRootNode() as Document | ShadowRoot;
  const byId = control.id === '' ? null : root.querySelector(`[for="${CSS.escape(control.id)}"]`);
  const label = control.closest('label') ?? byId;
  return `${label?.textContent ?? ''} ${control.getAttribute('aria-label') ?? ''}`;
}
