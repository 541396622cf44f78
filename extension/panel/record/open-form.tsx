import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { RecordActions } from './actions.ts';
import { CorrectionForm } from './correction-form.tsx';
import { EventForm } from './event-form.tsx';
import type { RecordState } from './forms.ts';
import { MarkForm } from './mark-form.tsx';
import { TotalAgainForm, TotalForm } from './total-form.tsx';

/** What the section and its forms are drawn from. */
export interface RecordProps {
  readonly state: RecordState;
  readonly facts: BriefFacts;
  readonly actions: RecordActions;
}

/** The form that is open. */
export function OpenForm({ state: { open, forms }, facts, actions }: RecordProps) {
  const shared = { facts, actions };
  switch (open) {
    case 'event':
      return <EventForm form={forms.event} {...shared} />;
    case 'mark':
      return <MarkForm form={forms.mark} {...shared} />;
    case 'total':
      return <TotalForm form={forms.total} {...shared} />;
    case 'totalAgain':
      return <TotalAgainForm form={forms.totalAgain} {...shared} />;
    case 'correction':
      return <CorrectionForm form={forms.correction} {...shared} />;
    case null:
    default:
      return null;
  }
}
