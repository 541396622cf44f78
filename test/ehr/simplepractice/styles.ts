/** The stand-in's own look; it imitates no product's design. */
export const STYLES = `
:root { --ink: #22303a; --soft: #5d6b75; --line: #d9e0e4; --ground: #f5f7f8; --accent: #2f6f73; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
a { color: var(--accent); }
button, input { font: inherit; color: inherit; }
button { border: 1px solid var(--line); background: #fff; border-radius: 6px; padding: 5px 12px; cursor: pointer; }
button.primary { background: var(--accent); border-color: var(--accent); color: #fff; }
button:disabled { opacity: .55; cursor: default; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.app-bar { display: flex; align-items: center; gap: 28px; padding: 0 24px; height: 54px; background: #fff; border-bottom: 1px solid var(--line); }
.app-bar .practice { font-weight: 600; }
.app-bar nav { display: flex; gap: 20px; }
.app-bar nav a { text-decoration: none; padding: 4px 2px; }
.app-bar nav a[aria-current] { border-bottom: 2px solid var(--accent); }
main { max-width: 1080px; padding: 20px 24px 40px; }
h1 { font-size: 22px; margin: 0; }
h2 { font-size: 17px; margin: 0 0 8px; }
h3 { font-size: 15px; margin: 0 0 4px; }
.client-header { background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 14px 18px; margin-bottom: 16px; }
.client-header + .client-header { margin-top: -8px; }
.client-header .details { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 4px 0 0; padding: 0; list-style: none; color: var(--soft); }
.client-header dl.details dt, .client-header dl.details dd { display: inline; margin: 0 4px 0 0; }
.appointment-page { display: grid; grid-template-columns: minmax(0, 1fr) 260px; gap: 16px; align-items: start; }
.appointment-page.updated { grid-template-columns: minmax(0, 1fr) 280px; }
.card, .progress-individual-note-container, .psychotherapy-note-container, .ai-note-panel { background: #fff; border: 1px solid var(--line); border-radius: 8px; padding: 16px 18px; }
.side > * + * { margin-top: 16px; }
.note-tools { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 14px; }
.questionnaires-dropdown { position: relative; }
.questionnaires-dropdown ul, .snippets ul { position: absolute; z-index: 2; margin: 4px 0 0; padding: 4px; list-style: none; background: #fff; border: 1px solid var(--line); border-radius: 6px; min-width: 220px; }
.questionnaires-dropdown li button, .snippets li button { width: 100%; border: 0; text-align: left; }
.snippets { position: relative; }
.question { margin-bottom: 14px; }
.question .spds-label, .question h3, .question label { display: block; font-weight: 600; margin-bottom: 4px; }
.question label.boolean { font-weight: 400; }
.question input[type=text] { width: 100%; padding: 6px 10px; border: 1px solid var(--line); border-radius: 6px; }
.ProseMirror { min-height: 74px; padding: 8px 12px; border: 1px solid var(--line); border-radius: 6px; background: #fff; white-space: pre-wrap; overflow-wrap: break-word; }
.ProseMirror p { margin: 0; }
.ProseMirror:focus { outline: 2px solid var(--accent); outline-offset: -1px; }
.note-actions { display: flex; align-items: center; gap: 10px; }
.note-actions .status { color: var(--soft); }
.ai-note-content .copy-area { border-left: 3px solid var(--line); padding-left: 10px; margin-bottom: 10px; font-size: 14px; color: var(--soft); }
.ai-note-content .ai-draft { min-height: 40px; padding: 6px 8px; border: 1px dashed var(--line); }
.fc-toolbar { display: flex; align-items: center; gap: 10px; margin-bottom: 12px; }
.fc-toolbar-title { margin-right: auto; }
.calendar-layout { display: grid; grid-template-columns: minmax(0, 1fr) 320px; gap: 16px; align-items: start; }
.fc-day-list, .client-list { margin: 0; padding: 0; list-style: none; }
.fc-event a, .client-list a { display: flex; gap: 16px; padding: 8px 14px; margin-bottom: 6px; background: #fff; border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 6px; text-decoration: none; color: inherit; }
.fc-event time { flex: none; width: 170px; color: var(--soft); }
.sub-nav { display: flex; gap: 18px; margin-bottom: 14px; }
.timeline > li { margin-bottom: 14px; }
.timeline { margin: 0; padding: 0; list-style: none; }
.note-body h1, .note-body h2, .note-body h3 { font-size: 15px; margin: 6px 0; }
.note-body p { margin: 0 0 8px; white-space: pre-wrap; }
.muted { color: var(--soft); }
.sign-in { max-width: 380px; margin: 60px auto; }
.stand-in-note { padding: 14px 24px; color: var(--soft); font-size: 13px; border-top: 1px solid var(--line); }
`;
