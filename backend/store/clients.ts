import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { ClientIdentity } from '#shared/contracts/brief.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { client, ehrLink } from './schema.ts';

/** The columns of a {@link ClientIdentity}. */
export const identityColumns = {
  clientId: client.clientId,
  displayName: client.displayName,
  otherNames: client.otherNames,
  birthDate: client.birthDate,
  inCareSince: client.inCareSince,
};

/** What somebody in the practice is called, and nothing else of them. */
export interface NamedClient {
  readonly clientId: ClientId;
  readonly names: readonly string[];
}

/** The people in therapy. Who may see whom is the caseload's matter. */
export class ClientRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** Adds a client. */
  async add(identity: ClientIdentity): Promise<void> {
    await this.#care.db.insert(client).values({
      practiceId: this.#care.scope.practiceId,
      createdAt: this.#care.scope.now,
      active: true,
      ...identity,
      otherNames: [...identity.otherNames],
    });
  }

  /** The client's identifiers; null when there is none. */
  async find(clientId: ClientId): Promise<ClientIdentity | null> {
    const [row] = await this.#care.db
      .select(identityColumns)
      .from(client)
      .where(this.#isOne(clientId));
    return row ?? null;
  }

  /** Whether somebody is in care: false once deactivated, and for whoever is not there. */
  async isInCare(clientId: ClientId): Promise<boolean> {
    const rows = await this.#care.db
      .select({ clientId: client.clientId })
      .from(client)
      .where(and(this.#isOne(clientId), eq(client.active, true)));
    return rows.length > 0;
  }

  /** States whether somebody is in care. True when that was otherwise until now. */
  async setInCare(clientId: ClientId, active: boolean): Promise<boolean> {
    const rows = await this.#care.db
      .update(client)
      .set({ active })
      .where(and(this.#isOne(clientId), eq(client.active, !active)))
      .returning({ clientId: client.clientId });
    return rows.length > 0;
  }

  /** Everybody in care, by name. */
  async list(): Promise<readonly ClientIdentity[]> {
    return this.#care.db
      .select(identityColumns)
      .from(client)
      .where(and(eq(client.practiceId, this.#care.scope.practiceId), eq(client.active, true)))
      .orderBy(asc(client.displayName), asc(client.clientId));
  }

  /** Everybody, in care or not, by name; whoever is in care comes first. */
  async listAll(): Promise<readonly (ClientIdentity & { readonly inCare: boolean })[]> {
    return this.#care.db
      .select({ ...identityColumns, inCare: client.active })
      .from(client)
      .where(eq(client.practiceId, this.#care.scope.practiceId))
      .orderBy(desc(client.active), asc(client.displayName), asc(client.clientId));
  }

  /** Everybody, in care or not, who was born on a day. */
  async bornOn(birthDate: CalendarDate): Promise<readonly ClientIdentity[]> {
    return this.#care.db
      .select(identityColumns)
      .from(client)
      .where(
        and(eq(client.practiceId, this.#care.scope.practiceId), eq(client.birthDate, birthDate)),
      );
  }

  /**
   * What everybody is called, in care or not: the display name, other names, and the names that were
   * confirmed for EHR records. Somebody with several records is there several times.
   */
  async named(): Promise<readonly NamedClient[]> {
    const rows = await this.#care.db
      .select({
        clientId: client.clientId,
        displayName: client.displayName,
        otherNames: client.otherNames,
        confirmedName: ehrLink.confirmedName,
      })
      .from(client)
      .leftJoin(
        ehrLink,
        and(
          eq(ehrLink.practiceId, client.practiceId),
          eq(ehrLink.clientId, client.clientId),
          isNull(ehrLink.unlinkedAt),
        ),
      )
      .where(eq(client.practiceId, this.#care.scope.practiceId));
    return rows.map(({ clientId, displayName, otherNames, confirmedName }) => ({
      clientId,
      names: [displayName, ...otherNames, ...(confirmedName === null ? [] : [confirmedName])],
    }));
  }

  /**
   * Holds the client until the transaction ends, so that two submissions of one client judge one
   * after the other. Doesn't hold up anything else that refers to the client. Whether they are in care:
   * care may have ended while this waited.
   */
  async hold(clientId: ClientId): Promise<boolean> {
    const [row] = await this.#care.db
      .select({ active: client.active })
      .from(client)
      .where(this.#isOne(clientId))
      .for('no key update');
    return row?.active === true;
  }

  /** Picks one client of the practice. */
  #isOne(clientId: ClientId) {
    return and(eq(client.practiceId, this.#care.scope.practiceId), eq(client.clientId, clientId));
  }
}
