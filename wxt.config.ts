import { defineConfig } from 'wxt';

/** Origin of the backend that a build may talk to without asking; see README, "A real server". */
const backend = process.env['THROUGHLINE_BACKEND'] ?? 'http://127.0.0.1:7317';

export default defineConfig({
  srcDir: 'extension',
  entrypointsDir: 'entrypoints',
  publicDir: 'extension/public',
  outDir: '.output/extension',
  imports: false,
  manifest: {
    name: 'Throughline',
    description: 'Measures, trends and alerts of your clients, beside their chart.',
    permissions: ['storage', 'alarms'],
    host_permissions: [
      'https://secure.simplepractice.com/*',
      'https://www.therapynotes.com/*',
      `${new URL(backend).protocol}//${new URL(backend).hostname}/*`,
    ],
  },
  vite: () => ({
    define: { __BACKEND__: JSON.stringify(new URL(backend).origin) },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
});
