import type { BriefFacts } from '#shared/contracts/brief.ts';
import { TextField } from './fields.tsx';
import { type Problem, todayOf } from './forms.ts';

/** A day of the client's life up to today. */
export function DayField({
  label,
  facts,
  problem,
  value,
  onFill,
}: {
  readonly label: string;
  readonly facts: BriefFacts;
  readonly problem: Problem | null;
  readonly value: string;
  readonly onFill: (value: string) => void;
}) {
  return (
    <TextField
      type="date"
      name="on"
      label={label}
      min={facts.client.birthDate}
      max={todayOf(facts)}
      problem={problem}
      value={value}
      onFill={onFill}
    />
  );
}
