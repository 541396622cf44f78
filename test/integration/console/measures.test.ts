import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { licenceTermsOf } from '#backend/care/licence-terms.ts';
import { core10 } from '#shared/instruments/data/core10.ts';
import { INSTRUMENTS } from '#shared/instruments/registry.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import {
  aLink,
  aStaffMember,
  openPage,
  type SignedIn,
  submitForm,
} from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

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

const CONSOLE = [
  '/connect',
  '/measures',
  '/measures/phq9',
  '/hand-measures',
  '/alert-rules',
  '/forms',
  '/phrases',
  '/phrases/edit',
];

const READ = { terms: licenceTermsOf(core10).termsHash, agreed: 'yes' };

const confirm = (who: SignedIn, fields: Readonly<Record<string, string>> = READ, id = 'core10') =>
  submitForm(backend, `/measures/${id}/confirm`, fields, { cookie: who.cookie });
const withdraw = (who: SignedIn) =>
  submitForm(backend, '/measures/core10/withdraw', {}, { cookie: who.cookie });
const page = async (who: SignedIn, path = '/measures') =>
  (await openPage(backend, path, { cookie: who.cookie })).text();
const send = ({ practiceId, clientId }: Scene) => aLink(backend, practiceId, clientId, 'core10');

async function recorded(practiceId: string, action: string): Promise<readonly object[]> {
  return backend.database.asSuperuser(
    `select actor_id, client_id, subject from care.audit_event
     where practice_id = $1 and action = $2 order by at`,
    [practiceId, action],
  );
}

describe('the list of measures', () => {
  it('names every one, with whether it can be sent and why not', async () => {
    const text = await page(admin);
    for (const { id, shortTitle } of INSTRUMENTS) {
      expect(text).toContain(`href="/measures/${id}"`);
      expect(text).toContain(shortTitle.replaceAll('&', '&amp;'));
    }
    expect(text).toContain('Locked: nobody has read the owner’s terms yet.');
    expect(text).toContain('The owner’s wording is not at hand');
    expect(text).toContain('OQ-45.2');
  });

  it('offers something instead only where something is named', async () => {
    expect(await page(admin)).not.toMatch(/Offer instead:\s*\./);
  });

  it('shows nothing clinical, and nobody in therapy', async () => {
    for (const path of ['/measures', '/measures/phq9', '/measures/core10']) {
      expect(await page(admin, path)).not.toContain('Avery');
    }
  });

  it('says on every page who is signed in and for which practice, also where it is refused', async () => {
    const known = [admin, scene.clinician];
    for (const who of known) {
      for (const path of CONSOLE) {
        const text = await page(who, path);
        expect(text).toContain(`<strong>${who.displayName}</strong>, Elm Street`);
      }
    }
    const refused = await withdraw(scene.clinician);
    expect(await refused.text()).toContain(scene.clinician.displayName);
    expect(await (await openPage(backend, '/sign-in')).text()).not.toContain('Elm Street');
  });

  it('has a way to sign out, after which nothing is shown', async () => {
    expect(await page(admin)).toContain('<form method="post" action="/sign-out">');
    await submitForm(backend, '/sign-out', {}, { cookie: admin.cookie });
    const away = await openPage(backend, '/measures', { cookie: admin.cookie });
    expect(away.headers.get('location')).toBe('/sign-in?to=measures');
  });

  it('answers an address that leads nowhere with a page for a browser alone', async () => {
    const asked = await openPage(backend, '/mesures', { accept: 'text/html,*/*' });
    expect(asked.status).toBe(404);
    expect(await asked.text()).toContain('There is no page at this address.');
    const program = await openPage(backend, '/mesures');
    expect(program.headers.get('content-type')).toContain('application/json');
  });

  it('asks whoever is signed out to sign in, and leads back', async () => {
    const away = await openPage(backend, '/measures');
    expect([away.status, away.headers.get('location')]).toEqual([303, '/sign-in?to=measures']);
    expect(await (await openPage(backend, '/sign-in?to=measures')).text()).toContain(
      'name="to" value="measures"',
    );
    const { email, password } = admin;
    const back = await submitForm(backend, '/sign-in', { email, password, to: 'measures' });
    expect(back.headers.get('location')).toBe('/measures');
    const elsewhere = { email, password, to: 'https://elsewhere.example' };
    expect((await submitForm(backend, '/sign-in', elsewhere)).status).toBe(400);
  });
});

describe('a measure whose licence the practice has to confirm', () => {
  it('can be sent once an admin has read the terms and confirmed, and no longer when withdrawn', async () => {
    await expect(send(scene)).rejects.toThrow('practiceMustConfirm');
    const asked = await page(admin, '/measures/core10');
    expect(asked).toContain('CC BY-NC-ND 4.0');
    expect(asked).toContain('CORE-10 © CORE System Trust');
    expect(asked).toContain('coresystemtrust.org.uk/home/copyright-licensing');
    expect(asked).toContain('I confirm for the practice that it meets them');

    expect((await confirm(admin)).status).toBe(303);
    expect(await send(scene)).toMatch(/^\/m\//);
    expect(await page(admin)).toMatch(/was confirmed by Staff \d+ on /);

    expect((await withdraw(admin)).status).toBe(303);
    await expect(send(scene)).rejects.toThrow('practiceMustConfirm');
  });

  it('says who withdrew it and when, also after it was confirmed again', async () => {
    const other = await aStaffMember(backend, scene.practiceId, 'admin');
    const [mine, theirs] = [admin, other].map(({ displayName }) => displayName);
    await confirm(admin);
    await withdraw(other);
    const sentence = `The confirmation was withdrawn by ${theirs} on `;
    for (const path of ['/measures', '/measures/core10']) {
      expect(await page(scene.clinician, path)).toContain(sentence);
    }
    await confirm(admin);
    expect(await page(admin)).not.toContain(sentence);
    const [, both] =
      /Confirmed by ([^.]*)\.<\/li>/.exec(await page(admin, '/measures/core10')) ?? [];
    expect(both).toMatch(new RegExp(`^${mine} on .*, withdrawn by ${theirs} on `));
  });

  it('is recorded once, with who, which terms, and the terms themselves', async () => {
    await Promise.all([confirm(admin), confirm(admin), confirm(admin)]);
    expect(await recorded(scene.practiceId, 'licence.confirmed')).toEqual([
      {
        actor_id: admin.staffId,
        client_id: null,
        subject: { instrumentId: 'core10', termsHash: READ.terms },
      },
    ]);
    await withdraw(admin);
    await withdraw(admin);
    expect(await recorded(scene.practiceId, 'licence.withdrawn')).toHaveLength(1);
    const kept = await backend.database.asSuperuser<{ terms: object; withdrawn: boolean }>(
      `select terms, withdrawn_at is not null as withdrawn
       from care.licence_confirmation where practice_id = $1`,
      [scene.practiceId],
    );
    expect(kept).toEqual([{ terms: licenceTermsOf(core10).terms, withdrawn: true }]);
  });

  it('is asked about again when the licence reads otherwise', async () => {
    await confirm(admin);
    await backend.database.asSuperuser(
      `update care.licence_confirmation set terms_hash = repeat('0', 64) where practice_id = $1`,
      [scene.practiceId],
    );
    await expect(send(scene)).rejects.toThrow('practiceMustConfirm');
    expect(await page(admin)).toContain('The terms read otherwise now');
    const stale = await confirm(admin, { ...READ, terms: '0'.repeat(64) });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('Read it again, then decide.');
    expect((await confirm(admin)).status).toBe(303);
    expect(await send(scene)).toMatch(/^\/m\//);
  });

  it('is not confirmed by a clinician, who can read it all', async () => {
    expect(await page(scene.clinician, '/measures/core10')).toContain('An admin of the practice');
    expect((await confirm(scene.clinician)).status).toBe(403);
    expect((await withdraw(scene.clinician)).status).toBe(403);
    await expect(send(scene)).rejects.toThrow('practiceMustConfirm');
    expect(await recorded(scene.practiceId, 'access.denied')).toMatchObject([
      { subject: { permission: 'measures.decide' } },
      { subject: { permission: 'measures.decide' } },
    ]);
  });

  it('is confirmed for one practice, not for another', async () => {
    const other = await aScene(backend);
    await confirm(admin);
    await expect(send(other)).rejects.toThrow('practiceMustConfirm');
    const theirs = await aStaffMember(backend, other.practiceId, 'admin');
    expect((await withdraw(theirs)).status).toBe(303);
    expect(await send(scene)).toMatch(/^\/m\//);
  });
});

describe('what can’t be confirmed', () => {
  it.each(['phq9', 'gse', 'nothing'])('%s is answered as absent', async (id) => {
    expect((await confirm(admin, READ, id)).status).toBe(404);
  });

  it.each([
    ['without the tick', { terms: READ.terms }],
    ['with another word in it', { ...READ, agreed: 'perhaps' }],
    ['without the terms', { agreed: 'yes' }],
    ['with more than the form has', { ...READ, by: 'somebody' }],
  ])('a form %s is malformed', async (_, fields) => {
    expect((await confirm(admin, fields as Record<string, string>)).status).toBe(400);
  });

  it('a form from another page is refused', async () => {
    const { cookie } = admin;
    const headers = { cookie, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    const foreign = await submitForm(backend, '/measures/core10/confirm', READ, headers);
    expect(foreign.status).toBe(403);
  });
});
