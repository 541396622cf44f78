import { operatorScope } from '#backend/care/deps.ts';
import { type ContactRefusal, changeContact } from '#backend/care/sending/contact.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { Channel, ClientContact, ClientLanguage } from '#shared/contracts/contact.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { command, type Outcome } from '../command.ts';
import type { Operator } from '../operator.ts';
import { flag, needed, optional } from '../option.ts';
import { practiceOf } from '../practice-of.ts';
import type { OperatorRefusal } from '../refusal.ts';
import {
  CHANNEL,
  CLIENT,
  CLIENT_EMAIL,
  CLIENT_PHONE,
  COUNTRY,
  DATE,
  LANGUAGE,
  PRACTICE,
} from '../wordings.ts';

interface Wanted {
  readonly practice: string | null;
  readonly client: ClientId;
  readonly birthDate: CalendarDate | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly channel: Channel | 'none' | null;
  readonly language: ClientLanguage | null;
  readonly country: string | null;
  readonly agreed: boolean;
}

/** `contact`: where a client wants to be written to. What is left out stays as it was. */
export const contact = command<Wanted>({
  name: 'contact',
  summary: 'where a client wants to be written to, and in which language',
  options: {
    practice: optional(PRACTICE, null),
    client: needed(CLIENT),
    birthDate: optional(
      { ...DATE, help: "compared with the client's before anything is changed" },
      null,
    ),
    email: optional(CLIENT_EMAIL, null),
    phone: optional(CLIENT_PHONE, null),
    channel: optional(CHANNEL, null),
    language: optional(LANGUAGE, null),
    country: optional(COUNTRY, null),
    agreed: flag('the client has agreed to be written to there; nothing is sent before'),
  },
  run,
});

const REASONS = {
  notFound: 'clientUnknown',
  identityDisagrees: 'birthDateDiffers',
  noAddress: 'noClientAddress',
} as const satisfies Record<ContactRefusal, OperatorRefusal['reason']>;

async function run(operator: Operator, wanted: Wanted): Promise<Outcome> {
  const practice = await practiceOf(operator, wanted.practice);
  if (!practice.ok) return practice;
  const { client: clientId, birthDate: bornOn, agreed } = wanted;
  const scope = operatorScope(operator.care, practice.value.practiceId);
  const stated = statedIn(wanted);
  const changed = await changeContact(operator.care, scope, { clientId, bornOn, stated, agreed });
  if (!changed.ok) return refuse({ reason: REASONS[changed.refusal] });
  const { channel, language, country, agreedAt } = changed.value;
  const way = agreedAt === null ? null : channel;
  return ok({
    lines: [
      way === null
        ? `Nothing is sent to client ${clientId}: no agreement to a way is on record.`
        : `Client ${clientId} is written to by ${way === 'email' ? 'e-mail' : 'text message'}.`,
      `The page and messages are in ${language === 'english' ? 'English' : 'Spanish'}; crisis lines are those of ${country}.`,
    ],
    facts: { clientId, channel, agreed: agreedAt !== null, language, country },
  });
}

function statedIn({
  email,
  phone,
  channel,
  language,
  country,
}: Wanted): Partial<Omit<ClientContact, 'agreedAt'>> {
  return {
    ...(email === null ? {} : { email }),
    ...(phone === null ? {} : { phone }),
    ...(channel === null ? {} : { channel: channel === 'none' ? null : channel }),
    ...(language === null ? {} : { language }),
    ...(country === null ? {} : { country }),
  };
}
