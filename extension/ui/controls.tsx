import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';

/** What a tag or banner means. `unknown` is also "no reliable change": neither good nor bad. */
export type Tone = 'better' | 'worse' | 'risk' | 'unknown';

/** How much weight a button has. At most one `main` in a section. */
export type Weight = 'main' | 'plain' | 'quiet' | 'icon';

/** A button of at least 24 px. */
export function Button({
  weight = 'plain',
  ...rest
}: ButtonHTMLAttributes & {
  readonly weight?: Weight;
}) {
  return <button type="button" class={`button ${weight}`} {...rest} />;
}

/** A judgement in a word. */
export function Tag({
  tone,
  children,
}: {
  readonly tone: Tone;
  readonly children: ComponentChildren;
}) {
  return <span class={`tag ${tone}`}>{children}</span>;
}

/** A part of the panel with its heading. */
export function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A message about the whole panel: what happened, what is safe, what to do. */
export function Banner({
  tone,
  title,
  children,
}: {
  readonly tone: Tone;
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={`banner ${tone}`} role="status">
      <strong>{title}</strong> {children}
    </div>
  );
}

/** Something on demand. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="disclosure" open={open}>
      <summary>{summary}</summary>
      <div class="inside">{children}</div>
    </details>
  );
}

/** One of a few, all visible, beside what is chosen. */
export function Choices<Value extends string>({
  legend,
  name,
  options,
  value,
  onChange,
}: {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}) {
  return (
    <div class="choices" role="radiogroup" aria-label={legend}>
      <span aria-hidden="true">{legend}</span>
      <div class="segments">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  );
}
