import { signal } from '@preact/signals';
import type { CoupleActions } from '#extension/panel/couple/actions.ts';
import { NO_SETTINGS } from '#shared/alerts/catalogue/settings.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { Couple, type CoupleView } from '#shared/contracts/couple.ts';
import {
  type CouplePageReply,
  OwnSharing,
  PartnerIdentity,
} from '#shared/contracts/couple-procedures.ts';
import type { ClientId } from '#shared/contracts/ids.ts';
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
      aPartner(
        SAM,
        [
          [0, 47],
          [90, 33],
        ],
        'csi16',
        [90],
      ),
      aPartner(DANA, [
        [0, 44],
        [92, 55],
      ]),
    ],
    NO_SETTINGS,
  );

const partner = (clientId: ClientId, displayName: string, birthDate: string): PartnerIdentity =>
  PartnerIdentity.parse({ clientId, displayName, birthDate });

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
  people: [
    partner(SAM, 'Sam Rivera', '1985-07-09'),
    partner(DANA, 'Dana Wilhelmina Rivera-Castellanos', '1986-02-17'),
  ],
  timeZone: 'America/Chicago',
  view: shown,
});

type Answer = Awaited<ReturnType<CoupleActions['ofPage']>>;

const says = (value: CouplePageReply): Answer => ({ ok: true, value });
const SHARED = says(couple(view(['csi16', 'phq9'])));
const OFF = says(couple(view([])));
const UNKNOWN = says({ is: 'unknown', asOf: AS_OF });
const GONE: Answer = { ok: false, reason: 'unreachable', message: 'The server can’t be reached.' };

/** What the server says of a page, by the record that it shows: one answer after the other, then the last. */
const ANSWERS: Readonly<Record<string, readonly (Answer | 'never')[]>> = {
  shared: [SHARED],
  off: [OFF],
  unknown: [UNKNOWN],
  once: [says(couple(view(['csi16']))), 'never'],
  takenBack: [SHARED, OFF],
  lessShared: [SHARED, says(couple(view(['phq9'])))],
  ended: [SHARED, UNKNOWN],
  lost: [SHARED, GONE],
};

let asked = 0;

const CHOICES = [
  { clientId: SAM, displayName: 'Sam Rivera', birthDate: '1985-07-09' },
  { clientId: DANA, displayName: 'Dana Rivera', birthDate: '1986-02-17' },
].map((choice) => PartnerIdentity.parse(choice));

/** Answers at once, and changes nothing. */
export const COUPLE_ACTIONS: CoupleActions = {
  ofPage: async ({ subjects: [{ recordId }] }) => {
    const answers = ANSWERS[recordId ?? ''] ?? [GONE];
    const answer = answers[Math.min(asked, answers.length - 1)] ?? GONE;
    asked += 1;
    return answer === 'never' ? new Promise(() => undefined) : answer;
  },
  isShown: () => true,
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

/** A couple's own record that the server says something else of when Copy is pressed. */
export const COUPLE_COPY_STATES: Readonly<Record<string, GalleryState>> = {
  'couple, the clipboard refuses': { ...page('shared'), copies: false },
  'couple, then nothing shared': page('takenBack'),
  'couple, then less shared': page('lessShared'),
  'couple, then none': page('ended'),
  'couple, then no answer': page('lost'),
};
