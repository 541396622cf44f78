import { confirmedMeasures } from '#backend/care/licence-terms.ts';
import type { CareRepositories } from '#backend/store/store.ts';
import { type FormId, formKey } from '#shared/contracts/custom-form.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { sendability } from '#shared/instruments/sendability.ts';
import type { MeasureStanding } from '#shared/plans/faults.ts';

/** A measure or form that can be sent now, in the version that would be. */
export interface Sendable {
  /** `Instrument.id`, or the key of an own form. */
  readonly measureId: string;
  /** As a clinician writes it, or the title of the form. */
  readonly name: string;
  /** The stretch of days that it asks about; null where it asks in general, and for an own form. */
  readonly recallDays: number | null;
  readonly version: number;
  /** Null for a measure. */
  readonly formId: FormId | null;
}

/** A measure or form, and whether it can be sent. */
export type Offered =
  | { readonly is: 'sendable'; readonly sendable: Sendable }
  | { readonly is: 'notSendable' | 'practiceMustConfirm' };

/** Everything that the practice knows, by `Instrument.id` or the key of an own form; in their order. */
export async function offeredBy(care: CareRepositories): Promise<ReadonlyMap<string, Offered>> {
  const confirmed = await confirmedMeasures(care);
  const measures = INSTRUMENTS.map((measure): [string, Offered] => {
    const { id: measureId, shortTitle: name, version, recall } = measure;
    const standing = sendability(measure, confirmed);
    if (standing === 'practiceMustConfirm') return [measureId, { is: standing }];
    if (standing !== 'sendable') return [measureId, { is: 'notSendable' }];
    const sendable = { measureId, name, recallDays: recall.days, version, formId: null };
    return [measureId, { is: 'sendable', sendable }];
  });
  const forms = (await care.ownForms.list()).map(({ form, retired }): [string, Offered] => {
    const { formId, title: name, version } = form;
    const measureId = formKey(formId);
    const sendable = { measureId, name, recallDays: null, version, formId };
    return [measureId, retired === null ? { is: 'sendable', sendable } : { is: 'notSendable' }];
  });
  return new Map([...measures, ...forms]);
}

/** How it stands with what terms name, as they are judged by it. */
export function standingIn(
  offered: ReadonlyMap<string, Offered>,
): (measureId: string) => MeasureStanding {
  return (measureId) => {
    const found = offered.get(measureId);
    if (found?.is !== 'sendable') return { is: found?.is ?? 'unknownMeasure' };
    return { is: 'sendable', recallDays: found.sendable.recallDays };
  };
}
