/** The stand-in's own look; it imitates no product's design. */
export const STYLES = `
:root { --ink: #2b2a33; --soft: #65636f; --line: #dcdae2; --ground: #f7f6f4; --accent: #4d5b9e; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
a { color: var(--accent); }
button, input, select, textarea { font: inherit; color: inherit; }
button { border: 1px solid var(--line); background: #fff; border-radius: 4px; padding: 5px 12px; cursor: pointer; }
button.primary { background: var(--accent); border-color: var(--accent); color: #fff; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
input[type=text], input[type=password], select, textarea { padding: 5px 9px; border: 1px solid var(--line); border-radius: 4px; background: #fff; }
textarea { width: 100%; min-height: 56px; }
label { font-size: 14px; color: var(--soft); }
.app-bar { display: flex; align-items: center; gap: 28px; padding: 0 24px; height: 50px; background: var(--accent); color: #fff; }
.app-bar a { color: #fff; margin-right: 18px; text-decoration: none; }
.app-bar :focus-visible { outline-color: #fff; }
.practice { font-weight: 600; }
main { max-width: 980px; padding: 18px 24px 40px; }
h1 { font-size: 22px; margin: 0; }
h2 { font-size: 16px; margin: 0 0 6px; }
.patient-header { margin-bottom: 14px; }
.patient-header p { margin: 2px 0; }
.card { background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: 14px 16px; margin-bottom: 14px; }
.tools { display: flex; align-items: center; gap: 8px; margin: 8px 0 12px; }
.tabs { display: flex; gap: 16px; margin-bottom: 14px; border-bottom: 1px solid var(--line); }
.tabs a { padding: 6px 2px; text-decoration: none; }
.tabs a[aria-current] { border-bottom: 2px solid var(--accent); }
table { width: 100%; border-collapse: collapse; background: #fff; }
th, td { text-align: left; padding: 7px 10px; border-bottom: 1px solid var(--line); }
td input { width: 100%; }
.AlternateRow { background: #faf9fb; }
.note-header-lines { display: grid; grid-template-columns: 140px 1fr; gap: 2px 10px; margin: 0 0 8px; }
.note-header-lines dt { color: var(--soft); }
.note-header-lines dd { margin: 0; }
.mental-status-grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6px 14px; }
.mental-status-grid input { width: 100%; }
.mental-status-grid > div { position: relative; }
.ContentBubble { position: absolute; z-index: 2; padding: 6px; background: #fff; border: 1px solid var(--line); border-radius: 4px; }
.rich-text { padding: 7px 10px; border: 1px solid var(--line); border-radius: 4px; background: #fff; }
.rich-text:focus-within { outline: 2px solid var(--accent); }
.rich-text-editor { min-height: 56px; white-space: pre-wrap; overflow-wrap: break-word; outline: none; }
.rich-text-editor p { margin: 0; }
.calendar-day { display: grid; gap: 6px; margin-top: 12px; justify-items: start; }
.login { max-width: 360px; margin: 50px auto; }
.login label, .login input { display: block; width: 100%; margin-bottom: 6px; }
.Dialog { position: fixed; top: 120px; left: 50%; transform: translateX(-50%); min-width: 320px; box-shadow: 0 8px 30px #0002; }
.muted { color: var(--soft); }
.stand-in-note { padding: 14px 24px; color: var(--soft); font-size: 13px; border-top: 1px solid var(--line); }
`;
