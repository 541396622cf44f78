import type {
  EhrId,
  ExternalScore,
  NoteField,
  PageIdentity,
  PageKind,
  PageReading,
  RiskDenial,
  ScheduleEntry,
  Subject,
} from '#shared/contracts/reading.ts';
import type { StructureCheck } from '#shared/contracts/self-check.ts';

/**
 * All that the rest of the extension may ask of an EHR. An adapter looks and never touches: it
 * clicks nothing, changes nothing and calls no network. What it can't recognise it calls
 * `unknown`; it never guesses.
 */
export interface EhrAdapter {
  /** The EHR this adapter knows. */
  readonly id: EhrId;
  /** Counts up whenever a selector, pattern or alias changes; a whole number from 1. */
  readonly version: number;
  /** True when a URL belongs to the EHR's application. Host and path only; reads no document. */
  matches(url: URL): boolean;
  /**
   * Names the chart or note that a URL stands for, without tabs and other view state. When it
   * changes within a page's life, what the page showed before is not believed any more.
   */
  place(url: URL): Place;
  /**
   * One synchronous look at the document. Cheap on pages that concern no client: these are told
   * apart by their URL before the document is walked.
   */
  look(doc: Document, url: URL): PageLook;
}

/** What a URL stands for. */
export interface Place {
  /** The chart or note; the same text for the same one. */
  readonly page: string;
  /** The id of the client's record in the URL itself; null when the URL names no client. */
  readonly client: string | null;
}

/** What one look at a page found. Holds elements, so it never leaves the content script. */
export interface PageLook {
  /** Claimed only when URL and structure agree. */
  readonly kind: PageKind;
  /**
   * True when the URL speaks of a client's chart or note, whether or not the structure was
   * recognised: the panel is wanted there, if only to say that the page is not known.
   */
  readonly expectsClient: boolean;
  /** Nobody, one or several people. Signals that disagree with each other make several. */
  readonly subjects: readonly Subject[];
  /** How well the page says who it is about, and by what. */
  readonly identity: PageIdentity;
  readonly appointment: PageReading['appointment'];
  readonly note: PageReading['note'];
  /** Where text could go, in document order, decoys left out. */
  readonly fields: readonly FoundField[];
  /** The parts of the page that say who it is about; empty when there are none. */
  readonly headers: readonly PageHeader[];
  /** Who comes on the day of a calendar's day view; empty elsewhere. */
  readonly schedule: readonly ScheduleEntry[];
  /** The subject's scores that the EHR itself shows. */
  readonly scores: readonly FoundScore[];
  /** Where the page says that the client denies all risk; null where it does not. */
  readonly riskDenial: RiskDenial | null;
  /** The adapter's structural assumptions, held against this page. */
  readonly checks: readonly StructureCheck[];
}

/** One part of a page that says who the page is about. */
export interface PageHeader {
  /** Everything that belongs to the name: birth date, links to the record. */
  readonly block: Element;
  /** The element that shows the name. */
  readonly name: Element;
  /** The identifiers that the block states: the name first, then birth dates and ids of linked records. */
  readonly identity: readonly string[];
}

/** A note field together with the element that holds its text. */
export interface FoundField extends Omit<NoteField, 'key'> {
  readonly element: HTMLElement;
}

/** A score together with the row that states it. */
export interface FoundScore {
  readonly score: ExternalScore;
  readonly element: Element;
}

/** A look at a page that concerns no client. */
export function lookWithoutClient(kind: PageKind, expectsClient = false): PageLook {
  return {
    kind,
    expectsClient,
    subjects: [],
    appointment: null,
    note: null,
    fields: [],
    headers: [],
    identity: { verdict: 'none', signals: [] },
    schedule: [],
    scores: [],
    riskDenial: null,
    checks: [],
  };
}
