import { type CareDeps, operatorScope } from '#backend/care/deps.ts';
import type { CareOf, EndCareRefusal } from '#backend/care/end-care.ts';
import type { Scope } from '#backend/store/store.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import { ok, type Result, refuse } from '#shared/contracts/result.ts';
import { type Command, command } from './command.ts';
import { needed, optional } from './option.ts';
import { practiceOf } from './practice-of.ts';
import type { OperatorRefusal } from './refusal.ts';
import { CLIENT, DATE, PRACTICE } from './wordings.ts';

interface WantedCare {
  readonly practice: string | null;
  readonly client: ClientId;
  readonly birthDate: CalendarDate | null;
}

/** A command that ends or resumes a client's care. */
export interface CareChange {
  readonly name: string;
  readonly summary: string;
  /** The use case; its value says whether anything changed. */
  readonly change: (
    deps: CareDeps,
    scope: Scope,
    who: CareOf,
  ) => Promise<Result<boolean, EndCareRefusal>>;
  /** What is told, in one line. */
  readonly told: (clientId: ClientId, changed: boolean) => string;
  /** The fact by which a script knows whether anything changed. */
  readonly fact: string;
}

const OPTIONS = {
  practice: optional(PRACTICE, null),
  client: needed(CLIENT),
  birthDate: optional(
    { ...DATE, help: "compared with the client's before anything is changed" },
    null,
  ),
};

const REASONS = {
  notFound: 'clientUnknown',
  identityDisagrees: 'birthDateDiffers',
  alertsOpen: 'alertsOpen',
  riskUnseen: 'riskUnseen',
  inCouple: 'inCouple',
} as const satisfies Record<EndCareRefusal, OperatorRefusal['reason']>;

/** Makes that command. */
export function careCommand({ name, summary, change, told, fact }: CareChange): Command {
  return command<WantedCare>({
    name,
    summary,
    options: OPTIONS,
    async run(operator, { practice: named, client: clientId, birthDate: bornOn }) {
      const practice = await practiceOf(operator, named);
      if (!practice.ok) return practice;
      const scope = operatorScope(operator.care, practice.value.practiceId);
      const changed = await change(operator.care, scope, { clientId, bornOn });
      if (!changed.ok) return refuse({ reason: REASONS[changed.refusal] });
      return ok({
        lines: [told(clientId, changed.value)],
        facts: { clientId, [fact]: changed.value },
      });
    },
  });
}
