import type { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Fingerprint, FingerprintOf } from './fingerprint.ts';

/** Makes a database adapter for better-auth from its options. */
type MakeAdapter = ReturnType<typeof drizzleAdapter>;
type Adapter = ReturnType<MakeAdapter>;
type Calls = Omit<Adapter, 'transaction'>;
type Condition = Parameters<Adapter['findOne']>[0]['where'][number];

/** Whatever a call may carry: conditions, and values under one of three names. */
interface Asked {
  readonly model: string;
  readonly where?: readonly Condition[] | undefined;
  readonly data?: object;
  readonly update?: object;
  readonly set?: object | undefined;
}

/** Fields of better-auth's models that open something for whoever knows them. */
const SECRETS: Readonly<Record<string, Readonly<Record<string, FingerprintOf>>>> = {
  session: { token: 'session.token' },
  deviceCode: { deviceCode: 'deviceCode.deviceCode', userCode: 'deviceCode.userCode' },
};

/**
 * An adapter that stores and looks for fingerprints where better-auth gives it secrets. better-auth
 * hashes passwords, but keeps session tokens and pairing codes as they are and has no setting for
 * it. What a call was given in clear it gets back in clear, as better-auth expects; of a row that
 * was found by something else only the fingerprint is known, and that opens nothing.
 */
export function veiled(make: MakeAdapter, fingerprint: Fingerprint): MakeAdapter {
  return (options) => {
    const adapter = make(options);
    return {
      ...veiledCalls(adapter, fingerprint),
      transaction: (work) => adapter.transaction((calls) => work(veiledCalls(calls, fingerprint))),
    };
  };
}

function veiledCalls(calls: Calls, fingerprint: Fingerprint): Calls {
  const veil = createVeil(fingerprint);
  return {
    ...calls,
    create: (asked) => veil(asked, (covered) => calls.create(covered)),
    findOne: (asked) => veil(asked, (covered) => calls.findOne(covered)),
    findMany: (asked) => veil(asked, (covered) => calls.findMany(covered)),
    count: (asked) => veil(asked, (covered) => calls.count(covered)),
    update: (asked) => veil(asked, (covered) => calls.update(covered)),
    updateMany: (asked) => veil(asked, (covered) => calls.updateMany(covered)),
    delete: (asked) => veil(asked, (covered) => calls.delete(covered)),
    deleteMany: (asked) => veil(asked, (covered) => calls.deleteMany(covered)),
    consumeOne: (asked) => veil(asked, (covered) => calls.consumeOne(covered)),
    incrementOne: (asked) => veil(asked, (covered) => calls.incrementOne(covered)),
  };
}

/** Makes calls with fingerprints for secrets, and puts the secrets back into what is answered. */
function createVeil(fingerprint: Fingerprint) {
  return async <A extends Asked, Answer>(
    asked: A,
    call: (covered: A) => Promise<Answer>,
  ): Promise<Answer> => {
    const secrets = SECRETS[asked.model];
    if (secrets === undefined) return call(asked);
    const inClear = new Map<string, string>();
    const answer = await call(
      coveredCall(asked, (field, text) => {
        const of = secrets[field];
        if (of === undefined) return text;
        const covered = fingerprint(of, text);
        inClear.set(covered, text);
        return covered;
      }),
    );
    for (const row of [answer].flat()) lift(row, Object.keys(secrets), inClear);
    return answer;
  };
}

/** A fingerprint for the text of a secret field; the text of any other field as it is. */
type Cover = (field: string, text: string) => string;

function coveredCall<A extends Asked>(asked: A, cover: Cover): A {
  const { where, data, update, set } = asked;
  return {
    ...asked,
    ...(where && { where: where.map((condition) => coveredCondition(condition, cover)) }),
    ...(data && { data: coveredValues(data, cover) }),
    ...(update && { update: coveredValues(update, cover) }),
    ...(set && { set: coveredValues(set, cover) }),
  };
}

function coveredCondition(condition: Condition, cover: Cover): Condition {
  const { field, value } = condition;
  if (typeof value === 'string') return { ...condition, value: cover(field, value) };
  if (!Array.isArray(value)) return condition;
  const texts = value.filter((one) => typeof one === 'string');
  return texts.length === 0
    ? condition
    : { ...condition, value: texts.map((one) => cover(field, one)) };
}

function coveredValues(values: object, cover: Cover): object {
  const entries = Object.entries(values);
  return Object.fromEntries(
    entries.map(([field, value]: [string, unknown]) => [
      field,
      typeof value === 'string' ? cover(field, value) : value,
    ]),
  );
}

/** Puts what the caller knows in clear back into a row that was just read for it. */
function lift(row: unknown, fields: readonly string[], inClear: ReadonlyMap<string, string>): void {
  if (typeof row !== 'object' || row === null) return;
  for (const field of fields) {
    const covered: unknown = Reflect.get(row, field);
    const text = typeof covered === 'string' ? inClear.get(covered) : undefined;
    if (text !== undefined) Reflect.set(row, field, text);
  }
}
