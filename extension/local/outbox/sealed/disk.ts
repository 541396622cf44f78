import { Dexie, type Table } from 'dexie';
import type { Instant } from '#shared/contracts/calendar.ts';
import type { InsertionId } from '#shared/contracts/ids.ts';
import type { DeliveryRefusal, Fact, SealedEntry } from '#shared/contracts/sealed.ts';

/** Why an entry is refused, as far as the server said it. */
export interface Refusal {
  readonly what: Fact['what'] | null;
  readonly because: DeliveryRefusal | null;
  /** Which insertion it was, for the receipt that may still be on screen; null when not known. */
  readonly insertionId: InsertionId | null;
}

/** What lies on the disk of one entry: nothing in it can be read but whose it is, and when. */
export interface Row extends Omit<SealedEntry, 'sealed'> {
  /** Grows with each entry: the order in which they happened, whatever the clock said. */
  readonly place?: number;
  /** Origin of the server that can open it. */
  readonly backend: string;
  readonly since: Instant;
  /** Null once the server refused it for good. */
  readonly sealed: string | null;
  readonly refusal: Refusal | null;
  /**
   * The insertions that it speaks of, of which each is told in order; never sent. Absent from copies
   * that earlier versions made: of these nobody can tell.
   */
  readonly about?: readonly InsertionId[];
}

/** A row that can still be sent. */
export type SealedRow = Row & { readonly sealed: string };

/** The sealed copies. Each change is one transaction of the database: whole, or not made. */
export interface Disk {
  /** Keeps a copy, in the place of the one before under the same id. */
  readonly put: (row: SealedRow) => Promise<void>;
  readonly drop: (entryId: string) => Promise<void>;
  /** Keeps that an entry was refused; its copy only where somebody else may yet open it. */
  readonly refuse: (entryId: string, refusal: Refusal, keepsCopy?: boolean) => Promise<void>;
  /** True when nothing is kept, for whatever server. */
  readonly isEmpty: () => Promise<boolean>;
  /** Why an entry was refused; null where it was not. */
  readonly refusalOf: (entryId: string) => Promise<Refusal | null>;
  /** Everything for a server, in order. */
  readonly of: (backend: string) => Promise<readonly Row[]>;
  /** Takes out refusals that were read. */
  readonly forget: (entryIds: readonly string[]) => Promise<void>;
}

/** The database engine of a test; the browser's own unless there is one. */
export interface Engine {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Opens the copies: a database apart from the cache, which is emptied at each sign-out. */
export function openDisk(engine: Engine | undefined): Disk {
  const database = new Dexie('throughline-unsent', engine ?? {});
  database.version(1).stores({ entries: '++place, &entryId, backend' });
  const entries: Table<Row, number> = database.table('entries');
  const one = (entryId: string) => entries.where('entryId').equals(entryId);
  return {
    put: (row) =>
      database.transaction('rw', entries, async () => {
        const place = (await one(row.entryId).first())?.place;
        await entries.put(place === undefined ? row : { ...row, place });
      }),
    async drop(entryId) {
      await one(entryId).delete();
    },
    async refuse(entryId, refusal, keepsCopy = false) {
      await one(entryId).modify(keepsCopy ? { refusal } : { refusal, sealed: null });
    },
    isEmpty: async () => (await entries.count()) === 0,
    refusalOf: async (entryId) => (await one(entryId).first())?.refusal ?? null,
    of: (backend) => entries.where('backend').equals(backend).sortBy('place'),
    forget: (entryIds) =>
      database.transaction('rw', entries, async () => {
        const read = await entries
          .where('entryId')
          .anyOf([...entryIds])
          .toArray();
        const gone = read.filter((row) => !isSealed(row));
        await entries.bulkDelete(gone.flatMap(({ place }) => place ?? []));
        await entries.bulkPut(read.filter(isSealed).map((row) => ({ ...row, refusal: null })));
      }),
  };
}

/** True of what can still be sent. */
export function isSealed(row: Row): row is SealedRow {
  return row.sealed !== null;
}

/** What the disk is asked for, or something else where it is broken. */
export async function unlessBroken<Value>(work: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    if (isBroken(error)) return otherwise;
    throw error;
  }
}

/** True of what a disk that is full, locked or damaged throws, and of no bug of ours. */
export function isBroken(error: unknown): boolean {
  return error instanceof Dexie.DexieError;
}
