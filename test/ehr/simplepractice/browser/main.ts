import { startApplication } from './application.ts';
import { appearance } from './data.ts';

const root = document.querySelector<HTMLElement>('#app-root');
if (root !== null) startApplication(root, appearance());
