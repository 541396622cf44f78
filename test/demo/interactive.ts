import process from 'node:process';
import { DEFAULT_PORT } from '#backend/config.ts';
import { person } from '#test/ehr/people.ts';
import { openTab } from '#test/support/browser.ts';
import { connect } from '#test/support/connect.ts';
import { panelOf } from '#test/support/panel.ts';
import type { World } from '#test/support/world.ts';
import { loadPractice } from './data.ts';
import { inDemoWorld } from './demo-world.ts';
import { CLINICIAN, HERO } from './practice.ts';
import type { SeededPractice } from './seed.ts';
import { sendCheckIn } from './steps/answer-on-phone.ts';

/** Opens Chromium on a client's note with the panel connected, and serves until it is closed. */
export async function openForPerson(dataDir: string, say: (line: string) => void): Promise<number> {
  const options = { dataDir, headless: false, port: DEFAULT_PORT };
  return inDemoWorld(options, say, async (world) => {
    const practice = await loadPractice(world.backend, dataDir, say);
    await openNote(world);
    await showTheWay(world, practice, say);
    await ended(world);
    return 0;
  });
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
  say: (line: string) => void,
): Promise<void> {
  const { therapynotes } = person(HERO);
  const clientId = practice.clients[HERO];
  if (clientId === undefined) throw new Error(`${HERO} is not in the practice`);
  const checkIn = await sendCheckIn(world, practice, clientId);
  say(`
The browser shows a note of Jordan Avery with the panel beside it. Try this:

  answer as the client   ${checkIn}
                         (in any browser; then look at the panel again)
  the other EHR          ${world.therapyNotes.url}/app/notes/edit/${therapynotes.noteId}/
                         (in the Chromium that was opened)
  all clients            ${world.simplePractice.url}/clients

The clinician is ${CLINICIAN.email}, password "${CLINICIAN.password}". All people are
invented, and nothing leaves this machine. Close the browser or press Ctrl+C to stop.`);
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
