import { startLogin } from './login.ts';
import { startNote } from './note-form.ts';
import { startScheduling } from './scheduling.ts';
import { startTabs } from './tabs.ts';

const chart = document.querySelector<HTMLElement>('.chart');
const note = document.querySelector<HTMLElement>('.note');
const login = document.querySelector('#Login');
if (chart !== null) startTabs(chart);
if (note !== null) startNote(note);
if (login !== null) startLogin(login);
startScheduling();
