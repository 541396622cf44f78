import type { TimeZone } from '#shared/contracts/calendar.ts';
import { ok, refuse } from '#shared/contracts/result.ts';
import { command, type Outcome } from '../command.ts';
import type { Operator } from '../operator.ts';
import { needed } from '../option.ts';
import { sameText } from '../practice-of.ts';
import { NAME, TIME_ZONE } from '../wordings.ts';

interface Wanted {
  readonly name: string;
  readonly timeZone: TimeZone;
}

/** `create-practice`: refused when a practice of the name is there, so that twice is once. */
export const createPractice = command<Wanted>({
  name: 'create-practice',
  summary: 'a new practice, without people',
  options: { name: needed(NAME), timeZone: needed(TIME_ZONE) },
  run,
});

async function run({ setup, roster }: Operator, { name, timeZone }: Wanted): Promise<Outcome> {
  const there = (await roster.practices()).find((practice) => sameText(practice.name, name));
  if (there !== undefined) return refuse({ reason: 'practiceThere', practiceId: there.practiceId });
  const practiceId = await setup.createPractice({ name, timeZone });
  return ok({
    lines: [`${name} is set up: practice ${practiceId}.`, 'Next: add-staff.'],
    facts: { practiceId },
  });
}
