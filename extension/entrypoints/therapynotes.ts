import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followHere } from '../ehr/follow-here.ts';
import { therapyNotes } from '../ehr/therapynotes/adapter.ts';

/** Runs in every page of the EHR; registered in `wxt.config.ts`. */
export default defineUnlistedScript(() => followHere(therapyNotes, browser));
