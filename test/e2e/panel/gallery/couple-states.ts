import { signal } from '@preact/signals';
import type { CoupleActions } from '#extension/panel/couple/actions.ts';
import { NO_SETTINGS } from '#shared/alerts/catalogue/settings.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { Couple, type CoupleView } from '#shared/contracts/couple.ts';
import {
  CoupleChoice,
  type CouplePageReply,
  OwnSharing,
} from '#shared/contracts/couple-procedures.ts';
import { coupleView } from '#shared/couples/view.ts';
import { aPartner, COUPLE, DANA, SAM } from '#test/support/a-couple.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import type { GalleryState } from './states.ts';

const AS_OF = Instant.parse('2026-11-21T00:58:00.000Z');

const view = (shared: readonly string[]): CoupleView =>
  coupleView(
    { coupleId: COUPLE, asOf: AS_OF },
    shared,
    [
      aPartner(SAM, [
        [0, 47],
        [90, 33],
      ]),
      aPartner(DANA, [
        [0, 44],
        [92, 55],
      ]),
    ],
    NO_SETTINGS,
  );

const couple = (shown: CoupleView): CouplePageReply => ({
  is: 'couple',
  couple: Couple.parse({
    coupleId: COUPLE,
    partners: [SAM, DANA],
    since: '2026-01-07',
    endedAt: null,
    secretsPolicy: 'limited',
    policyAgreedOn: '2026-01-07',
  }),
  names: ['Sam Rivera', 'Dana Wilhelmina Rivera-Castellanos'],
  view: shown,
});

/** What the server says of a page, by the record that it shows. */
const REPLIES: Readonly<Record<string, CouplePageReply>> = {
  shared: couple(view(['csi16', 'phq9'])),
  off: couple(view([])),
  unknown: { is: 'unknown', asOf: AS_OF },
  once: couple(view(['csi16'])),
};

let asked = 0;

const CHOICES = [
  { clientId: SAM, displayName: 'Sam Rivera', birthDate: '1985-07-09' },
  { clientId: DANA, displayName: 'Dana Rivera', birthDate: '1986-02-17' },
].map((choice) => CoupleChoice.parse(choice));

/** Answers at once, and changes nothing; of the page `once` the first time alone. */
export const COUPLE_ACTIONS: CoupleActions = {
  ofPage: async ({ subjects: [{ recordId }] }) => {
    asked += 1;
    if (recordId === 'once' && asked > 1) return new Promise(() => undefined);
    const value = REPLIES[recordId ?? ''];
    return value === undefined
      ? { ok: false, reason: 'unreachable', message: 'The server can’t be reached.' }
      : { ok: true, value };
  },
  choices: async () => ({ ok: true, value: CHOICES }),
  link: async () => ({ ok: true, value: null }),
  unlink: async () => ({ ok: true, value: null }),
  setPolicy: async () => ({ ok: true, value: null }),
  sharingOf: async () => ({
    ok: true,
    value: OwnSharing.parse({
      coupleId: COUPLE,
      since: '2026-01-07',
      secretsPolicy: 'limited',
      policyAgreedOn: '2026-01-07',
      consents: [
        {
          consentId: inventedId(951),
          measureId: 'csi16',
          name: 'CSI-16',
          givenAt: AS_OF,
          expiresOn: '2027-05-20',
        },
      ],
    }),
  }),
  revoke: async () => ({ ok: true, value: null }),
  renewed: signal(0),
  renew: () => undefined,
  newId: () => inventedId(952),
};

const page = (recordId: string): GalleryState => ({
  screen: {
    kind: 'severalPeople',
    count: 2,
    page: {
      ehr: 'simplepractice',
      subjects: [
        { recordId, name: 'Sam', birthDate: null },
        { recordId, name: 'Dana Rivera', birthDate: null },
      ],
    },
    key: recordId,
  },
});

/** A couple's own record in each of its states. */
export const COUPLE_STATES: Readonly<Record<string, GalleryState>> = {
  couple: page('shared'),
  'couple, nothing shared': page('off'),
  'couple not set up': page('unknown'),
  'couple not verified': page('gone'),
  'couple, answered once': page('once'),
};
