import { assert, asyncProperty, constantFrom, double, oneof, string } from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RULES } from '#shared/alerts/catalogue/catalogue.ts';
import { limitFault } from '#shared/alerts/catalogue/limits.ts';
import { isSafetyRule } from '#shared/alerts/catalogue/safety-rules.ts';
import { RULE_WORDS } from '#shared/words/alerts.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  aLink,
  answerAndSend,
  aStaffMember,
  openPage,
  type SignedIn,
  submitForm,
} from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

const DAY = 86_400_000;
const CODES = Object.values(RULES).map(({ code }) => code);

let backend: TestBackend;
let scene: Scene;
let admin: SignedIn;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
  admin = await aStaffMember(backend, scene.practiceId, 'admin');
});
afterAll(() => backend.close());

type Fields = Readonly<Record<string, string>>;

const save = (rule: string, version: number, fields: Fields, who = admin) =>
  submitForm(
    backend,
    `/alert-rules/${rule}`,
    { version: String(version), decision: 'save', ...fields },
    { cookie: who.cookie },
  );
/** Saves, and sees that it was done. */
async function saved(rule: string, version: number, fields: Fields) {
  const reply = await save(rule, version, fields);
  expect(reply.headers.get('location')).toBe(`/alert-rules?saved=${rule}#${rule}`);
}

const page = async (who: SignedIn) =>
  (await openPage(backend, '/alert-rules', { cookie: who.cookie })).text();

async function versions(practiceId = scene.practiceId) {
  return backend.database.asSuperuser<{ version: number; rules: unknown }>(
    'select version, rules from care.rule_settings where practice_id = $1 order by version',
    [practiceId],
  );
}

async function phq9Alerts() {
  return backend.database.asSuperuser<{ rule: string; parameters: object; settings: number }>(
    `select rule, parameters, settings_version as settings from care.alert
     where practice_id = $1 and instrument_id = 'phq9' order by rule`,
    [scene.practiceId],
  );
}

async function answer(given: readonly number[]) {
  backend.clock.pass(14 * DAY);
  const link = await aLink(backend, scene.practiceId, scene.clientId);
  expect((await answerAndSend(backend, link, given)).status).toBe(303);
}

describe('the page of rules', () => {
  it('shows every rule, what it says, whether it was published, and its limits', async () => {
    const text = await page(admin);
    for (const code of CODES) {
      expect(text).toContain(`id="${code}"`);
      expect(text).toContain(RULE_WORDS[code]);
      for (const { name } of RULES[code].parameters) {
        expect(text).toContain(`id="${code}-${name}"`);
      }
    }
    expect(text).toContain('published: the owners’ triage');
    expect(text).toContain('Throughline’s own proposal, not a published rule');
    expect(text).toContain('5 to 50 percent; 20 when nothing is set');
    expect(text).not.toContain('Avery');
  });

  it('offers no way to switch a rule about danger off', async () => {
    const text = await page(admin);
    for (const code of CODES.filter(isSafetyRule)) {
      expect(text).not.toContain(`action="/alert-rules/${code}"`);
    }
  });

  it('says where the couples’ rule is told', async () => {
    expect(await page(admin)).toContain('on neither partner’s chart');
  });

  it('is read by a clinician, who may set nothing', async () => {
    const text = await page(scene.clinician);
    expect(text).toContain('An admin of the practice decides about these rules.');
    expect(text).not.toContain('action="/alert-rules');
    expect((await save('T2', 0, {}, scene.clinician)).status).toBe(403);
    expect(await versions()).toEqual([]);
    const denied = await backend.database.asSuperuser(
      `select 1 from care.audit_event where actor_id = $1 and action = 'access.denied'
       and subject->>'permission' = 'alertRules.decide'`,
      [scene.clinician.staffId],
    );
    expect(denied).toHaveLength(1);
  });

  it('asks whoever is signed out to sign in', async () => {
    const away = await openPage(backend, '/alert-rules');
    expect(away.headers.get('location')).toBe('/sign-in?to=alert-rules');
  });
});

describe('setting a rule', () => {
  it('makes a version, keeps the ones before, and is recorded', async () => {
    await saved('N1', 0, { enabled: 'on', percentBetter: '30' });
    await saved('T2', 1, {});
    const n1 = { rule: 'N1', enabled: true, parameters: { percentBetter: 30 } };
    const t2 = { rule: 'T2', enabled: false, parameters: {} };
    expect(await versions()).toEqual([
      { version: 1, rules: [n1] },
      { version: 2, rules: [t2, n1] },
    ]);
    const events = await backend.database.asSuperuser<{ subject: object }>(
      `select subject from care.audit_event where practice_id = $1 and action = 'rules.set'
       order by at`,
      [scene.practiceId],
    );
    expect(events.map(({ subject }) => subject)).toEqual([
      { rule: 'N1', version: 1 },
      { rule: 'T2', version: 2 },
    ]);
    expect(await page(admin)).toMatch(/Version 2, set by Staff \d+ on /);
  });

  it('to what it is already makes none, and the defaults are what was before', async () => {
    await saved('N1', 0, { enabled: 'on', percentBetter: '20' });
    expect(await versions()).toEqual([]);
    await saved('N1', 0, { enabled: 'on', percentBetter: '30' });
    await saved('N1', 1, { enabled: 'on', percentBetter: '30' });
    expect(await versions()).toHaveLength(1);
    await saved('N1', 1, { decision: 'defaults' });
    expect((await versions()).at(-1)).toEqual({ version: 2, rules: [] });
  });

  it('is refused with words when somebody else was quicker, and when two are at once', async () => {
    await saved('N1', 0, { enabled: 'on', percentBetter: '30' });
    const late = await save('T2', 0, {});
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('This has changed since the page was loaded.');
    const both = await Promise.all([save('T2', 1, {}), save('V2', 1, {})]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      303, 409,
    ]);
    expect(await versions()).toHaveLength(2);
  });

  it.each([
    ['N1', { enabled: 'on', percentBetter: '51' }, 'takes a number from 5 to 50'],
    ['N1', { enabled: 'on', measurements: '4.5' }, 'takes a whole number'],
    ['C1', { enabled: 'on', share: '0.5' }, 'takes a number from 1 to 2'],
    ['C1', { enabled: 'on', share: 'lots' }, 'takes a number from 1 to 2'],
    ['S1', {}, 'Rules about danger stay on'],
    ['S2', {}, 'Rules about danger stay on'],
    ['S4', {}, 'Rules about danger stay on'],
    ['P2', {}, 'Rules about danger stay on'],
  ])('%s to %o is refused kindly: %s', async (rule, fields, words) => {
    const refused = await save(rule, 0, fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(words);
    expect(await versions()).toEqual([]);
  });

  it('leads to the refused number, with the reason beside it', async () => {
    const text = await (await save('N1', 0, { enabled: 'on', percentBetter: '51' })).text();
    const [input = ''] = /<input\s[^>]*id="N1-percentBetter"[^>]*>/.exec(text) ?? [];
    expect(input).toContain('aria-invalid="true"');
    expect(input).toContain('aria-describedby="N1-percentBetter-problem N1-percentBetter-limits"');
    expect(text.match(/\sautofocus\b/g)).toHaveLength(1);
    expect(input).toContain('autofocus');
    const again = await openPage(backend, '/alert-rules/N1', { cookie: admin.cookie });
    expect(again.headers.get('location')).toBe('/alert-rules#N1');
  });

  it('takes whatever is typed for a number within the limits, or refuses it', async () => {
    const typed = oneof(
      double({ noDefaultInfinity: false }).map(String),
      string({ maxLength: 25, unit: 'binary' }),
      constantFrom('', ' ', '1e2', '0x10', '٣', '1,5', '-0', 'NaN', 'Infinity', '__proto__'),
    );
    const numbers = CODES.flatMap((code) =>
      RULES[code].parameters.map((parameter) => ({ code, parameter })),
    );
    await assert(
      asyncProperty(constantFrom(...numbers), typed, async ({ code, parameter }, text) => {
        const { length } = await versions();
        const reply = await save(code, length, { enabled: 'on', [parameter.name]: text });
        expect([303, 400, 422]).toContain(reply.status);
        for (const { rules } of (await versions()).slice(length)) {
          const own = (rules as { rule: string; parameters: Record<string, number> }[]).find(
            ({ rule }) => rule === code,
          );
          const value = own?.parameters[parameter.name];
          if (value !== undefined) expect(limitFault(parameter, value)).toBeNull();
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['a rule that there is not', 'Z9', {}, 404],
    ['a number that the rule has not', 'T2', { percentBetter: '20' }, 400],
    ['a version that is no number', 'T2', { version: 'latest' }, 400],
  ])('of %s is refused', async (_, rule, fields, status) => {
    expect((await save(rule, 0, fields)).status).toBe(status);
  });
});

describe('what was set', () => {
  it('is what answers are judged by from then on, and alerts say so', async () => {
    await saved('C1', 0, { enabled: 'on', share: '2' });
    await saved('C2', 1, {});
    await answer([2, 2, 2, 2, 2, 2, 2, 2, 0]);
    const first = await phq9Alerts();
    expect(first.map(({ rule }) => rule)).not.toContain('C1');
    expect(first.map(({ rule }) => rule)).not.toContain('C2');
    // Weeks have passed, and a session lasts hours.
    await backend.database.asSuperuser(
      `update directory.session set expires_at = expires_at + interval '90 days'`,
    );
    await saved('C1', 2, { decision: 'defaults' });
    await answer([3, 3, 3, 3, 3, 3, 3, 3, 0]);
    expect((await phq9Alerts()).find(({ rule }) => rule === 'C1')).toEqual({
      rule: 'C1',
      parameters: { share: 1 },
      settings: 3,
    });
  });

  it('silences no rule about danger, whatever the settings say', async () => {
    await backend.database.asSuperuser(
      `insert into care.rule_settings values ($1, 1, $2, $3, '2026-01-01T00:00:00.000Z')`,
      [
        scene.practiceId,
        JSON.stringify([{ rule: 'S2', enabled: false, parameters: {} }]),
        admin.staffId,
      ],
    );
    await answer([0, 0, 0, 0, 0, 0, 0, 0, 3]);
    expect((await phq9Alerts()).map(({ rule }) => rule)).toContain('S2');
  });

  it('holds for one practice, not for another', async () => {
    const other = await aScene(backend);
    await saved('C1', 0, {});
    expect(await versions(other.practiceId)).toEqual([]);
    const theirs = await aStaffMember(backend, other.practiceId, 'admin');
    expect(await page(theirs)).toContain('the defaults hold');
  });
});
