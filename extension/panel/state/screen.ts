import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { CouplePage } from '#shared/contracts/couple-procedures.ts';
import type { BriefQuery, BriefReply } from '#shared/contracts/procedures.ts';
import type { PageReading } from '#shared/contracts/reading.ts';
import type { UpdateAudience } from '#shared/contracts/update.ts';
import type { BriefState, ServerSettings, Unavailable } from '../../messages/worker.ts';
import { answerKey, identifierCount, type PanelFacts, queryOf } from './facts.ts';
import { type Freshness, freshnessOf, isTooOld } from './freshness.ts';

/** A client of whom it is certain that the page is about them. */
export interface ClientScreen {
  readonly kind: 'client';
  readonly query: BriefQuery;
  readonly reading: PageReading;
  readonly facts: BriefFacts;
  readonly freshness: Freshness;
  /** For whom an Update is until another reader is chosen. */
  readonly usualAudience: UpdateAudience;
  /** The practice allows writing into this EHR, as far as the panel knows. */
  readonly mayWrite: boolean;
}

/** What the panel shows: one of these, never two, each with all that it needs. */
export type Screen =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'pageLost' }
  | { readonly kind: 'pageFights' }
  | { readonly kind: 'notConfigured'; readonly problem: ServerSettings['problem'] }
  | { readonly kind: 'ehrNotAllowed' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'adminRole' }
  | { readonly kind: 'settling' }
  | { readonly kind: 'ehrSignedOut' }
  | { readonly kind: 'noClient' }
  | { readonly kind: 'unknownPage' }
  | {
      readonly kind: 'severalPeople';
      readonly count: number;
      /** What to ask with where there are two: they may be a couple. */
      readonly page: CouplePage | null;
      /** Ties an answer to this very page. */
      readonly key: string;
    }
  | { readonly kind: 'insufficient' }
  | { readonly kind: 'pageDisagrees' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'unavailable'; readonly because: Unavailable }
  | { readonly kind: 'unlinked'; readonly query: BriefQuery }
  | { readonly kind: 'ambiguous'; readonly query: BriefQuery }
  | {
      readonly kind: 'mismatch';
      readonly query: BriefQuery;
      readonly differs: Extract<BriefReply, { verdict: 'mismatch' }>['differs'];
      readonly linkId: Extract<BriefReply, { verdict: 'mismatch' }>['linkId'];
    }
  | {
      readonly kind: 'tooOld';
      readonly client: BriefFacts['client'];
      readonly timeZone: BriefFacts['timeZone'];
      readonly verifiedAt: Instant;
      readonly because: Unavailable;
    }
  | ClientScreen;

/**
 * The screen that follows from the facts. First what makes any look at the page meaningless,
 * then who is asking, then the page, and only then the client: an answer that was given for
 * another reading than the present one is not looked at.
 */
export function screenOf(facts: PanelFacts): Screen {
  return linkScreen(facts) ?? practiceScreen(facts) ?? personScreen(facts) ?? pageScreen(facts);
}

function linkScreen({ link, reading }: PanelFacts): Screen | null {
  if (link === 'fights') return { kind: 'pageFights' };
  if (link === 'lost') return { kind: 'pageLost' };
  return link === 'connecting' || reading === null ? { kind: 'connecting' } : null;
}

/** A practice that allows nothing here is told of before anybody is asked to sign in. */
function practiceScreen({ practice, reading, adapterMode }: PanelFacts): Screen | null {
  if (adapterMode === 'off') return { kind: 'ehrNotAllowed' };
  const allowed = practice?.settings.allowedEhrs.value ?? null;
  if (allowed === null || reading === null || allowed.includes(reading.ehr)) return null;
  return { kind: 'ehrNotAllowed' };
}

function personScreen({ settings, person }: PanelFacts): Screen | null {
  if (settings !== null && (settings.problem !== null || settings.backend === null)) {
    return { kind: 'notConfigured', problem: settings.problem };
  }
  if (person.status === 'unavailable' && person.because === 'signedOut') {
    return { kind: 'signedOut' };
  }
  return person.status === 'known' && person.who.role === 'admin' ? { kind: 'adminRole' } : null;
}

function pageScreen(facts: PanelFacts): Screen {
  const { reading } = facts;
  if (reading === null || !reading.settled) return { kind: 'settling' };
  if (reading.kind === 'signedOut') return { kind: 'ehrSignedOut' };
  const [subject, ...others] = reading.subjects;
  if (subject === undefined)
    return { kind: reading.kind === 'unknown' ? 'unknownPage' : 'noClient' };
  if (others.length > 0) return severalPeople(reading);
  if (reading.identity.verdict === 'ambiguous') return { kind: 'pageDisagrees' };
  const query = queryOf(reading);
  if (query === null || identifierCount(subject) === 0) return { kind: 'insufficient' };
  const { answer } = facts;
  return answer === null || answer.key !== answerKey(reading)
    ? { kind: 'loading' }
    : answerScreen(answer.state, { query, reading, ...usual(facts) });
}

function severalPeople(reading: PageReading): Screen {
  const { ehr, subjects } = reading;
  const [one, other, ...more] = subjects;
  const isPair = one !== undefined && other !== undefined && more.length === 0;
  const page: CouplePage | null = isPair ? { ehr, subjects: [one, other] } : null;
  return { kind: 'severalPeople', count: subjects.length, page, key: answerKey(reading) };
}

function usual({ now, practice, adapterMode }: PanelFacts) {
  const usualAudience = practice?.settings.defaultAudience.value ?? 'chart';
  // Until the worker said otherwise: it is the one that refuses.
  return { now, usualAudience, mayWrite: adapterMode === null || adapterMode === 'on' };
}

interface Asked {
  readonly query: BriefQuery;
  readonly reading: PageReading;
  readonly now: Date;
  readonly usualAudience: UpdateAudience;
  readonly mayWrite: boolean;
}

function answerScreen(state: BriefState, asked: Asked): Screen {
  if (state.source === 'none') return unavailableScreen(state.because);
  const { reply } = state;
  if (reply.verdict === 'certain') return certainScreen(reply.brief, state, asked);
  const { query } = asked;
  if (reply.verdict === 'unlinked') return { kind: 'unlinked', query };
  if (reply.verdict === 'ambiguous') return { kind: 'ambiguous', query };
  if (reply.verdict === 'insufficient') return { kind: 'insufficient' };
  return { kind: 'mismatch', query, differs: reply.differs, linkId: reply.linkId };
}

function unavailableScreen(because: Unavailable): Screen {
  if (because === 'signedOut') return { kind: 'signedOut' };
  if (because === 'notConfigured') return { kind: 'notConfigured', problem: null };
  return { kind: 'unavailable', because };
}

function certainScreen(
  facts: BriefFacts,
  state: Exclude<BriefState, { source: 'none' }>,
  { query, reading, now, usualAudience, mayWrite }: Asked,
): Screen {
  const { verifiedAt } = state;
  if (isTooOld(verifiedAt, now)) {
    const because = state.source === 'cache' ? state.because : 'slow';
    return { kind: 'tooOld', client: facts.client, timeZone: facts.timeZone, verifiedAt, because };
  }
  return {
    kind: 'client',
    query,
    reading,
    facts,
    freshness: freshnessOf(state, now),
    usualAudience,
    mayWrite,
  };
}
