import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Problem } from './forms.ts';

interface FieldProps {
  /** What {@link Problem.field} calls it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly problem: Problem | null;
}

/**
 * One line to fill in. Nothing that is typed here is offered again by the browser, or sent to a
 * spelling service: it is about a client.
 */
export function TextField({
  name,
  label,
  hint,
  problem,
  type = 'text',
  value,
  onFill,
  ...input
}: FieldProps & {
  /** Default text. */
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'text' | 'decimal';
  readonly maxLength?: number;
  /** First and last day that can be chosen. */
  readonly min?: string;
  readonly max?: string;
  readonly value: string;
  readonly onFill: (value: string) => void;
}) {
  const { id, wrong, ref } = useProblem<HTMLInputElement>(name, problem);
  return (
    <FieldAround id={id} label={label} hint={hint} wrong={wrong}>
      <input
        {...(type === 'date' ? { type } : { type })}
        {...input}
        {...described(id, hint, wrong)}
        ref={ref}
        id={id}
        class="field"
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => onFill(event.currentTarget.value)}
      />
    </FieldAround>
  );
}

/** A choice of more than a few. */
export function SelectField({
  name,
  label,
  hint,
  problem,
  value,
  options,
  onFill,
}: FieldProps & {
  /** Null while nothing was chosen. */
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onFill: (value: string) => void;
}) {
  const { id, wrong, ref } = useProblem<HTMLSelectElement>(name, problem);
  return (
    <FieldAround id={id} label={label} hint={hint} wrong={wrong}>
      <select
        {...described(id, hint, wrong)}
        ref={ref}
        id={id}
        class="field"
        value={value ?? ''}
        onChange={(event) => onFill(event.currentTarget.value)}
      >
        {value === null ? (
          <option value="" disabled>
            Choose…
          </option>
        ) : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldAround>
  );
}

function FieldAround({
  id,
  label,
  hint,
  wrong,
  children,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly wrong: string | null;
  readonly children: ComponentChildren;
}) {
  return (
    <div class="filled">
      <label class="soft" for={id}>
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong === null ? null : (
        <p class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}

function described(id: string, hint: string | undefined, wrong: string | null) {
  const by = [hint === undefined ? [] : `${id}-hint`, wrong === null ? [] : `${id}-wrong`].flat();
  return {
    'aria-invalid': wrong !== null,
    ...(by.length === 0 ? {} : { 'aria-describedby': by.join(' ') }),
  };
}

/** The words about a field, which gets the keyboard when a press found it wrong. */
function useProblem<Field extends HTMLElement>(name: string, problem: Problem | null) {
  const id = useId();
  const ref = useRef<Field>(null);
  const before = useRef(problem);
  const wrong = problem?.field === name ? problem.words : null;
  useEffect(() => {
    const isNew = before.current !== problem;
    before.current = problem;
    if (isNew && wrong !== null && document.hasFocus()) ref.current?.focus();
  }, [problem, wrong]);
  return { id, ref, wrong };
}
