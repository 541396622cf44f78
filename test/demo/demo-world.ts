import { join } from 'node:path';
import { dateInZone, instantOf } from '#shared/contracts/calendar.ts';
import { buildExtension } from '#test/support/extension-build.ts';
import { startWorld, type World, type WorldOptions } from '#test/support/world.ts';
import { PRACTICE } from './practice.ts';

/** Builds the extension, starts everything, lets `act` use it, and takes all of it down again. */
export async function inDemoWorld(
  options: Pick<WorldOptions, 'dataDir' | 'headless' | 'port'>,
  say: (line: string) => void,
  act: (world: World) => Promise<number>,
): Promise<number> {
  say('Building the extension ...');
  const extension = await buildExtension();
  try {
    say('Starting PostgreSQL, the backend, both stand-in EHRs and Chromium ...');
    const world = await startWorld({
      ...options,
      ...sitesOfToday(),
      extensionDir: extension.directory,
      messages: messagesIn(options.dataDir),
    });
    try {
      say(`The backend serves at ${world.backend.url.origin}.`);
      return await act(world);
    } finally {
      await world.close();
    }
  } finally {
    extension.remove();
  }
}

/** Where the demo lays down what a practice would send: nothing leaves the machine. */
export function messagesIn(dataDir: string): string {
  return join(dataDir, 'messages');
}

/** Both EHRs on the day of the demo, calmly furnished. */
function sitesOfToday(): Pick<WorldOptions, 'simplePractice' | 'therapyNotes'> {
  const today = dateInZone(instantOf(new Date()), PRACTICE.timeZone);
  return {
    simplePractice: { today, noteTaker: 'closed' },
    therapyNotes: { today, sessionSummary: false },
  };
}
