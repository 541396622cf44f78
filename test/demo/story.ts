import type { World } from '#test/support/world.ts';
import type { Report } from './check.ts';
import type { SeededPractice } from './seed.ts';
import { answerOnPhone } from './steps/answer-on-phone.ts';
import { openChart } from './steps/open-chart.ts';
import { writeInSimplePractice } from './steps/write-in-simplepractice.ts';
import { writeInTherapyNotes } from './steps/write-in-therapynotes.ts';

/**
 * The main job from end to end: a client answers on a phone, the answer is scored and an alert
 * opens; the clinician opens the chart in both EHRs, reads, and puts the Clinical Update into the
 * note; what landed is read from the EHR's side. Throws when any of it is not as it should be.
 */
export async function tellMainJob(
  world: World,
  practice: SeededPractice,
  report: Report,
): Promise<void> {
  await answerOnPhone(world, practice, report);
  const panel = await openChart(world, report);
  await writeInSimplePractice(world, practice, panel, report);
  await writeInTherapyNotes(world, practice, panel, report);
}
