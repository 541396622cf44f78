import { person } from '#test/ehr/people.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import type { World } from '#test/support/world.ts';
import type { Report } from '../check.ts';
import { HERO } from '../practice.ts';
import type { SeededPractice } from '../seed.ts';
import { insertionsOf, insertionsReach, preview } from './insertions.ts';

/** The Update goes into a Simple Progress Note, is taken back, and goes in again. */
export async function writeInSimplePractice(
  world: World,
  practice: SeededPractice,
  panel: PanelDriver,
  report: Report,
): Promise<void> {
  report.step('One click puts the Clinical Update into the SimplePractice note');
  const { appointmentId } = person(HERO).simplepractice;
  const { url, state } = world.simplePractice;
  const landed = () => state.models[appointmentId]?.['1']?.lines ?? '';
  const before = await insertionsOf(world, practice, HERO);

  await panel.page.goto(`${url}/appointments/${appointmentId}`);
  await panel.shows('Goes to Simple Progress Note');
  const wanted = await preview(panel);
  await panel.press('Insert');
  await panel.shows('Inserted exactly');
  await panel.page.screenshot({ path: report.picture('4-simplepractice-note') });
  report.quote('The note, from the model of its editor', landed());
  report.verify('the note holds exactly the text that was read before', landed() === wanted);

  await panel.press('Undo');
  await panel.shows('The note reads exactly as before');
  report.verify('undo leaves the note as it was: empty', landed() === '');
  await panel.press('Insert');
  await panel.shows('Inserted exactly');
  report.verify('inserted again, once', landed() === wanted);
  await insertionsReach(world, practice, HERO, before + 3);
  report.verify('both insertions and the undo stand in the audit log', true);
}
