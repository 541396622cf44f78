import { assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { BAI } from '#test/support/own-words.ts';
import { aStaffMember, openPage, type SignedIn, submitForm } from '#test/support/practice.ts';
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

type Fields = Readonly<Record<string, string>>;

const save = (over: Fields = {}, who = admin) =>
  submitForm(backend, '/hand-measures/edit', { ...BAI, ...over }, { cookie: who.cookie });
const page = async (path = '/hand-measures', who = admin) =>
  (await openPage(backend, path, { cookie: who.cookie })).text();

async function statements(code: string) {
  return backend.database.asSuperuser<{ edition: number; version: number; name: string }>(
    `select edition, version, name from care.hand_measure
     where practice_id = $1 and code = $2 order by edition`,
    [scene.practiceId, code],
  );
}

describe('a measure for totals by hand', () => {
  it('is stated by an admin, shown to everybody with its source, and recorded', async () => {
    const saved = await save();
    expect(saved.headers.get('location')).toBe('/hand-measures?saved#bai');
    const text = await page('/hand-measures', scene.clinician);
    for (const words of ['BAI', 'From 0 to 63.', '26 to 63: severe', 'manual of the publisher']) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('Avery');
    const events = await backend.database.asSuperuser<{ subject: object }>(
      `select subject from care.audit_event where practice_id = $1
       and action = 'handMeasure.stated'`,
      [scene.practiceId],
    );
    expect(events).toEqual([{ subject: { handMeasureId: 'bai', edition: 1 } }]);
  });

  it('may have twelve bands of eighty characters each, in whatever script', async () => {
    const label = 'गंभीर अवस्था '.repeat(6).trim();
    const bands = Array.from({ length: 12 }, (_, at) => `${at * 5} to ${at * 5 + 4}: ${label}`);
    const bandsSource = 'प्रकाशक की पुस्तिका '.repeat(12).trim();
    const typed = { bands: bands.join('\n'), bandsSource, min: '0', max: '59' };
    expect(new URLSearchParams(typed).toString().length).toBeGreaterThan(8 * 1024);
    const saved = await save(typed);
    expect(saved.headers.get('location')).toBe('/hand-measures?saved#bai');
    expect(await page()).toContain(`55 to 59: ${label}`);
  });

  it('gets a new version with other bands, but not with another name or source', async () => {
    await save();
    await save();
    await save({ id: 'bai', edition: '1', name: 'BAI (Beck)' });
    await save({ id: 'bai', edition: '2', name: 'BAI (Beck)', bands: '0 to 15: low' });
    expect(await statements('bai')).toEqual([
      { edition: 1, version: 1, name: 'BAI' },
      { edition: 2, version: 1, name: 'BAI (Beck)' },
      { edition: 3, version: 2, name: 'BAI (Beck)' },
    ]);
    expect(await page('/hand-measures/edit?measure=bai')).toContain('0 to 15: low');
  });

  it('is not changed unseen, nor stated twice under one name', async () => {
    await save();
    const other = { bands: '', bandsSource: '' };
    const late = await save({ id: 'bai', edition: '0', ...other });
    expect(late.status).toBe(422);
    const twice = await save(other);
    expect(await twice.text()).toContain('nearly the same name');
    await save({ id: 'bai', edition: '1', ...other });
    const old = await save({ id: 'bai', edition: '1', name: 'BAI (Beck)' });
    expect(old.status).toBe(409);
    expect(await old.text()).toContain('This has changed since the page was loaded.');
    expect(await statements('bai')).toHaveLength(2);
  });

  it('is taken out of use and back by an admin, seen by all with who and when, recorded once', async () => {
    await save();
    const press = (what: string, who = admin) =>
      submitForm(backend, `/hand-measures/bai/${what}`, {}, { cookie: who.cookie });
    expect((await press('retire', scene.clinician)).status).toBe(403);
    const both = await Promise.all([press('retire'), press('retire')]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const text = await page('/hand-measures', scene.clinician);
    expect(text).toContain('Out of use (1)');
    expect(text).toMatch(new RegExp(`Taken out of use by ${admin.displayName} on `));
    const changed = await save({ id: 'bai', edition: '2', name: 'BAI (Beck)' });
    expect(changed.status).toBe(422);
    const kept = await changed.text();
    expect(kept).toContain('Take it into use again, then change it.');
    expect(kept).toContain('value="BAI (Beck)"');
    await press('restore');
    await press('restore');
    expect(await page()).not.toContain('Out of use');
    expect(await statements('bai')).toMatchObject([
      { edition: 1, version: 1 },
      { edition: 2, version: 1 },
      { edition: 3, version: 1 },
    ]);
    const events = await backend.database.asSuperuser<{ action: string; subject: object }>(
      `select action, subject from care.audit_event where practice_id = $1
       and action in ('handMeasure.retired', 'handMeasure.restored') order by at, event_id`,
      [scene.practiceId],
    );
    expect(events).toEqual([
      { action: 'handMeasure.retired', subject: { handMeasureId: 'bai', edition: 2 } },
      { action: 'handMeasure.restored', subject: { handMeasureId: 'bai', edition: 3 } },
    ]);
    const gone = await submitForm(
      backend,
      '/hand-measures/bdi/retire',
      {},
      { cookie: admin.cookie },
    );
    expect(gone.status).toBe(404);
  });

  it.each([
    ['name', { name: ' ' }, 'Give the measure its name'],
    ['min', { min: '' }, 'Type the lowest total as a number.'],
    ['max', { min: '63', max: '0' }, 'must be above the lowest'],
    ['bands', { bands: 'mild: 0 to 7' }, 'was not understood'],
    ['bands', { bands: '0 to 7: low\n7 to 9: high' }, 'without overlap'],
    ['bands', { bands: '0 to 99: low' }, 'within the lowest and highest'],
    ['name', { name: 'PHQ 9 weekly' }, 'name of a measure that Throughline scores itself'],
    ['name', { name: 'Depression scale' }, 'people are not diagnosed'],
    ['bands', { bands: '0 to 63: major depressive disorder' }, 'people are not diagnosed'],
    ['bands', { bands: '0 to 7: mild\n8 to 63: "No risk"' }, 'absence of risk is never claimed'],
    ['bands', { bands: '0 to 63: mild range' }, 'leave “range” out'],
    ['bandsSource', { bandsSource: '' }, 'Say where the bands come from'],
  ])('is refused with words beside %s: %o', async (field, over, words) => {
    const refused = await save(over);
    expect(refused.status).toBe(422);
    const text = await refused.text();
    expect(text).toContain(words);
    expect(text).toContain(`id="${field}-problem"`);
    expect(await statements('bai')).toEqual([]);
  });

  it('says beside its bands which totals they leave out', async () => {
    await save();
    const without = 'no band is stated';
    expect(await page()).not.toContain(without);
    await save({ id: 'bai', edition: '1', bands: '2 to 7: mild\n9 to 15: moderate' });
    for (const path of ['/hand-measures', '/hand-measures/edit?measure=bai']) {
      const text = await page(path);
      for (const gap of ['From 0 to 1 no', 'At 8 no', 'From 16 to 63 no']) {
        expect(text).toContain(`${gap} band is stated.`);
      }
    }
    await save({
      id: 'bai',
      edition: '2',
      min: '',
      max: '',
      bands: '2 to 7: mild\n9 to 15: moderate',
    });
    expect((await page()).split(without)).toHaveLength(2);
  });

  it('takes whatever is typed, or refuses it', async () => {
    const typed = oneof(
      string({ maxLength: 30, unit: 'binary' }),
      constantFrom('0', '-1', '1e9', '٣', '0 to 7: a', 'Infinity', '__proto__', '9'.repeat(39)),
    );
    const field = constantFrom('id', 'edition', 'name', 'direction', 'min', 'max', 'bands');
    await assert(
      asyncProperty(field, typed, async (name, text) => {
        expect([303, 400, 409, 422]).toContain((await save({ [name]: text })).status);
      }),
      { numRuns: 60 },
    );
  });

  it('is not a clinician’s to state', async () => {
    expect((await save({}, scene.clinician)).status).toBe(403);
    expect(await page('/hand-measures', scene.clinician)).toContain('An admin of the practice');
    expect(await statements('bai')).toEqual([]);
  });

  it('asks whoever is signed out to sign in, and knows no measure of another practice', async () => {
    const away = await openPage(backend, '/hand-measures');
    expect(away.headers.get('location')).toBe('/sign-in?to=hand-measures');
    await save();
    const other = await aScene(backend);
    const theirs = await aStaffMember(backend, other.practiceId, 'admin');
    const { cookie } = theirs;
    const asked = await openPage(backend, '/hand-measures/edit?measure=bai', { cookie });
    expect(asked.status).toBe(404);
  });
});
