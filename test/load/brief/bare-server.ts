import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { serve } from '@hono/node-server';
import { PracticeId, StaffId } from '#shared/contracts/ids.ts';
import { databaseFolder } from '../practice/folders.ts';
import { loginTo } from '../practice/login.ts';
import { bareApp, openBarePool } from './bare-app.ts';

// The bare route in a process of its own: node bare-server.ts <data> <practice> <staff member>

const [data = '', practiceId, staffId] = process.argv.slice(2);
const practice = { practiceId: PracticeId.parse(practiceId), staffId: StaffId.parse(staffId) };
const pool = openBarePool(loginTo(databaseFolder(data), 'application'), practice);
const { fetch } = bareApp({ pool, practice, now: () => new Date() });
const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => {
  process.stdout.write(`serving at http://127.0.0.1:${port}\n`);
});
process.once('SIGTERM', () => {
  server.close();
  void pool.end();
});
