/** Who may import whom. A name says what is forbidden; the comment says why. */

/** Rule: `from` must not import `to`. Patterns are regular expressions on paths. */
const forbid = (name, comment, from, to, extra = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...extra.from },
  to: { path: to, ...extra.to },
});

/** A room's folders from the bottom up: each may import itself and those before it. */
const layers = (room, order) =>
  order.flatMap((above, index) =>
    order
      .slice(index + 1)
      .map((higher) =>
        forbid(
          `${room}/${above} is below ${higher}`,
          'Knowledge flows one way; the lower layer must work without the higher.',
          `^${room}/${above}/`,
          `^${room}/${higher}/`,
        ),
      ),
  );

module.exports = {
  forbidden: [
    {
      name: 'no cycles',
      severity: 'error',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|wxt/)' },
    },
    forbid(
      'shared stands alone',
      'It runs in every room, also inside the EHR page.',
      '^shared/',
      '^(backend|extension|test|node_modules/(?!zod/))',
    ),
    ...layers('shared', [
      'contracts',
      'instruments',
      'scoring',
      'forms',
      'measures',
      'change',
      'alerts',
      'brief',
      'charts',
      'update',
    ]),
    forbid(
      'goals need contracts only',
      'What was agreed is judged by nothing: no measure and no rule is near it.',
      '^shared/goals/',
      '^shared/(?!goals|contracts)',
    ),
    forbid(
      'identity needs contracts only',
      'It also runs in the content script.',
      '^shared/identity/',
      '^shared/(?!identity|contracts)',
    ),
    forbid(
      'the content script stays small and ignorant',
      'It shares a process with the host page: no health information, no network, no large library.',
      '^extension/(ehr|frame)/|^extension/entrypoints/(?!background)[^/]+\\.ts$',
      '^(extension/(panel|local|ui)/|backend/|shared/(?!contracts|identity)|node_modules/(preact|@preact|dexie|@trpc|zod/(?!v4/mini|mini|v4/core)))',
      { to: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'the panel never touches the page',
      'Only adapters know an EHR.',
      '^extension/(panel|ui|local)/',
      '^extension/(ehr|frame)/',
    ),
    forbid(
      'ui knows no feature',
      'Primitives and charts serve every task.',
      '^extension/ui/',
      '^extension/(panel|local|messages)/',
    ),
    forbid(
      'the extension takes only the type of the router',
      'Nothing of the backend may run in the browser.',
      '^extension/',
      '^backend/',
      { to: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'the extension takes no other type of the backend',
      'One border, one type.',
      '^extension/',
      '^backend/(?!rpc/router\\.ts$)',
    ),
    forbid('the backend knows no browser', 'It serves any client.', '^backend/', '^extension/'),
    forbid('nothing imports test', 'It proves the rest.', '^(shared|backend|extension)/', '^test/'),
    forbid(
      'care knows no transport and no SQL',
      'Use cases outlive both.',
      '^backend/care/',
      '^(backend/(rpc|portal|console|database)/|node_modules/(hono|@hono|@trpc|pg|drizzle-orm))',
    ),
    forbid(
      'rpc and pages hold no SQL',
      'They unpack, call one use case, and pack.',
      '^backend/(rpc|portal|console|access)/',
      '^node_modules/(pg|drizzle-orm)',
    ),
    forbid(
      'no arrow runs back up',
      'store serves care, never the reverse.',
      '^backend/(store|audit|access|delivery|database)/',
      '^backend/(rpc|portal|console|care|app|main|serve)',
    ),
    forbid(
      'audit is pure',
      'The store writes its rows.',
      '^backend/audit/',
      '^(backend/(?!audit)|node_modules/(pg|drizzle-orm))',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules/.*/node_modules|\\.output|\\.wxt)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
