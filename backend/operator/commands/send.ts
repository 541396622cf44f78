import { operatorScope } from '#backend/care/deps.ts';
import type { RosteredPractice } from '#backend/care/practice-roster.ts';
import { renewLink } from '#backend/care/renew-link.ts';
import { type SendRefusal, type SentMeasure, sendMeasure } from '#backend/care/send-measure.ts';
import {
  addDays,
  type CalendarDate,
  dateInWords,
  dateInZone,
  instantOf,
} from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { measureName } from '#shared/words/measures.ts';
import { command, type Outcome } from '../command.ts';
import type { Operator } from '../operator.ts';
import { flag, needed, optional } from '../option.ts';
import { practiceOf } from '../practice-of.ts';
import type { OperatorRefusal } from '../refusal.ts';
import { CLIENT, DATE, DAYS, MEASURE, PRACTICE } from '../wordings.ts';

interface Wanted {
  readonly practice: string | null;
  readonly client: ClientId;
  readonly birthDate: CalendarDate | null;
  readonly measure: string;
  readonly days: number;
  readonly newLink: boolean;
}

type Sent = Result<SentMeasure, SendRefusal | 'noneOpen'>;

const DAY_MS = 86_400_000;

/** `send`: makes a check-in and tells its link, once. Delivering the link is the caller's part. */
export const send = command<Wanted>({
  name: 'send',
  summary: 'a measure for a client; prints the link that opens it, once',
  options: {
    practice: optional(PRACTICE, null),
    client: needed(CLIENT),
    birthDate: optional(
      { ...DATE, help: "compared with the client's before anything is sent" },
      null,
    ),
    measure: needed(MEASURE),
    days: optional(DAYS, 7),
    newLink: flag('replaces the link to a measure that waits for an answer'),
  },
  run,
});

async function run(operator: Operator, wanted: Wanted): Promise<Outcome> {
  const { portal } = operator;
  if (portal === null) return refuse({ reason: 'noAddress' });
  const practice = await practiceOf(operator, wanted.practice);
  if (!practice.ok) return practice;
  const sent = await sendOrRenew(operator, practice.value, wanted);
  if (!sent.ok) return refuse({ reason: REASONS[sent.refusal] });
  const { administrationId, secret, expiresAt } = sent.value;
  const link = new URL(`/m/${secret}`, portal).href;
  const opensUntil = dateInZone(expiresAt, practice.value.timeZone);
  const until = dateInWords(opensUntil, { year: true });
  const { client: clientId, measure } = wanted;
  return ok({
    lines: [
      `${measureName(measure)} for client ${clientId}, open until ${until}.`,
      'Hand this link to the client. It is shown this once; only a hash of it is kept.',
      '',
      `  ${link}`,
      ...(portal.protocol === 'https:' ? [] : ['', ONLY_HERE]),
    ],
    facts: { clientId, administrationId, measure, link, opensUntil },
  });
}

const ONLY_HERE =
  'It opens on this machine only. Set THROUGHLINE_PUBLIC_URL to the address that phones use.';

const REASONS = {
  notFound: 'clientUnknown',
  notSendable: 'measureNotSendable',
  practiceMustConfirm: 'licenceNotConfirmed',
  identityDisagrees: 'birthDateDiffers',
  stillOpen: 'stillOpen',
  noneOpen: 'noneOpen',
} as const satisfies Record<SendRefusal | 'noneOpen', OperatorRefusal['reason']>;

async function sendOrRenew(
  { care }: Operator,
  { practiceId, timeZone }: RosteredPractice,
  { client: clientId, birthDate, measure: instrumentId, days, newLink }: Wanted,
): Promise<Sent> {
  const scope = operatorScope(care, practiceId);
  const asked = { clientId, instrumentId, ...(birthDate === null ? {} : { bornOn: birthDate }) };
  if (newLink) return renewLink(care, scope, asked);
  return sendMeasure(care, scope, {
    ...asked,
    onlyOne: true,
    dueOn: addDays(dateInZone(scope.now, timeZone), days),
    expiresAt: instantOf(new Date(Date.parse(scope.now) + days * DAY_MS)),
  });
}
