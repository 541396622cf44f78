import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followHere } from '../ehr/follow-here.ts';
import { simplePractice } from '../ehr/simplepractice/adapter.ts';

/** Runs in every page of the EHR; registered in `wxt.config.ts`. */
export default defineUnlistedScript(() => followHere(simplePractice, browser));
