import { expect, it } from 'vitest';
import { evidenceInWords } from '#extension/panel/alerts/evidence-words.ts';
import { RuleCode } from '#shared/contracts/alert.ts';
import type { AlertEvidence } from '#shared/contracts/alert-evidence.ts';
import { CalendarDate } from '#shared/contracts/calendar.ts';
import { openAlertOf } from './an-alert-of.ts';

const TODAY = CalendarDate.parse('2026-11-20');

function newest(rule: RuleCode): AlertEvidence {
  const evidence = openAlertOf(rule).evidence.at(-1);
  if (evidence === undefined) throw new Error(`${rule} has no evidence`);
  return evidence;
}

const words = (evidence: AlertEvidence, instrumentId = 'phq9') =>
  evidenceInWords(evidence, { instrumentId, today: TODAY });

const SAID: Readonly<Record<RuleCode, string>> = {
  S1: '“Several days”, 19 Nov. Before: “Not at all”, 8 Oct.',
  S2: '“Several days”, 19 Nov. Before: “Several days”, 8 Oct.',
  S3: 'Left unanswered on 19 Nov. A blank is not a “no”. Before: “Not at all”, 8 Oct.',
  S4: 'Found: “high risk”, 19 Nov.',
  C1: '17/27 on 19 Nov; 9/27 on 8 Oct: 8 points higher (threshold 6, published).',
  C2: '17/27 on 19 Nov; 9/27 on 8 Oct: 8 points higher (threshold 6, published).',
  C3: '17/27 on 19 Nov; 9/27 on 8 Oct: 8 points higher; moderately severe range, before: mild range.',
  C4: '17/27 on 19 Nov; 9/27 on 8 Oct: 8 points higher; cut-off 10.',
  T1: '14/27 on 8 Oct, 15/27 on 15 Oct, 17/27 on 22 Oct and 18/27 on 29 Oct: 4 points higher in all (threshold 3).',
  T2: '14/27 on 8 Oct, 15/27 on 15 Oct, 17/27 on 22 Oct and 18/27 on 29 Oct: 1.4 points per week higher, standard error 0.14 (threshold 3 from end to end).',
  N1: '15/27 on 17 Dec; 17/27 on 19 Nov: 2 points lower (threshold 6, published; 12 % better; 5 measurements).',
  N2: '15/27 on 14 Jan 2027; 17/27 on 19 Nov: 2 points lower (threshold 6, published; 6 measurements in 8 weeks).',
  R1: '14/27 on 19 Nov; 3/27 on 8 Oct: 11 points higher; baseline 18/27 on 21 May (threshold 6, published).',
  M1: 'Missed: due 5 Nov and 12 Nov. 1 of 3 lately completed, as of 19 Nov. The last answer to a risk question was positive.',
  M2: 'Missed: due 5 Nov and 12 Nov. 1 of 3 lately completed, as of 19 Nov.',
  V1: 'Form of 19 Nov: one answer to 9 of 9 questions in a row. The score stands; check the answers with the client.',
  V2: 'Form of 19 Nov: 9 answers within 7 seconds. The score stands; check the answers with the client.',
  V3: 'Form of 19 Nov: one answer to 8 of 9 questions in a row. The score stands; check the answers with the client.',
  P1: '8/27 on 8 Oct and 17/27 on 8 Oct: 9 points apart (threshold 6, published).',
  P2: '“Yes”, 19 Nov. No answer in the 60 days before.',
  G1: '9/27 on 17 Dec; 17/27 on 19 Nov: 8 points lower (threshold 6, published).',
};

it.each(RuleCode.options)('%s: every number with its date, its unit and its threshold', (rule) => {
  expect(words(newest(rule))).toBe(SAID[rule]);
});

it('a published point is named in place of our own share', () => {
  const published = { ...newest('N1'), published: { week: 4, score: 17 } } as AlertEvidence;
  expect(words(published)).toContain('2 points lower; published for week 4: 17.');
});

it('a share below nothing is a worsening', () => {
  const evidence = { ...newest('N1'), percentBetter: -20 } as AlertEvidence;
  expect(words(evidence)).toContain('20 % worse');
});

it('a remission is one, with the score it lies below, where there is such a score', () => {
  const remission = { ...newest('G1'), which: 'remission', threshold: 5 } as AlertEvidence;
  expect(words(remission)).toMatch(/8 points lower; remission \(below 5\)\.$/);
  const without = { ...remission, threshold: null } as AlertEvidence;
  expect(words(without)).toMatch(/; remission\.$/);
});

it('a threshold that nobody has seen in its source says so, wherever it stands', () => {
  expect(words({ ...newest('C1'), threshold: 7 } as AlertEvidence, 'csi16')).toContain(
    '(threshold 7, computed, not verified)',
  );
  expect(words(newest('T1'), 'csi16')).toContain('(threshold 3, not verified)');
  expect(words(newest('C3'), 'core10')).toContain('not verified');
});
