import { jsonReply } from '../server/replies.ts';
import { homePage, loginPage, marketingPage, schedulingPage } from './pages/site-pages.ts';
import { type Handler, sitePage } from './site.ts';

/** The marketing page: it shares its origin with the application. */
export const showMarketing: Handler = async (site) => sitePage(site, marketingPage());

/** The first page after signing in. */
export const showHome: Handler = async (site) => sitePage(site, homePage());

/** The calendar. */
export const showScheduling: Handler = async (site) =>
  sitePage(site, schedulingPage(Object.values(site.state.notes), site.appearance.today));

const showLogin: Handler = async (site) => sitePage(site, loginPage());

/** Any name and password will do; the page stays where it is and shows the first page in place. */
const logIn: Handler = async (site) => {
  site.state.signedOut = false;
  return jsonReply({ content: homePage().html });
};

/** Reachable without a session. */
export const LOGIN_ROUTES: readonly (readonly [string, RegExp, Handler])[] = [
  ['GET', /^\/app\/login\/(?:\w+\/)?$/, showLogin],
  ['POST', /^\/app\/login\/api\/login\.aspx$/, logIn],
];
