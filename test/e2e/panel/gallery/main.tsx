import { render } from 'preact';
import type { PanelActions } from '#extension/panel/actions.ts';
import { Panel } from '#extension/panel/layout/panel.tsx';
import { Candidate } from '#shared/contracts/procedures.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { FACTS } from './courses.ts';
import { NOW, STATES } from './states.ts';

const { client } = FACTS.improving;
const candidates = [
  { client, nameAgrees: true, birthDateAgrees: true },
  {
    client: { ...client, clientId: inventedId(3), displayName: 'Jordan Avery-Lund' },
    nameAgrees: false,
    birthDateAgrees: true,
  },
  {
    client: { ...client, clientId: inventedId(4), birthDate: '1971-03-14' },
    nameAgrees: true,
    birthDateAgrees: false,
  },
].map((candidate) => Candidate.parse(candidate));

const nothing = async () => ({ ok: true, value: null }) as const;

/** Actions that answer at once and do nothing. */
const ACTIONS: PanelActions = {
  place: () => undefined,
  releaseFocus: () => undefined,
  openSettings: () => undefined,
  verify: async () => undefined,
  startPairing: async () => ({
    ok: true,
    value: {
      userCode: 'WXKJ-4821',
      verificationUrl: 'https://throughline.practice.example/device',
      expiresAt: '2026-11-21T01:28:00.000Z' as never,
    },
  }),
  pollPairing: async () => ({ ok: true, value: 'pending' }),
  candidates: async () => ({ ok: true, value: candidates }),
  link: nothing,
  unlink: nothing,
  acknowledge: nothing,
  insert: async () => undefined,
  undo: () => undefined,
  recordAgain: async () => undefined,
  copy: async () => true,
};

const state = STATES[decodeURIComponent(location.hash.slice(1))];
const root = document.getElementById('panel');
if (state === undefined || root === null) throw new Error('no such state');
render(
  <Panel
    screen={state.screen}
    insertion={state.insertion ?? { phase: 'none' }}
    unrecorded={state.unrecorded ?? 0}
    now={NOW}
    actions={ACTIONS}
  />,
  root,
);
