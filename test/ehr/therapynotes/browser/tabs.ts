import { fragment } from './fragment.ts';
import { startNote } from './note-form.ts';
import { request } from './session.ts';

/** Lets the chart's content follow the tab named after the `#`. */
export function startTabs(chart: HTMLElement): void {
  const token = chart.dataset['patient'] ?? '';
  const content = chart.querySelector<HTMLElement>('#PatientTabContent');
  if (content === null) return;
  let turn = 0;

  const place = (text: string) => {
    content.replaceChildren(fragment(text));
    const note = content.querySelector<HTMLElement>('.note');
    if (note !== null) startNote(note);
  };
  const show = async (source: string) => {
    turn += 1;
    const mine = turn;
    const response = await request(source);
    if (response !== null && mine === turn) place(await response.text());
  };
  const follow = () => {
    const parameters = new URLSearchParams(location.hash.slice(1));
    const tab = parameters.get('tab') ?? 'Patient Info';
    const noteId = parameters.get('note');
    markCurrent(chart, tab);
    const query = new URLSearchParams(
      noteId === null ? { id: token, tab } : { msg: '3', id: noteId },
    );
    const source = noteId === null ? '/app/patients/loadtab.aspx' : '/app/notes/api/getnote.aspx';
    void show(`${source}?${query}`);
  };

  content.addEventListener('click', (event) => {
    const kind = event.target instanceof HTMLElement ? event.target.dataset['create'] : undefined;
    if (kind !== undefined) void createNote(content, token, kind);
  });
  window.addEventListener('hashchange', follow);
  if (location.hash === '') markCurrent(chart, 'Patient Info');
  else follow();
}

function markCurrent(chart: HTMLElement, tab: string): void {
  for (const link of chart.querySelectorAll<HTMLElement>('[data-tab-id]')) {
    if (link.dataset['tabId'] === tab) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Makes a note and opens it where the documents' own links open theirs. */
async function createNote(content: HTMLElement, token: string, kind: string): Promise<void> {
  const inPlace = content.querySelector('[data-note-id]') !== null;
  const response = await request('/app/notes/api/createnote.aspx', { token, kind });
  if (response === null) return;
  const { id, path } = (await response.json()) as { id: string; path: string };
  if (inPlace) location.hash = `tab=Documents&note=${id}`;
  else location.assign(path);
}
