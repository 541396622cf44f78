import * as z from 'zod/mini';
import { EhrId } from './ehr.ts';
import { PageKind } from './reading.ts';

/** One structural assumption of an adapter, held against a page: how often its selector matched. */
export const StructureCheck = z.object({
  /** `header.name`: a name of the adapter's own, never text of the page. */
  name: z.string().check(z.regex(/^[a-z][a-zA-Z0-9.]{0,39}$/)),
  found: z.int().check(z.minimum(0)),
  /** How many the recorded pages of this kind have. */
  expected: z.enum(['none', 'one', 'some', 'any']),
  holds: z.boolean(),
});
export type StructureCheck = z.infer<typeof StructureCheck>;

/** One element of a page's outline, without any of its words. */
export const OutlineElement = z.object({
  depth: z.int().check(z.minimum(0), z.maximum(60)),
  tag: z.string().check(z.maxLength(40)),
  /**
   * Id and classes: words of layout and markup as they are, digits as `#`, everything else, which may
   * be a name, as `*`.
   */
  names: z.array(z.string().check(z.maxLength(60))).check(z.maxLength(12)),
  role: z.nullable(z.string().check(z.maxLength(40))),
  /** Number of characters of its own text, rounded up to tens; says nothing of what they are. */
  ownText: z.int().check(z.minimum(0)),
});
export type OutlineElement = z.infer<typeof OutlineElement>;

/**
 * What a clinician can send to support when an EHR changed its pages: structure only. No address,
 * no text, no attribute's value but ids, classes and roles with the numbers taken out.
 */
export const SelfCheck = z.object({
  ehr: EhrId,
  adapterVersion: z.int(),
  kind: PageKind,
  checks: z.array(StructureCheck).check(z.maxLength(80)),
  outline: z.array(OutlineElement).check(z.maxLength(2000)),
});
export type SelfCheck = z.infer<typeof SelfCheck>;
