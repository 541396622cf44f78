import { describe, expect, test } from 'vitest';
import { deniesRisk } from '#extension/ehr/notes/risk-words.ts';

describe('a note denies risk', () => {
  test.each([
    'Client denies SI/HI.',
    'Denies SI and HI at this time',
    'Pt denied any current suicidal ideation.',
    'Patient denies all areas of risk',
    'Denies any thoughts of suicide, self-harm or harming others',
    'Client denied current suicidal or homicidal ideation, plan or intent.',
    'Denies alcohol or drug use, AVH, SI, HI',
    'No suicidal ideation reported.',
    'No SI/HI',
    'Slept well. No current SI. Appetite normal.',
    'No evidence of suicidal thoughts',
    'Client did not endorse SI.',
    'Client doesn’t report any suicidal thoughts',
    'Negative for suicidal ideation',
    'SI: denied',
    'SI/HI - none',
    'Suicidal ideation was denied',
    'Presented without suicidal ideation',
    'DENIES   SUICIDAL\nIDEATION'.replace('\n', ' '),
    'La clienta niega ideación suicida.',
    'Niega pensamientos de suicidio y autolesión',
    'Niega todas las áreas de riesgo',
    'No reporta ideación suicida',
    'Sin ideación suicida actual',
    'No presenta riesgo',
  ])('%s', (text) => {
    expect(deniesRisk(text)).toBe(true);
  });
});

describe('a note does not deny risk', () => {
  test.each([
    '',
    'Client does not deny SI.',
    'Client did not deny suicidal ideation',
    "Couldn't deny SI",
    'Can not really deny SI',
    'Client no longer denies SI',
    'Previously denied SI; reports it today',
    'Denies alcohol use, reports SI',
    'Denies alcohol use but endorses SI',
    'Denies alcohol use. SI present.',
    'Denies headaches\nSI daily',
    'Client reports SI without plan',
    'No suicidal plan',
    'No SI plan or intent',
    'No risk assessment was completed',
    'No suicide screening done today',
    'No change in suicidal ideation',
    'No decrease in SI',
    'No longer in remission; SI daily',
    'Non-suicidal self-injury continues',
    'Refused to deny SI',
    'Denies her brother’s help',
    'Discussed risk factors',
    'Casino visits denied',
    'No siblings',
    'No hiking this week',
    'La clienta no niega ideación suicida',
    'Niega consumo de alcohol pero refiere ideación suicida',
    'Refiere ideación suicida sin plan',
    'Item 9: several days',
  ])('%s', (text) => {
    expect(deniesRisk(text)).toBe(false);
  });
});
