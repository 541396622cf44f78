import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { BriefQuery } from '#shared/contracts/procedures.ts';
import { startSecureServer } from '#test/ehr/server/secure-server.ts';
import { bareApp, openBarePool } from '../brief/bare-app.ts';
import { databaseFolder } from '../practice/folders.ts';
import { loginTo } from '../practice/login.ts';
import type { LoadedPractice } from '../practice/make-practice.ts';

/** A page at the EHR's host that holds nothing but a frame, and what the frame needs. */
export interface BareFrame {
  /** Port of 127.0.0.1 that the EHR's host must be mapped to. */
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Serves the least that brings a client's alert into a page: an empty page with a frame, whose
 * script fetches the same JSON from a bare route on the same database and writes one line.
 */
export async function serveBareFrame(
  data: string,
  practice: LoadedPractice,
  question: BriefQuery,
): Promise<BareFrame> {
  const pool = openBarePool(loginTo(databaseFolder(data), 'application'), practice);
  const app = new Hono();
  app.get('/frame', (c) => c.html(framePage(question)));
  app.route('/', bareApp({ pool, practice, now: () => new Date() }));
  const { promise, resolve } = Promise.withResolvers<number>();
  const bare = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
    resolve(port),
  );
  const framePort = await promise;
  const page = `<!doctype html><title>Bare</title>
<iframe src="http://127.0.0.1:${framePort}/frame"></iframe>`;
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  const outer = await startSecureServer(async () => ({ status: 200, headers, body: page }));
  return {
    port: outer.port,
    async close() {
      await outer.close();
      bare.close();
      await pool.end();
    },
  };
}

/** What the frame shows when it has shown everything. */
export const BARE_ALERT = 'p.alert';

function framePage(question: BriefQuery): string {
  return `<!doctype html><title>Frame</title><script type="module">
const reply = await fetch('/brief', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: ${JSON.stringify(JSON.stringify(question))},
});
const { result } = await reply.json();
const [alert] = result.data.brief.alerts;
const line = document.createElement('p');
line.className = 'alert';
line.textContent = alert.rule + ' ' + alert.instrumentId + ' ' + alert.latestAt;
document.body.append(line);
</script>`;
}
