import { PEOPLE } from '../people.ts';
import { patientListPage } from './pages/patient-list.ts';
import { patientName } from './records.ts';
import { type Handler, sitePage } from './site.ts';

const PAGE_SIZE = 10;

type ViewState = { readonly search: string; readonly page: number };

/** The patient list. Searching and paging post the page back to itself, as WebForms does. */
export const searchPatients: Handler = async (site, request) => {
  site.state.warm = true;
  const { search, page } = request.method === 'POST' ? postback(request.body) : firstView();
  const found = PEOPLE.filter((patient) => matches(patientName(patient), search));
  const first = (page - 1) * PAGE_SIZE;
  const content = patientListPage({
    patients: found.slice(first, first + PAGE_SIZE),
    first,
    total: found.length,
    pages: Math.ceil(found.length / PAGE_SIZE),
    search,
  });
  return sitePage(site, content, { search, page } satisfies ViewState);
};

function firstView(): ViewState {
  return { search: '', page: 1 };
}

/** Without a page button the search button was pressed, and the text box counts. */
function postback(body: string): ViewState {
  const form = new URLSearchParams(body);
  const page = form.get('ctl00$BodyContent$Pager');
  if (page === null) return { search: form.get('ctl00$BodyContent$TextBoxSearch') ?? '', page: 1 };
  const before = JSON.parse(
    Buffer.from(form.get('__VIEWSTATE') ?? '', 'base64').toString('utf8'),
  ) as ViewState;
  return { search: before.search, page: Number(page) };
}

/** The search compares the beginning of the displayed name, so it misses middle names. */
function matches(name: string, search: string): boolean {
  return name.toLowerCase().startsWith(search.trim().toLowerCase());
}
