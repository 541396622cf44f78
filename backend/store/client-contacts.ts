import { and, eq, getTableColumns } from 'drizzle-orm';
import type { ClientContact } from '#shared/contracts/contact.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
import type { Care } from './care.ts';
import { clientContact } from './schema.ts';

const {
  practiceId: _ours,
  clientId: _whose,
  changedAt: _when,
  ...COLUMNS
} = getTableColumns(clientContact);

/** Of whoever has stated nothing: nobody writes to them. */
const UNSTATED: ClientContact = {
  email: null,
  phone: null,
  channel: null,
  language: 'english',
  country: 'US',
  agreedAt: null,
};

/** Where clients want to be written to. */
export class ClientContactRepository {
  readonly #care: Care;

  constructor(care: Care) {
    this.#care = care;
  }

  /** What a client has stated; of whoever has stated nothing, that nobody writes to them. */
  async of(clientId: ClientId): Promise<ClientContact> {
    const [row] = await this.#care.db
      .select(COLUMNS)
      .from(clientContact)
      .where(
        and(
          eq(clientContact.practiceId, this.#care.scope.practiceId),
          eq(clientContact.clientId, clientId),
        ),
      );
    return row ?? UNSTATED;
  }

  /** Keeps what a client states now, instead of what was stated before. */
  async put(clientId: ClientId, contact: ClientContact): Promise<void> {
    const { practiceId, now } = this.#care.scope;
    const stated = { ...contact, changedAt: now };
    await this.#care.db
      .insert(clientContact)
      .values({ practiceId, clientId, ...stated })
      .onConflictDoUpdate({
        target: [clientContact.practiceId, clientContact.clientId],
        set: stated,
      });
  }
}
