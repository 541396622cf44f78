import { html } from '../server/markup.ts';
import { pageReply, redirectReply } from '../server/replies.ts';
import { chartPage, documentsTab, otherTab, patientInfoTab } from './pages/chart.ts';
import { notePage } from './pages/note.ts';
import { shownPatient } from './records.ts';
import { type Handler, notePath, sitePage } from './site.ts';

const NOT_FOUND = pageReply('Not found', "default-src 'none'", 404);

/** A patient's chart. Its first tab is in the page, the others follow on demand. */
export const showChart: Handler = async (site, _request, [token = '']) => {
  const patient = shownPatient(site.state, token);
  if (patient === undefined) return NOT_FOUND;
  if (!site.state.warm) return redirectReply('/app/patients/');
  return sitePage(site, chartPage(patient));
};

/** The content of a chart's tab as a piece of HTML. */
export const chartTab: Handler = async (site, { query }) => {
  await site.gates.tab.pass();
  const patient = shownPatient(site.state, query.get('id') ?? '');
  if (patient === undefined) return NOT_FOUND;
  const tab = query.get('tab') ?? '';
  const notes = Object.values(site.state.notes).filter(
    (note) => note.token === patient.therapynotes.token,
  );
  const inPlace = site.appearance.noteLocation === 'chart';
  const content =
    tab === 'Patient Info'
      ? patientInfoTab(patient)
      : tab === 'Documents'
        ? documentsTab(notes, (id) => notePath(site, id), inPlace)
        : otherTab(tab);
  return pageReply(content.html, "default-src 'none'");
};

/** A note on a page of its own. */
export const showNote: Handler = async (site, _request, [noteId = '']) => {
  const note = site.state.notes[noteId];
  const patient = note === undefined ? undefined : shownPatient(site.state, note.token);
  if (note === undefined || patient === undefined) return NOT_FOUND;
  return sitePage(site, html`${notePage(note, patient, site.appearance)}`);
};
