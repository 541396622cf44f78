import process from 'node:process';
import { person } from '#test/ehr/people.ts';
import { openTab } from '#test/support/browser.ts';
import { connect } from '#test/support/connect.ts';
import { panelOf } from '#test/support/panel.ts';
import type { World } from '#test/support/world.ts';
import { COUPLE_PATH } from './couple.ts';
import { loadPractice } from './data.ts';
import { inDemoWorld, messagesIn } from './demo-world.ts';
import { localNetworkAddress, openPhoneDoor, type PhoneDoor } from './phone-door.ts';
import type { DemoPlan } from './plan.ts';
import { CLINICIAN, HERO } from './practice.ts';
import type { HeldDemo } from './running.ts';
import type { SeededPractice } from './seed.ts';
import { sendCheckIn } from './steps/answer-on-phone.ts';

/** Opens Chromium on a client's note with the panel connected, and serves until it is closed. */
export async function openForPerson(
  { dataDir, port, phone }: DemoPlan,
  { say, servesAt }: Pick<HeldDemo, 'servesAt'> & { readonly say: (line: string) => void },
): Promise<number> {
  return inDemoWorld({ dataDir, headless: false, port }, say, async (world) => {
    servesAt(world.backend.url);
    const practice = await loadPractice(world.backend, dataDir, say);
    const door = phone ? await doorOf(world, say) : null;
    try {
      await openNote(world);
      await showTheWay(world, practice, door?.url ?? world.backend.url, say);
      say(`What the practice would send lies in ${messagesIn(dataDir)} as files: mails and texts.`);
      await ended(world);
      return 0;
    } finally {
      await door?.close();
    }
  });
}

/** A way for phones, where the machine is in a network; null, and a word about it, where not. */
async function doorOf(world: World, say: (line: string) => void): Promise<PhoneDoor | null> {
  const address = localNetworkAddress();
  if (address !== null) return openPhoneDoor(world.backend.url, address);
  say('This machine is in no local network: the client’s page opens on this machine alone.');
  return null;
}

async function openNote({ browser, simplePractice }: World): Promise<void> {
  const [first] = await browser.pages();
  const page = first ?? (await openTab(browser));
  const panel = panelOf(page);
  await page.goto(
    `${simplePractice.url}/appointments/${person(HERO).simplepractice.appointmentId}`,
  );
  await panel.shows('Signed out');
  await connect(panel, CLINICIAN);
}

async function showTheWay(
  world: World,
  practice: SeededPractice,
  phoneUrl: URL,
  say: (line: string) => void,
): Promise<void> {
  const { therapynotes } = person(HERO);
  const clientId = practice.clients[HERO];
  if (clientId === undefined) throw new Error(`${HERO} is not in the practice`);
  const { pathname } = new URL(await sendCheckIn(world, practice, clientId));
  const checkIn = new URL(pathname, phoneUrl);
  say(`
The browser shows a note of Jordan Avery with the panel beside it. Try this:

  answer as the client   ${checkIn}
                         (in any browser, as Jordan, born ${person(HERO).birthDate}; the panel shows what comes of it)
  the other EHR          ${world.therapyNotes.url}/app/notes/edit/${therapynotes.noteId}/
                         (in the Chromium that was opened)
  a couple's own record  ${world.simplePractice.url}${COUPLE_PATH}
                         (both agreed to share one measure; take it back on either's own chart)
  all clients            ${world.simplePractice.url}/clients

The clinician is ${CLINICIAN.email}, password "${CLINICIAN.password}". All people are
invented, and nothing leaves ${phoneUrl === world.backend.url ? 'this machine' : 'your network'}. Close the browser or press Ctrl+C to stop.`);
}

/** Resolves when the person closes the browser or interrupts the program. */
async function ended({ browser }: World): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    browser.once('disconnected', () => resolve());
  });
  // Kept for good: a second Ctrl+C must not end the program before the database is stopped.
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => resolve());
  });
  await Promise.race([closed, interrupted]);
}
