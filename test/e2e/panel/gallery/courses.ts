import { maySnooze } from '#shared/alerts/catalogue/safety-rules.ts';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { type InventedCourse, inventedFacts } from '#test/support/brief-facts.ts';

/** Improving, with a new risk answer: the panel at its fullest. */
const IMPROVING: InventedCourse = {
  lines: [
    {
      instrumentId: 'phq9',
      points: [
        { on: '2026-01-07', total: 18, fixed: { 9: 0 } },
        { on: '2026-02-18', total: 19, fixed: { 9: 0 } },
        { on: '2026-04-01', total: 17, fixed: { 9: 0 } },
        { on: '2026-05-20', total: 16, fixed: { 9: 0 }, blank: [5] },
        { on: '2026-07-08', total: 8, fixed: { 9: 0 }, blank: [1, 2, 3, 4] },
        { on: '2026-09-02', total: 13, fixed: { 9: 0 } },
        { on: '2026-11-05', total: 11, fixed: { 9: 0 } },
        { on: '2026-11-19', total: 11, fixed: { 9: 1 } },
      ],
    },
    {
      instrumentId: 'gad7',
      points: [
        { on: '2026-01-07', total: 8 },
        { on: '2026-04-01', total: 7 },
        { on: '2026-07-08', total: 8 },
        { on: '2026-09-02', total: 7 },
        { on: '2026-11-19', total: 9 },
      ],
    },
  ],
  open: [{ instrumentId: 'pcl5', sentOn: '2026-11-12', answeredItems: 4 }],
};

const WORSE: InventedCourse = {
  client: {
    displayName: 'Maximiliana Featherstonehaugh-Oyelaran',
    birthDate: '1958-12-31' as never,
  },
  lines: [
    {
      instrumentId: 'phq9',
      points: [
        { on: '2026-10-06', total: 9, fixed: { 9: 0 } },
        { on: '2026-11-03', total: 17, fixed: { 9: 0 } },
      ],
    },
    {
      instrumentId: 'pcl5',
      points: [
        { on: '2026-08-01', total: 20, fixed: { 16: 0 } },
        { on: '2026-09-01', total: 26, fixed: { 16: 0 } },
        { on: '2026-10-01', total: 34, fixed: { 16: 0 } },
        { on: '2026-11-12', total: 41, fixed: { 16: 3 } },
      ],
    },
    {
      instrumentId: 'cesd',
      points: [
        { on: '2026-09-01', total: 20 },
        { on: '2026-11-10', total: 24 },
      ],
    },
  ],
  open: [
    { instrumentId: 'gad7', sentOn: '2026-10-20', answeredItems: 0 },
    { instrumentId: 'gad7', sentOn: '2026-11-18', answeredItems: 0 },
  ],
};

const TOO_EARLY: InventedCourse = {
  client: { displayName: 'Riley Chen', birthDate: '2001-09-02' as never },
  lines: [
    {
      instrumentId: 'phq9',
      points: [
        { on: '2026-11-02', total: 15, fixed: { 9: 0 } },
        { on: '2026-11-09', total: 14, fixed: { 9: 0 } },
      ],
    },
  ],
};

const ONE_SCORE: InventedCourse = {
  lastLookedAt: null,
  lines: [{ instrumentId: 'gad7', points: [{ on: '2026-11-16', total: 12 }] }],
};

const UNSCORABLE: InventedCourse = {
  lines: [
    {
      instrumentId: 'phq9',
      points: [
        { on: '2026-10-01', total: 12, fixed: { 9: 0 } },
        { on: '2026-11-16', total: 6, blank: [4, 5, 6, 9] },
      ],
    },
  ],
};

/** A risk answer that was saved, and the form never sent. */
const RISK_NOT_SENT: InventedCourse = {
  ...TOO_EARLY,
  open: [
    {
      instrumentId: 'phq9',
      sentOn: '2026-11-17',
      answeredItems: 9,
      risk: { item: 9, value: 1 },
    },
  ],
};

/** Back in care: the past stays on the line, and is compared with nothing. */
const RETURNED: InventedCourse = {
  client: { inCareSince: '2026-11-01' as never },
  lines: [
    {
      instrumentId: 'phq9',
      points: [
        { on: '2026-01-07', total: 18, fixed: { 9: 0 } },
        { on: '2026-02-18', total: 13, fixed: { 9: 0 } },
        { on: '2026-04-01', total: 6, fixed: { 9: 0 } },
        { on: '2026-11-16', total: 15, fixed: { 9: 0 } },
      ],
    },
    {
      instrumentId: 'gad7',
      points: [
        { on: '2026-02-18', total: 14 },
        { on: '2026-04-01', total: 5 },
        { on: '2026-11-02', total: 15 },
        { on: '2026-11-16', total: 11 },
      ],
    },
  ],
};

/** Two screens that can't wait, and everything else that can be open beside them. */
const EMERGENCIES: InventedCourse = {
  lines: [
    {
      instrumentId: 'asq',
      points: [{ on: '2026-11-18', total: 2, fixed: { 1: 1, 5: 1 } }],
    },
    {
      instrumentId: 'core10',
      points: [
        { on: '2026-10-20', total: 12, fixed: { 6: 0 } },
        { on: '2026-11-19', total: 28, fixed: { 6: 4 } },
      ],
    },
    {
      instrumentId: 'gad7',
      points: [
        { on: '2026-09-02', total: 16 },
        { on: '2026-11-19', total: 4 },
      ],
    },
  ],
};

/** All that may be put aside was, but for what is about danger. */
function putAside(facts: BriefFacts): BriefFacts {
  const snoozed = { by: 'Dr. Sam Okafor', at: facts.asOf };
  return {
    ...facts,
    alerts: facts.alerts.map((alert) => (maySnooze(alert.rule) ? { ...alert, snoozed } : alert)),
  };
}

/** The facts of each course. */
export const FACTS = {
  improving: inventedFacts(IMPROVING),
  worse: inventedFacts(WORSE),
  tooEarly: inventedFacts(TOO_EARLY),
  oneScore: inventedFacts(ONE_SCORE),
  unscorable: inventedFacts(UNSCORABLE),
  riskNotSent: inventedFacts(RISK_NOT_SENT),
  returned: inventedFacts(RETURNED),
  emergencies: inventedFacts(EMERGENCIES),
  putAside: putAside(inventedFacts(WORSE)),
  noScore: inventedFacts({ lastLookedAt: null, lines: [] }),
};
