import type { AuditEvent } from '#backend/audit/events.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { ClientId, EhrLinkId, StaffId } from '#shared/contracts/ids.ts';
import type { EarlierScores } from '#shared/contracts/procedures.ts';
import type { EhrId } from '#shared/contracts/reading.ts';
import { BRIEF_OF_CLIENT, BRIEF_OF_RECORD, EARLIER_OF_CLIENT } from './brief-statement.ts';
import type { Care } from './care.ts';
import { actorId } from './scope.ts';

/** Facts of a linked client. They leave the server only when the page shows the same person. */
export interface RecordBrief {
  readonly linkId: EhrLinkId;
  readonly facts: BriefFacts;
}

interface Row {
  readonly facts: string;
  readonly link_id: string | null;
}

/** Everything the panel draws, read and recorded by one statement. */
export class BriefRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /**
   * The facts of a client with earlier scores, recorded as `event`. Null, with nothing recorded, when the client is
   * not in the caseload.
   */
  async ofClient(
    clientId: ClientId,
    staffId: StaffId,
    event: AuditEvent,
  ): Promise<BriefFacts | null> {
    const { rows } = await this.#care.connection.query<Row>({
      name: 'brief-of-client',
      text: BRIEF_OF_CLIENT,
      values: [...this.#shared(staffId, event.action, event.subject), clientId],
    });
    const [row] = rows;
    return row === undefined ? null : (JSON.parse(row.facts) as BriefFacts);
  }

  /**
   * The facts of the client that a record is linked to, recorded as `brief.read`. Null, with
   * nothing recorded, when it is not linked or the client is not in the caseload. The caller
   * compares name and birth date with the page and, when they differ, hands nothing out and
   * appends `brief.withheld`.
   */
  async ofRecord(
    record: { readonly ehr: EhrId; readonly recordId: string },
    staffId: StaffId,
  ): Promise<RecordBrief | null> {
    const { rows } = await this.#care.connection.query<Row>({
      name: 'brief-of-record',
      text: BRIEF_OF_RECORD,
      values: [
        ...this.#shared(staffId, 'brief.read' satisfies AuditEvent['action'], { ehr: record.ehr }),
        record.ehr,
        record.recordId,
      ],
    });
    const [row] = rows;
    if (row === undefined || row.link_id === null) return null;
    return { linkId: row.link_id as EhrLinkId, facts: JSON.parse(row.facts) as BriefFacts };
  }

  /**
   * The older scores of a client, recorded as `scores.read`. Null, with nothing recorded, when the
   * client is not in the caseload.
   */
  async earlierOf(clientId: ClientId, staffId: StaffId): Promise<EarlierScores | null> {
    const { rows } = await this.#care.connection.query<{ readonly scores: string }>({
      name: 'earlier-of-client',
      text: EARLIER_OF_CLIENT,
      values: [
        ...this.#shared(staffId, 'scores.read' satisfies AuditEvent['action'], {}),
        clientId,
      ],
    });
    const [row] = rows;
    return row === undefined ? null : (JSON.parse(row.scores) as EarlierScores);
  }

  /** The parameters that all variants share; see the statement. */
  #shared(staffId: StaffId, action: string, subject: object) {
    return [
      this.#care.scope.practiceId,
      staffId,
      this.#care.scope.now,
      this.#care.newId(),
      this.#care.scope.actor.kind,
      actorId(this.#care.scope.actor),
      this.#care.scope.requestId,
      action,
      JSON.stringify(subject),
    ];
  }
}
