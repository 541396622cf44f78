import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import type { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { ADMIN, CLINICIAN } from '#test/demo/practice.ts';
import { person } from '#test/ehr/people.ts';
import type { SignIn } from '#test/support/connect.ts';
import { signOut } from './extension.ts';
import { type Stage, setStage } from './stage.ts';
import { CLINICAL, NONE_OPEN, tracesOf } from './traces.ts';

const COLLEAGUE = { email: 'colleague@harborlight.example', password: 'demo only: tide-table-77' };
const NEIGHBOUR = { email: 'neighbour@millpond.example', password: 'demo only: mill-wheel-12' };
const KIT = person('kit-bauer');

let stage: Stage;
beforeAll(async () => {
  stage = await setStage(['kit-bauer', 'alex-morgan-1988', 'alex-morgan-1996']);
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

async function addClinician(practiceId: PracticeId, signIn: SignIn): Promise<StaffId> {
  const added = await stage.backend.setup.addStaff(practiceId, {
    ...signIn,
    displayName: 'Somebody Else, LCSW',
    role: 'clinician',
  });
  if (!added.ok) throw new Error(added.refusal);
  return added.value;
}

describe('those who may not see a client', () => {
  it('a clinician of another practice learns nothing on the same record of the same EHR', async () => {
    const { setup } = stage.backend;
    const practiceId = await setup.createPractice({
      name: 'Mill Pond',
      timeZone: 'America/Chicago',
    });
    const staffId = await addClinician(practiceId, NEIGHBOUR);
    await stage.signIn(NEIGHBOUR);
    const panel = await stage.openChart('kit-bauer');
    await panel.shows('Not linked yet');
    await panel.shows('No client of your caseload has this name or this birth date.');
    const stranger = await panel.markup();
    expect(stranger).not.toMatch(tracesOf('kit-bauer'));
    expect(stranger).not.toMatch(CLINICAL);

    const { displayName, birthDate } = KIT;
    await setup.addClient(
      practiceId,
      {
        displayName,
        otherNames: [],
        birthDate: birthDate as CalendarDate,
        inCareSince: '2026-11-02' as CalendarDate,
      },
      [staffId],
    );
    await panel.page.reload();
    await panel.press('This is Kit Bauer: link');
    await panel.shows('record, name and birth date agree');
    expect(await panel.markup()).not.toMatch(CLINICAL);
    await signOut(panel);
  });

  it('a colleague who does not treat the client learns nothing', async () => {
    await addClinician(stage.practice.practiceId, COLLEAGUE);
    await stage.signIn(COLLEAGUE);
    const panel = await stage.openChart('kit-bauer');
    await panel.shows('Not linked yet');
    const markup = await panel.markup();
    expect(markup).not.toMatch(CLINICAL);
    expect(markup).not.toMatch(/Katharina/);
    await signOut(panel);
  });

  it('an admin sees no clinical content, nor whether there is any', async () => {
    await stage.signIn(ADMIN);
    const panel = await stage.openNote('kit-bauer');
    await panel.shows('Your role has no clinical content');
    const markup = await panel.markup();
    expect(markup).not.toMatch(tracesOf('kit-bauer'));
    expect(markup).not.toMatch(CLINICAL);
    expect(markup).not.toMatch(NONE_OPEN);
    expect(await panel.offers('Insert')).toBe(false);
    expect(await panel.offers('Copy')).toBe(false);
    await signOut(panel);
  });
});

describe('the clinician who treats the client', () => {
  it('sees the client, and only what their own practice knows', async () => {
    await stage.signIn(CLINICIAN);
    const panel = await stage.openChart('kit-bauer');
    await panel.shows('record, name and birth date agree');
    expect(await panel.text()).toMatch(CLINICAL);
  });
});

describe('a record is linked by a person', () => {
  it('shows both identifiers side by side, then the client, and nobody again once unlinked', async () => {
    await stage.signIn(CLINICIAN);
    const panel = await stage.openChart('alex-morgan-1996');
    await panel.shows('Not linked yet');
    await panel.shows('Birth dates differ: this can’t be linked.');
    const frame = await panel.frame();
    const rows = await frame.$$eval('.comparison tbody tr', (all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent)),
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        ['Name', 'Alex Morgan', 'Alex Morgan', 'agrees'],
        ['Born', '30 Nov 1996', '30 Nov 1996', 'agrees'],
        ['Born', '30 Nov 1996', '21 May 1988', 'differs'],
      ]),
    );
    expect(await panel.markup()).not.toMatch(CLINICAL);

    await panel.press('This is Alex Morgan: link');
    await panel.shows('record, name and birth date agree');
    const text = await panel.text();
    expect(text).toContain('Born 30 Nov 1996');
    expect(text).not.toContain('1988');
    expect(text).toMatch(CLINICAL);

    await panel.unfold('How this was checked');
    await panel.press('Unlink this record…');
    await panel.press('Unlink');
    await panel.shows('Not linked yet');
    expect(await panel.markup()).not.toMatch(CLINICAL);
  });
});
