/** Where a note of one client stands. */
export const ADDRESS = 'https://secure.simplepractice.com/appointments/2718400101';

/** A note of two fields, `#s` and `#p`, without their editors. */
export const NOTE = `<main>
<header class="client-header"><h1 class="name">Jordan Avery</h1><ul><li class="item">DOB: 03/14/1991</li>
<li><a href="/clients/4f1c9a27be60d385/overview">Client overview</a></li></ul></header>
<section class="progress-individual-note-container"><h2>Progress note</h2>
<div class="question"><h3>Subjective</h3><div id="s"></div></div>
<div class="question"><h3>Plan</h3><div id="p"></div></div></section></main>`;
