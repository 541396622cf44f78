import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ladderInForce } from '#backend/care/alerts/tell-staff.ts';
import { instantOf } from '#shared/contracts/calendar.ts';
import type { ClientId, PracticeId } from '#shared/contracts/ids.ts';
import { startTestBackend, type TestBackend } from '#test/support/backend.ts';
import { scopeOf } from '#test/support/database.ts';
import {
  aClient,
  aLink,
  aPractice,
  aStaffMember,
  openPage,
  type SignedIn,
  submitForm,
} from '#test/support/practice.ts';

const USUAL = 'The practice is closed now. Nobody is reading answers at this time.';
const OWN = 'We are closed <until> 8. Call 555 0142 & ask for the doctor on duty.';
const SHOWN = 'We are closed &lt;until&gt; 8. Call 555 0142 &amp; ask for the doctor on duty.';
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

let backend: TestBackend;
let practiceId: PracticeId;
let clinician: SignedIn;
let clientId: ClientId;
let link: string;

beforeAll(async () => {
  backend = await startTestBackend();
});
beforeEach(async () => {
  backend.clock.reset();
  practiceId = await aPractice(backend);
  clinician = await aStaffMember(backend, practiceId);
  clientId = await aClient(backend, practiceId, clinician);
  link = await aLink(backend, practiceId, clientId);
});
afterAll(() => backend.close());

const textOf = async (path: string) => (await openPage(backend, path)).text();

/** The practice looks on these days, around the clock, and says this at other times. */
const looksOn = (days: readonly number[], words: string) =>
  backend.care.store.inPractice(scopeOf(practiceId), async (care) => {
    const ladder = await ladderInForce(care);
    const outOfHours = { days: [...days], fromHour: 0, toHour: 24, words };
    const next = { ...ladder, version: ladder.version + 1, outOfHours };
    await care.practiceSettings.add('ladder', next, clinician.staffId);
  });

describe('the hours in which a practice looks', () => {
  it('are told beside the help, in the words of the practice, while they are over', async () => {
    await looksOn([], OWN);
    expect(await textOf(link)).toContain(SHOWN);
    await submitForm(backend, `${link}/q/9`, { answer: '3' });
    const afterAnswer = (await textOf(`${link}/review`)).split('data-after-answer')[1] ?? '';
    expect(afterAnswer.split('</section>')[0]).toContain(SHOWN);
  });

  it('are not told while they last', async () => {
    await looksOn(EVERY_DAY, OWN);
    expect(await textOf(link)).not.toContain('We are closed');
  });

  it('go by the clock of the practice, and by words of ours where it has set none', async () => {
    // A Saturday, and the Monday after it.
    backend.clock.now = new Date('2027-11-20T18:00:00.000Z');
    link = await aLink(backend, practiceId, clientId);
    expect(await textOf(link)).toContain(USUAL);
    backend.clock.now = new Date('2027-11-22T18:00:00.000Z');
    expect(await textOf(link)).not.toContain(USUAL);
  });

  it('are told in Spanish where the words are ours', async () => {
    const own = { email: null, phone: null, channel: null, country: 'US', agreedAt: null };
    const now = instantOf(backend.clock.now);
    await looksOn([], USUAL);
    await backend.care.store.inPractice(scopeOf(practiceId, { now }), ({ contacts }) =>
      contacts.put(clientId, { ...own, language: 'spanish' }),
    );
    expect(await textOf(link)).toContain('El consultorio está cerrado ahora.');
  });
});
