import type { Appearance } from '../api.ts';
import { appointmentPage, overviewPage } from './appointment-page.ts';
import { calendarPage, clientsPage, plainPage } from './list-pages.ts';
import { measuresPage } from './measures-page.ts';
import type { Page } from './page.ts';

/** What a path shows: where its header comes from, and its page. */
export type Route = {
  /** Data path of the header; null for pages that are about nobody. */
  readonly header: string | null;
  readonly page: () => Promise<Page | null>;
};

/** What pages may do to the application around them. */
export type Navigator = {
  readonly visit: (path: string) => void;
  readonly reload: () => void;
};

const CLIENT_PATH = /^\/clients\/([0-9a-f]{16})(\/.*)?$/;
const CLIENT_SUB_PAGES: readonly (readonly [RegExp, string])[] = [
  [/^\/intake_notes(\/\d+)?$/, 'Intake notes'],
  [/^\/diagnosis_treatment_plans(\/\d+)?$/, 'Diagnosis and treatment plans'],
  [/^\/billing(\/.*)?$/, 'Billing'],
  [/^\/edit$/, 'Edit client info'],
];

/** The route of a path. An unknown path has one too: the server never answers 404. */
export function routeOf(path: string, appearance: Appearance, navigator: Navigator): Route {
  const appointment = /^\/appointments\/(\d{10})$/.exec(path)?.[1];
  if (appointment !== undefined) {
    return {
      header: `headers/appointments/${appointment}`,
      page: () => appointmentPage(appointment, appearance, navigator.reload),
    };
  }
  const [, hash, rest] = CLIENT_PATH.exec(path) ?? [];
  if (hash !== undefined) return clientRoute(hash, rest ?? '');
  const calendar = /^\/calendar(?:\/appointments(?:\/(\w+))?)?$/.exec(path);
  if (path === '/' || calendar !== null) {
    const openId = calendar?.[1] ?? null;
    return { header: null, page: () => calendarPage(openId, appearance, navigator.visit) };
  }
  if (path === '/clients') return { header: null, page: clientsPage };
  if (path.startsWith('/practice_settings')) return plainRoute('Settings');
  return plainRoute('This page does not exist');
}

function clientRoute(hash: string, rest: string): Route {
  const header = `headers/clients/${hash}`;
  if (rest === '/overview') return { header, page: () => overviewPage(hash) };
  if (rest === '/measures') return { header, page: () => measuresPage(hash) };
  const title = CLIENT_SUB_PAGES.find(([pattern]) => pattern.test(rest))?.[1];
  if (title !== undefined) return { header, page: async () => plainPage(title) };
  return plainRoute('This page does not exist');
}

function plainRoute(title: string): Route {
  return { header: null, page: async () => plainPage(title) };
}
