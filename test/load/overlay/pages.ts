import type { Page } from 'puppeteer';
import { growAndChange } from './busy-page.ts';

/** One page on which every contestant is measured. */
export interface MeasuredPage {
  readonly address: string;
  /** What is there once the page has drawn itself. */
  readonly shows: string;
  /** Whether our panel comes to it. */
  readonly hasPanel: boolean;
  /** Makes the page what it is, before it first loads; it loads as the stand-in sends it otherwise. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const EHR = 'https://secure.simplepractice.com';
const CLIENT_LIST = {
  address: `${EHR}/clients`,
  shows: '.client-list a',
  hasPanel: false,
} as const;

/** Pages on which no client is to be recognised. */
export const PAGES_WITHOUT_CLIENT = {
  list: CLIENT_LIST,
  /** A week: its names are drawn by the EHR, and ours reads one day's schedule only. */
  calendar: { address: `${EHR}/calendar/appointments`, shows: '.fc-event', hasPanel: false },
  signIn: {
    address: 'https://www.therapynotes.com/app/login/',
    shows: '[data-testid="login-password-input"]',
    hasPanel: false,
  },
  /** The list with ten thousand nodes besides, some of which change twenty times a second. */
  busyList: {
    ...CLIENT_LIST,
    prepare: (page: Page) => page.evaluateOnNewDocument(growAndChange),
  },
} as const satisfies Record<string, MeasuredPage>;

/** A client's chart, with our panel open in it. */
export function chartPage(address: string): MeasuredPage {
  return { address, shows: '.client-header', hasPanel: true };
}
