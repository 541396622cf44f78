/** The stand-in's own look; it imitates no product's design. */
export const STYLES = `
:root { --ink: #26302b; --soft: #5f6b64; --line: #d8dfda; --ground: #f6f8f6; --accent: #3d6b50; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
a { color: var(--accent); }
button, input, textarea { font: inherit; color: inherit; }
.app-bar { padding: 12px 24px; background: #fff; border-bottom: 1px solid var(--line); }
main { max-width: 980px; padding: 18px 24px 40px; }
h1 { font-size: 22px; margin: 0; }
h2 { font-size: 17px; margin: 0 0 8px; }
.card { background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: 14px 16px; margin: 14px 0; }
.list-inline { display: flex; gap: 16px; padding: 0; list-style: none; }
.form-group { margin-bottom: 12px; }
.form-group label { display: block; color: var(--soft); }
textarea { width: 100%; min-height: 64px; padding: 7px 10px; border: 1px solid var(--line); border-radius: 4px; }
.fc-event { display: block; padding: 6px 0; }
.text-muted, .stand-in-note { color: var(--soft); }
.stand-in-note { padding: 14px 24px; font-size: 13px; border-top: 1px solid var(--line); }
`;
