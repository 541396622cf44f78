import { person } from '#test/ehr/people.ts';
import { autosaved } from '#test/ehr/therapynotes/state.ts';
import type { PanelDriver } from '#test/support/panel.ts';
import { until } from '#test/support/until.ts';
import type { World } from '#test/support/world.ts';
import type { Report } from '../check.ts';
import { HERO } from '../practice.ts';
import type { SeededPractice } from '../seed.ts';
import { insertionsOf, insertionsReach, preview } from './insertions.ts';

/** The four rich texts of a SOAP note, by the id of their form element. */
const FIELDS = { Subjective: '13000', Objective: '13001', Assessment: '13002', Plan: '13003' };

/** The Update in SOAP shape goes into the four fields of a TherapyNotes note. */
export async function writeInTherapyNotes(
  world: World,
  practice: SeededPractice,
  panel: PanelDriver,
  report: Report,
): Promise<void> {
  report.step('The same client in TherapyNotes: the SOAP shape goes field by field');
  const { token, noteId } = person(HERO).therapynotes;
  const { url, state } = world.therapyNotes;
  const before = await insertionsOf(world, practice, HERO);

  await panel.page.goto(`${url}/app/patients/edit/${token}/`);
  await panel.shows('record, name and birth date agree');
  report.verify('the chart is recognised', (await panel.text()).includes('Jordan Avery'));
  await panel.page.screenshot({ path: report.picture('5-therapynotes-chart') });

  await panel.page.goto(`${url}/app/notes/edit/${noteId}/`);
  await panel.shows('Goes to');
  await panel.unfold('Change');
  await panel.choose('SOAP');
  await panel.shows('Subjective, Objective, Assessment and Plan');
  const wanted = await preview(panel);
  await panel.press('Insert');
  await panel.shows('Inserted exactly');
  await panel.page.screenshot({ path: report.picture('6-therapynotes-note') });

  await until('the EHR autosaved the note', () => autosaved(state, noteId, FIELDS.Plan) !== null);
  for (const [label, element] of Object.entries(FIELDS)) {
    const text = textOf(autosaved(state, noteId, element) ?? '');
    report.quote(label, text);
    report.verify(`${label} holds its part of the text`, wanted.includes(`${label}\n${text}`));
  }
  await insertionsReach(world, practice, HERO, before + 1);
  report.verify('the insertion stands in the audit log', true);
}

/** The text of the editor's HTML: these notes hold paragraphs of plain text only. */
function textOf(html: string): string {
  return html
    .replaceAll('</p><p>', '\n')
    .replaceAll(/<\/?p>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
