import { describe, expect, it } from 'vitest';
import { violations } from '#shared/update/forbidden/forbidden.ts';

describe('an Update never says', () => {
  it.each([
    'No suicide risk.',
    'There was no risk.',
    'No safety concerns.',
    'The client is safe.',
    'Mood was stable.',
    'Denies all areas of risk.',
    'PHQ-9: no change.',
    'Scores were unchanged.',
    'No alerts.',
    'No open alerts since then.',
    'The client has moderate depression.',
    'Symptoms of anxiety were reported.',
    'Probable PTSD.',
    'Bipolar features.',
    'In a psychotic episode.',
    'History of psychosis.',
    'Schizophrenia was ruled out.',
    'Schizoaffective traits.',
    'Borderline personality.',
    'A personality disorder.',
    'Probable OCD.',
    'Obsessive-compulsive traits.',
    'ADHD was found.',
    'Panic disorder.',
    'An eating disorder.',
    'Bulimia.',
    'Addiction to work.',
    'Addicted.',
    'Alcoholism.',
    'The patient answered.',
    'Was suicidal.',
    'Lower because of treatment.',
    'This led to a lower score.',
    'Lower due to sertraline.',
    'Responding well to treatment.',
    'The clinician should call.',
    'Consider a safety plan.',
    'Last score undefined on 3 Nov.',
    'Score NaN.',
    '- PHQ-9 11',
    '# Update',
    '1. PHQ-9 11',
    '> quoted',
    'PHQ-9 *11*',
    'Line one\n* line two',
    'PHQ-9 -- 11',
  ])('%j', (text) => {
    expect(violations(text)).not.toEqual([]);
  });
});

describe('an Update may say', () => {
  it.each([
    '2 points lower, no reliable change (threshold 6, published).',
    'PHQ-9 item 9 was answered "not at all" on 19 Nov.',
    'Alert: new risk answer (PHQ-9), 19 Nov, open.',
    'Next check-in due 10 Nov (PHQ-9).',
    'PHQ-9 11/27, none-minimal range, on 19 Nov.',
    'Absence of answers is not a sign of improvement.',
    'not yet response or remission',
    '17 Nov',
    'AAQ-II 26/49, borderline range, on 19 Nov.',
    'AAQ-II compared with 5 Nov: 3 points higher; severe range, borderline before.',
  ])('%j', (text) => {
    expect(violations(text)).toEqual([]);
  });
});
