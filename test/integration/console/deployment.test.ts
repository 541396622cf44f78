import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'plist';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fileBytes, fileName } from '#backend/deploy/policy/file.ts';
import { PLATFORMS } from '#backend/deploy/policy/platforms.ts';
import { policySource } from '#backend/deploy/policy/source.ts';
import type { PracticeId } from '#shared/contracts/ids.ts';
import { PUBLIC_URL, startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { UNTOUCHED_DEPLOYMENT } from '#test/support/deployment.ts';
import { registryValues } from '#test/support/policy-readers.ts';
import {
  aPractice,
  aStaffMember,
  openPage,
  type SignedIn,
  submitForm,
} from '#test/support/practice.ts';
import { aReleaseFolder } from '#test/support/release.ts';

let backend: TestBackend;
let extensionId: string;
let practiceId: PracticeId;
let admin: SignedIn;
let clinician: SignedIn;
/** Files that were made before the test. */
let madeBefore: number;

beforeAll(async () => {
  backend = await startTestBackend();
  extensionId = (await aReleaseFolder(backend.database.directory)).key.extensionId;
  practiceId = await aPractice(backend);
  admin = await aStaffMember(backend, practiceId, 'admin');
  clinician = await aStaffMember(backend, practiceId);
});
beforeEach(async () => {
  madeBefore = (await madeIn(practiceId)).length;
});
afterAll(() => backend.close());

const EVERY_FILE = Object.entries(PLATFORMS).flatMap(([platform, files]) =>
  files.map((file) => [fileName(file), { platform, file }] as const),
);

const BANNER = String.raw`Ask “Pat” & <IT>, C:\help`;

/** The form as a browser sends it. */
const FORM = { ...UNTOUCHED_DEPLOYMENT, bannerText: BANNER, lockAfterIdleMinutes: '17' };

const send = (fields: Readonly<Record<string, string>>, who: SignedIn | null = admin) =>
  submitForm(
    backend,
    '/deployment',
    { ...FORM, ...fields },
    who === null ? {} : { cookie: who.cookie },
  );

const open = (who: SignedIn | null = admin) =>
  openPage(backend, '/deployment', who === null ? {} : { cookie: who.cookie });

/** Files that the audit log says were made in a practice. */
function madeIn(practice: PracticeId) {
  return backend.database.asSuperuser<{ actor: string; subject: object }>(
    `select actor_id as actor, subject from care.audit_event
     where practice_id = $1 and action = 'policy.made' order by at, event_id`,
    [practice],
  );
}

/** Those of the practice that were made in this test. */
const made = async () => (await madeIn(practiceId)).slice(madeBefore);

/** The text of a file. */
async function textOf(name: string, label = 'utf-8'): Promise<string> {
  return new TextDecoder(label).decode(await (await send({ do: name })).arrayBuffer());
}

/** What the command would make of the same words. */
function byCommand() {
  const source = policySource({
    server: PUBLIC_URL.href,
    extensionId,
    settings: new Map([
      ['allowedEhrs', 'simplepractice,therapynotes,sessionshealth'],
      ['defaultShape', 'narrative'],
      ['defaultAudience', 'chart'],
      ['lockAfterIdleMinutes', '17'],
      ['offlineCache', 'false'],
      ['safeViewDuringTelehealth', 'true'],
      ['updateChannel', 'stable'],
      ['bannerText', BANNER],
    ]),
  });
  if (!source.ok) throw new Error(JSON.stringify(source.refusal));
  return source.value;
}

describe('the page of policy files', () => {
  it('shows an admin the address, the id and what is offered, and keeps a place in the navigation', async () => {
    const text = (await (await open()).text()).replaceAll('<wbr />', '');
    expect(text).toContain(PUBLIC_URL.origin);
    expect(text).toContain(extensionId);
    expect(text).toContain(`${PUBLIC_URL.origin}/extension/updates/stable.xml`);
    expect(text).toContain('Offers 1.0.0 to all browsers.');
    expect(text).toMatch(/<a href="\/deployment" aria-current="page"/);
  });

  it('is closed to a clinician, who finds no way there, and the try is recorded', async () => {
    expect((await open(clinician)).status).toBe(403);
    expect((await send({ do: 'throughline.json' }, clinician)).status).toBe(403);
    const denied = await backend.database.asSuperuser(
      `select 1 from care.audit_event where actor_id = $1 and action = 'access.denied'
       and subject->>'permission' = 'deployment.make'`,
      [clinician.staffId],
    );
    expect(denied).toHaveLength(2);
    expect(await made()).toEqual([]);
    const other = await openPage(backend, '/fleet', { cookie: clinician.cookie });
    expect(await other.text()).not.toContain('/deployment');
  });

  it('sends whoever is signed out to sign in, and makes nothing', async () => {
    expect((await open(null)).headers.get('location')).toBe('/sign-in?to=deployment');
    const sent = await send({ do: 'throughline.json' }, null);
    expect(sent.headers.get('location')).toBe('/sign-in?to=deployment');
    const back = { email: admin.email, password: admin.password, to: 'deployment' };
    const signedIn = await submitForm(backend, '/sign-in', back);
    expect(signedIn.headers.get('location')).toBe('/deployment');
  });

  it('takes no form of another site', async () => {
    const headers = { cookie: admin.cookie, 'sec-fetch-site': 'cross-site' };
    const sent = await submitForm(
      backend,
      '/deployment',
      { ...FORM, do: 'throughline.json' },
      headers,
    );
    expect(sent.status).toBe(403);
    expect(await made()).toEqual([]);
  });
});

describe('a file', () => {
  it.each(EVERY_FILE)(
    '%s is the command’s, byte by byte, and recorded',
    async (name, { platform, file }) => {
      const reply = await send({ do: name });
      expect(reply.status).toBe(200);
      expect(reply.headers.get('content-type')).toBe(file.mediaType);
      expect(reply.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
      expect(reply.headers.get('cache-control')).toBe('no-store');
      const bytes = Buffer.from(await reply.arrayBuffer());
      expect(bytes.equals(fileBytes(file, byCommand()))).toBe(true);
      expect(await made()).toEqual([{ actor: admin.staffId, subject: { platform, file: name } }]);
    },
  );

  it('can be read by what it is for', async () => {
    const profile = JSON.stringify(parse(await textOf('throughline.mobileconfig')));
    expect(profile).toContain(JSON.stringify(BANNER));
    const registry = registryValues(await textOf('throughline-chrome.reg', 'utf-16le'));
    expect(Object.values(registry)).toContainEqual(
      expect.objectContaining({ bannerText: BANNER, lockAfterIdleMinutes: 17 }),
    );
    expect(await textOf('throughline.adml')).toContain('Ask “Pat” &amp; &lt;IT&gt;');
  });

  it('is recorded in the practice of whoever made it', async () => {
    const otherPractice = await aPractice(backend, 'Oak Avenue');
    const other = await aStaffMember(backend, otherPractice, 'admin');
    await send({ do: 'throughline.json' }, other);
    expect(await made()).toEqual([]);
    expect(await madeIn(otherPractice)).toHaveLength(1);
  });

  it('leaves nothing of what it sets in the database or the log', async () => {
    const bannerText = 'Marmalade on Tuesdays';
    await send({ do: 'throughline.json', bannerText });
    const kept = await backend.database.asSuperuser(
      `select 1 from care.audit_event where subject::text like '%Marmalade%'`,
    );
    expect(kept).toEqual([]);
    expect(backend.logged()).not.toContain('Marmalade');
    expect(await (await open()).text()).not.toContain('Marmalade');
  });
});

describe('what was typed', () => {
  it('is looked at without making a file', async () => {
    const reply = await send({ do: 'check' });
    expect(reply.status).toBe(200);
    const text = await reply.text();
    expect(text).toContain('Everything can be used. No file was made yet');
    expect(text).toMatch(/name="lockAfterIdleMinutes"\s+value="17"/);
    expect(await made()).toEqual([]);
  });

  it.each([
    ['lockAfterIdleMinutes', '61', 'Type a whole number from 1 to 60.'],
    ['lockAfterIdleMinutes', 'never', 'Type a whole number from 1 to 60.'],
    ['bannerText', 'x'.repeat(201), 'Write this in one line of up to 200 characters.'],
    ['supportContact', 'Pat\nLowell', 'Write this in one line of up to 200 characters.'],
    ['defaultShape', 'sonnet', 'This value can’t be used for defaultShape.'],
    ['minimumVersion', 'newest', 'The minimum version must be up to four numbers'],
    [
      'firefoxInstallUrl',
      'http://a.example/x.xpi',
      'The address of the Firefox add-on must begin with https.',
    ],
    ['group', 'x'.repeat(61), 'The name of a group has up to 60 characters.'],
  ])('%s=%s is refused beside its field, and stays', async (name, value, words) => {
    const reply = await send({ [name]: value, do: 'throughline.json' });
    expect(reply.status).toBe(422);
    const text = await reply.text();
    expect(text).toContain('No file was made.');
    expect(text).toMatch(new RegExp(`id="${name}-problem">\\s*${words}`));
    expect(text).toContain(`aria-describedby="${name}-problem ${name}-hint"`);
    expect(text.match(/\sautofocus\b/g)).toHaveLength(1);
    if (name !== 'defaultShape') expect(text).toContain(value);
    expect(await made()).toEqual([]);
  });

  it.each([
    ['a file that there is not', { do: 'passwords.json' }],
    ['a file by its path', { do: 'en-US/throughline.adml' }],
    ['a setting that there is not', { alertsOff: 'true', do: 'throughline.json' }],
    ['another server', { backendAddress: 'https://other.example', do: 'throughline.json' }],
  ])('%s is not understood', async (_, fields) => {
    expect((await send(fields)).status).toBe(400);
    expect(await made()).toEqual([]);
  });
});

describe('without releases', () => {
  let other: TestBackend;
  let cookie: string;
  beforeAll(async () => {
    other = await startTestBackend();
    ({ cookie } = await aStaffMember(other, await aPractice(other), 'admin'));
  });
  afterAll(() => other.close());

  const shown = async () => (await openPage(other, '/deployment', { cookie })).text();
  const sendThere = (fields: Readonly<Record<string, string>>) =>
    submitForm(other, '/deployment', { ...FORM, do: 'throughline.json', ...fields }, { cookie });

  it('the page says that nothing can be installed, and asks for the id', async () => {
    expect(await shown()).toContain('No release is packed yet');
    const refused = await sendThere({ extensionId: '' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('id="extensionId-problem"');
    const id = 'a'.repeat(32);
    const file = await sendThere({ extensionId: id });
    expect(await file.json()).toHaveProperty(['ExtensionSettings', id]);
  });

  it('that can be read, it says so', async () => {
    const folder = join(other.database.directory, 'releases');
    mkdirSync(folder);
    writeFileSync(join(folder, 'releases.json'), '{');
    expect(await shown()).toContain('The list of releases can’t be read');
  });
});
