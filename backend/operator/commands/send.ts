import { operatorScope } from '#backend/care/deps.ts';
import type { RosteredPractice } from '#backend/care/practice-roster.ts';
import { renewLink } from '#backend/care/renew-link.ts';
import type { SentCheckIn } from '#backend/care/send-check-in.ts';
import { type SendRefusal, sendMeasure } from '#backend/care/send-measure.ts';
import { type FormSendRefusal, sendOwnForm } from '#backend/care/send-own-form.ts';
import { lastDayBefore } from '#backend/care/visit-check-in.ts';
import {
  addDays,
  type CalendarDate,
  dateInWords,
  dateInZone,
  instantOf,
} from '#shared/contracts/calendar.ts';
import { type FormId, formKey } from '#shared/contracts/custom-form.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { measureName } from '#shared/words/measures.ts';
import { command, type Outcome } from '../command.ts';
import { formOf } from '../form-of.ts';
import type { Operator } from '../operator.ts';
import { flag, needed, optional } from '../option.ts';
import { practiceOf } from '../practice-of.ts';
import type { OperatorRefusal } from '../refusal.ts';
import { CLIENT, DATE, DAYS, FORM, MEASURE, PRACTICE } from '../wordings.ts';

interface Wanted {
  readonly practice: string | null;
  readonly client: ClientId;
  readonly birthDate: CalendarDate | null;
  readonly measure: string | null;
  readonly form: string | null;
  readonly days: number;
  readonly newLink: boolean;
}

/** What goes to the client. */
type Sendable =
  | { readonly kind: 'measure'; readonly id: string; readonly name: string }
  | { readonly kind: 'form'; readonly id: string; readonly name: string; readonly formId: FormId };

type Sent = Result<SentCheckIn, SendRefusal | FormSendRefusal | 'noneOpen'>;

const DAY_MS = 86_400_000;

/** `send`: makes a check-in and tells its link, once. Delivering the link is the caller's part. */
export const send = command<Wanted>({
  name: 'send',
  summary: 'a measure or an own form for a client; prints the link that opens it, once',
  options: {
    practice: optional(PRACTICE, null),
    client: needed(CLIENT),
    birthDate: optional(
      { ...DATE, help: "compared with the client's before anything is sent" },
      null,
    ),
    measure: optional(MEASURE, null),
    form: optional(FORM, null),
    days: optional(DAYS, 7),
    newLink: flag('replaces the link to a measure or form that waits for an answer'),
  },
  run,
});

async function run(operator: Operator, wanted: Wanted): Promise<Outcome> {
  const { portal } = operator;
  if (portal === null) return refuse({ reason: 'noAddress' });
  const practice = await practiceOf(operator, wanted.practice);
  if (!practice.ok) return practice;
  const what = await sendableOf(operator, practice.value, wanted);
  if (!what.ok) return what;
  const sent = await sendOrRenew(operator, practice.value, { ...wanted, what: what.value });
  if (!sent.ok) return refuse({ reason: REASONS[sent.refusal] });
  const { administrationId, secret, expiresAt } = sent.value;
  const link = new URL(`/m/${secret}`, portal).href;
  const opensUntil = lastDayBefore(expiresAt, practice.value.timeZone);
  const until = dateInWords(opensUntil, { year: true });
  const { client: clientId } = wanted;
  const { id: measure, name } = what.value;
  return ok({
    lines: [
      `${name} for client ${clientId}, open until ${until}.`,
      'Hand this link to the client. It is shown this once; only a hash of it is kept.',
      wanted.newLink ? OF_EARLIER_LINK : OF_OTHER_LINKS,
      '',
      `  ${link}`,
      ...(portal.protocol === 'https:' ? [] : ['', ONLY_HERE]),
    ],
    facts: { clientId, administrationId, measure, link, opensUntil },
  });
}

const ONLY_HERE =
  'It opens on this machine only. Set THROUGHLINE_PUBLIC_URL to the address that phones use.';

/** What becomes of the link that was replaced. */
const OF_EARLIER_LINK =
  'The link that the client had for this opens no more. Answers saved so far stay, and the day on which it closes is the same.';

/** Said without looking: what else a client was sent is not the operator's to know. */
const OF_OTHER_LINKS = 'Links to other measures or forms stay as they are.';

const REASONS = {
  notFound: 'clientUnknown',
  notSendable: 'measureNotSendable',
  practiceMustConfirm: 'licenceNotConfirmed',
  retired: 'formUnknown',
  identityDisagrees: 'birthDateDiffers',
  stillOpen: 'stillOpen',
  noneOpen: 'noneOpen',
  clientNotInCare: 'clientNotInCare',
  sendingPaused: 'sendingPaused',
} as const satisfies Record<SendRefusal | FormSendRefusal | 'noneOpen', OperatorRefusal['reason']>;

async function sendableOf(
  operator: Operator,
  { practiceId }: RosteredPractice,
  { measure, form: named, newLink }: Wanted,
): Promise<Result<Sendable, { reason: 'measureOrForm' | 'formUnknown' | 'whichForm' }>> {
  if (measure !== null && named === null) {
    return ok({ kind: 'measure', id: measure, name: measureName(measure) });
  }
  if (measure !== null || named === null) return refuse({ reason: 'measureOrForm' });
  const form = await formOf(operator, practiceId, { named, toReplaceLink: newLink });
  if (!form.ok) return form;
  const { formId, title } = form.value;
  return ok({ kind: 'form', id: formKey(formId), name: title, formId });
}

async function sendOrRenew(
  { care }: Operator,
  { practiceId, timeZone }: RosteredPractice,
  { client: clientId, birthDate, what, days, newLink }: Wanted & { readonly what: Sendable },
): Promise<Sent> {
  const scope = operatorScope(care, practiceId);
  const asked = { clientId, ...(birthDate === null ? {} : { bornOn: birthDate }) };
  if (newLink) return renewLink(care, scope, { ...asked, instrumentId: what.id });
  const sending = {
    ...asked,
    onlyOne: true,
    dueOn: addDays(dateInZone(scope.now, timeZone), days),
    expiresAt: instantOf(new Date(Date.parse(scope.now) + days * DAY_MS)),
  };
  return what.kind === 'form'
    ? sendOwnForm(care, scope, { ...sending, formId: what.formId })
    : sendMeasure(care, scope, { ...sending, instrumentId: what.id });
}
