import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClientId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { aClient, aStaffMember, call, openPage, valueOf } from '#test/support/practice.ts';
import { aScene, type Scene } from '#test/support/scene.ts';

let backend: TestBackend;
let scene: Scene;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  scene = await aScene(backend);
});
afterAll(() => backend.close());

/** The words of the page, without its markup. */
async function page(show = '', cookie = scene.clinician.cookie): Promise<string> {
  const reply = await openPage(backend, `/caseload${show}`, { cookie });
  expect(reply.status).toBe(200);
  const text = await reply.text();
  const [, screen = ''] = text.split('<main id="screen">');
  return screen.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

async function looks(): Promise<readonly (readonly ClientId[])[]> {
  const rows = await backend.database.asSuperuser<{ subject: { clientIds: ClientId[] } }>(
    `select subject from care.audit_event
     where practice_id = $1 and action = 'caseload.read'`,
    [scene.practiceId],
  );
  return rows.map(({ subject }) => subject.clientIds);
}

describe('the page of a caseload', () => {
  it('names who to look at first, with every reason and its rule', async () => {
    await aClient(backend, scene.practiceId, scene.clinician, { displayName: 'Ada Aaronson' });
    const words = await page();
    expect(words).toMatch(
      /Jordan Avery Look first .*1 urgent alert nobody has answered, since \d+ \w+ \(rule 3\)/,
    );
    expect(words.indexOf('Jordan Avery')).toBeLessThan(words.indexOf('Ada Aaronson'));
    expect(words).toContain('How this list is sorted');
    expect(words).toContain('As of');
  });

  it('says of nobody urgent that alerts were put aside', async () => {
    const { alertId, latestAt, mayWait, clinician } = scene;
    const acknowledged = { alertId, seenLatestAt: latestAt, action: 'contactedClient' };
    await valueOf(await call(backend, 'alerts.acknowledge', acknowledged, clinician.token));
    expect(await page()).toContain('None of your own clients has an urgent alert open, of 1');
    await valueOf(await call(backend, 'alerts.snooze', mayWait, clinician.token));
    expect(await page()).toContain(
      'None of your own clients has an urgent alert open that was not put aside, of 1',
    );
  });

  it('leaves people out by a filter and counts each, and shows everybody for any other word', async () => {
    await aClient(backend, scene.practiceId, scene.clinician, { displayName: 'Ada Aaronson' });
    expect(await page('?show=needsLook')).not.toContain('Ada Aaronson');
    expect(await page('?show=outstanding')).toContain('Nobody on this list.');
    for (const show of ['', '?show=all', '?show=nobody', '?show=%3Cscript%3E']) {
      expect(await page(show), show).toContain('Ada Aaronson');
    }
    expect(await page()).toContain('All (2) Needs a look (1) Check-ins out (0)');
  });

  it('is recorded as a look at everybody in the caseload, each time', async () => {
    await page();
    await page('?show=outstanding');
    expect(await looks()).toEqual([[scene.clientId], [scene.clientId]]);
  });

  it('is a clinician’s own: not an admin’s, nor a colleague’s', async () => {
    const admin = await aStaffMember(backend, scene.practiceId, 'admin');
    const refused = await openPage(backend, '/caseload', { cookie: admin.cookie });
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain('Jordan Avery');
    const home = await openPage(backend, '/measures', { cookie: admin.cookie });
    expect(await home.text()).not.toContain('href="/caseload"');
    const colleague = await aStaffMember(backend, scene.practiceId);
    expect(await page('', colleague.cookie)).not.toContain('Jordan Avery');
    expect(await looks()).toEqual([[]]);
  });

  it('asks who is there, and comes back', async () => {
    const away = await openPage(backend, '/caseload');
    expect(away.headers.get('location')).toBe('/sign-in?to=caseload');
  });

  it('runs nothing that stands in a name', async () => {
    await aClient(backend, scene.practiceId, scene.clinician, {
      displayName: '<img src=x onerror=alert(1)>',
    });
    const reply = await openPage(backend, '/caseload', { cookie: scene.clinician.cookie });
    const text = await reply.text();
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(text).not.toContain('<img');
    expect(text).not.toContain('<script');
  });
});
