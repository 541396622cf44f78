import { render } from 'preact';
import { UNAVAILABLE_WORDS } from '#extension/local/failure.ts';
import type { MeasureProps } from '#extension/panel/trends/measure-props.ts';
import { TrendsSection } from '#extension/panel/trends/trends-section.tsx';
import { interpret } from '#shared/brief/interpret.ts';
import type { CalendarDate } from '#shared/contracts/calendar.ts';
import { FACTS } from '../gallery/courses.ts';
import { CHARTED } from './charted.ts';

/** The courses of a client by name: what the panel shows, without the panel around it. */
const CLIENTS = { ...FACTS, charted: CHARTED };

/** The session that the invented page is about. */
const SESSION_ON = '2026-11-12' as CalendarDate;

/** Records what is printed, unless the page says that it can't. */
const ACTIONS: MeasureProps['actions'] = {
  recordPrint: async () =>
    document.body.hasAttribute('data-unrecorded')
      ? { ok: false, reason: 'unreachable', message: UNAVAILABLE_WORDS.unreachable }
      : { ok: true, value: null },
  record: { change: () => Promise.resolve(null) },
};

const facts = Object.entries(CLIENTS).find(([name]) => name === location.hash.slice(1))?.[1];
const root = document.getElementById('panel');
if (root !== null && facts !== undefined) {
  render(
    <main>
      <h1 class="only-heard">Charts</h1>
      <TrendsSection
        brief={interpret(facts)}
        facts={facts}
        sessionOn={SESSION_ON}
        actions={ACTIONS}
      />
    </main>,
    root,
  );
}
