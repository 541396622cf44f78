import type { BriefFacts } from '../contracts/brief.ts';
import type { ResponseId } from '../contracts/ids.ts';
import type { Measure } from '../contracts/measure.ts';
import type { Finding, LineRole } from '../contracts/measure-line.ts';
import type { Observation } from '../contracts/observation.ts';
import type { LineResponse } from '../contracts/response.ts';

/** What a response says of a line besides its number. */
export interface PointDetail {
  readonly finding: Finding | null;
  readonly prorated: boolean;
  readonly missingItems: readonly number[];
}

/** All that a line is made of. */
export interface LineSource {
  readonly measureId: string;
  readonly instrumentId: string;
  readonly name: string;
  readonly role: LineRole;
  /** In the version that this build holds; null for a screen, and where it is not known at all. */
  readonly measure: Measure | null;
  /** Recall period where the form has no measure, in days. */
  readonly recallDays: number | null;
  /** Any order; at least one. */
  readonly observations: readonly Observation[];
  readonly details: ReadonlyMap<ResponseId, PointDetail>;
  /** Responses there are on the server. */
  readonly count: number;
}

/** Facts that lines are read from. */
export interface SourceFacts extends Pick<BriefFacts, 'responseCounts' | 'own'> {
  /** All that are at hand, with or without their answers. */
  readonly responses: readonly LineResponse[];
}

/** A number that stands alone: nothing was found, filled in or left blank. */
export const PLAIN: PointDetail = { finding: null, prorated: false, missingItems: [] };
