import * as z from 'zod/mini';
import { Channel } from './contact.ts';
import { StaffId } from './ids.ts';

/** Whom a step of the ladder tells. */
export const StepTarget = z.discriminatedUnion('is', [
  /** Everybody in whose caseload the client is. */
  z.object({ is: z.literal('clinicians') }),
  z.object({ is: z.literal('person'), staffId: StaffId }),
]);
export type StepTarget = z.infer<typeof StepTarget>;

/** One step: who is told by which way, so long after the alert was opened, while nobody acknowledged it. */
export const EscalationStep = z.object({
  /** 0 is at once. */
  afterMinutes: z.int().check(z.minimum(0), z.maximum(7 * 24 * 60)),
  to: StepTarget,
  by: z.array(z.enum([...Channel.options, 'browser'])).check(z.minLength(1), z.maxLength(3)),
});
export type EscalationStep = z.infer<typeof EscalationStep>;

/** What a practice does about alerts that nobody opens; one ladder for emergency and urgent each. */
export const EscalationLadder = z.object({
  /** 0 for the ladder that every practice begins with. */
  version: z.int().check(z.nonnegative()),
  emergency: z.array(EscalationStep).check(z.minLength(1), z.maxLength(6)),
  urgent: z.array(EscalationStep).check(z.minLength(1), z.maxLength(6)),
  /** Hours in which the practice looks, by its own clock; told to clients, and no step waits for them. */
  outOfHours: z.object({
    /** Monday is 1. */
    days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
    fromHour: z.int().check(z.minimum(0), z.maximum(23)),
    toHour: z.int().check(z.minimum(1), z.maximum(24)),
    /** What clients read outside them, beside the crisis resources. */
    words: z.string().check(z.maxLength(300)),
  }),
});
export type EscalationLadder = z.infer<typeof EscalationLadder>;
