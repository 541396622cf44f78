import * as z from 'zod/mini';

/**
 * Why a form that a clinician put together is refused.
 * `malformed`: not the shape of a form. `unknownField`: it says something that an own form has no
 * place for, such as bands or a cut-off. `namedAfterMeasure`: its title would make it look like a
 * published measure. `sameNameTwice`: two questions would stand on the chart under one name. `noWords`, `wordsTooLong`: a title, question, pole or choice.
 * `scaleOutside`: not whole numbers from 0 to 10. `scaleBackwards`: the lowest is not below the
 * highest.
 */
export const FormFault = z.enum([
  'malformed',
  'unknownField',
  'namedAfterMeasure',
  'noWords',
  'wordsTooLong',
  'noItems',
  'tooManyItems',
  'sameItemTwice',
  'sameNameTwice',
  'scaleOutside',
  'scaleBackwards',
  'tooFewChoices',
  'tooManyChoices',
  'sameChoiceTwice',
  'textLimitOutside',
]);
export type FormFault = z.infer<typeof FormFault>;

const fault = (reason: FormFault) => reason;

const words = (longest: number) =>
  z
    .string(fault('noWords'))
    .check(z.regex(/\S/, fault('noWords')), z.maxLength(longest, fault('wordsTooLong')));

const point = z
  .int(fault('scaleOutside'))
  .check(z.minimum(0, fault('scaleOutside')), z.maximum(10, fault('scaleOutside')));

const asked = {
  /** Stable within the form: the line over time is kept under it. */
  id: z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/)),
  /** As it stands on the chart: `Sleep`. */
  name: words(40),
  /** What the client reads. */
  text: words(300),
};

/** On which side an own scale gets better; nothing else is known of it. */
const direction = z.enum(['higherWorse', 'higherBetter']);

/** A whole number between two labelled poles. */
export const RatingItem = z.strictObject({
  kind: z.literal('rating'),
  ...asked,
  min: point,
  max: point,
  /** The words at the lower end. */
  minLabel: words(60),
  /** The words at the upper end. */
  maxLabel: words(60),
  direction,
});
export type RatingItem = z.infer<typeof RatingItem>;

/** One of a few choices in order. */
export const ChoiceItem = z.strictObject({
  kind: z.literal('choice'),
  ...asked,
  /** In printed order. */
  options: z
    .array(z.strictObject({ value: point, label: words(80) }))
    .check(z.minLength(2, fault('tooFewChoices')), z.maxLength(7, fault('tooManyChoices'))),
  direction,
});
export type ChoiceItem = z.infer<typeof ChoiceItem>;

/** A few words of the client's own; never trended. */
export const TextItem = z.strictObject({
  kind: z.literal('text'),
  ...asked,
  /** In UTF-16 code units, as a browser counts them. */
  maxLength: z
    .int(fault('textLimitOutside'))
    .check(z.minimum(1, fault('textLimitOutside')), z.maximum(2000, fault('textLimitOutside'))),
});
export type TextItem = z.infer<typeof TextItem>;

/** One question of an own form. */
export const FormItem = z.discriminatedUnion('kind', [RatingItem, ChoiceItem, TextItem]);
export type FormItem = z.infer<typeof FormItem>;

/** An own form's identity: a UUID of version 7, made by the application. */
export const FormId = z.uuid().brand<'FormId'>();
export type FormId = z.infer<typeof FormId>;

/** What check-ins, counts and alerts know a form by, where a measure has `Instrument.id`. */
export function formKey(formId: FormId): string {
  return `form:${formId}`;
}

/**
 * A form that a clinician put together, such as a diary card. Its ratings and choices are drawn as
 * lines and compared with nothing: it has no bands, no cut-off and no reliable change, and no place
 * to state any.
 */
export const CustomForm = z.strictObject({
  formId: FormId,
  /** Counts up with every change; lines of two versions are never mixed. */
  version: z.int().check(z.positive()),
  title: words(80),
  /** In printed order. */
  items: z
    .array(FormItem)
    .check(z.minLength(1, fault('noItems')), z.maxLength(30, fault('tooManyItems'))),
});
export type CustomForm = z.infer<typeof CustomForm>;

/** The answers to one own form in item order: a number, words, or null for "not answered". */
export const FormAnswers = z.array(z.nullable(z.union([z.int(), z.string()])));
export type FormAnswers = z.infer<typeof FormAnswers>;
