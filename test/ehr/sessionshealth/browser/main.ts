/**
 * The application in the browser: a link changes the URL first, its content follows, and until then
 * what was there before stays.
 */
let turn = 0;

async function show(): Promise<void> {
  turn += 1;
  const mine = turn;
  const response = await fetch(`/stand-in/content${location.pathname}${location.search}`);
  const text = await response.text();
  if (mine !== turn) return;
  const page = new DOMParser().parseFromString(text, 'text/html');
  document.querySelector('main')?.replaceChildren(...page.body.childNodes);
  report();
}

function noteOf(): { eventId: string; text: Record<string, string> } | null {
  const note = document.querySelector<HTMLElement>('.note');
  if (note === null) return null;
  const boxes = [...note.querySelectorAll<HTMLTextAreaElement>('textarea')];
  const text = Object.fromEntries(
    boxes.map((box) => [box.dataset['section'] ?? '', box.value] as const),
  );
  return { eventId: note.dataset['event'] ?? '', text };
}

async function send(path: string): Promise<void> {
  const note = noteOf();
  if (note === null) return;
  await fetch(path, { method: 'POST', body: JSON.stringify(note) });
}

function report(): void {
  void send('/stand-in/models');
}

document.addEventListener('input', report);
document.addEventListener('click', (event) => {
  const target = event.target instanceof HTMLElement ? event.target : null;
  const link = target?.closest('a[href^="/"]') ?? null;
  const act = target?.dataset['act'];
  if (act !== undefined) void send(`/stand-in/${act}`).then(act === 'sign' ? show : undefined);
  if (link === null) return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  void show();
});
window.addEventListener('popstate', () => void show());
report();
