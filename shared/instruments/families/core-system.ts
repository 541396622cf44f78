import type { AnswerOption } from '../../contracts/items.ts';
import type { Licence } from '../../contracts/licence.ts';

/** The five answers of CORE-10 and YP-CORE. */
export const CORE_OPTIONS: AnswerOption[] = [
  { value: 0, label: 'Not at all' },
  { value: 1, label: 'Only occasionally' },
  { value: 2, label: 'Sometimes' },
  { value: 3, label: 'Often' },
  { value: 4, label: 'Most or all of the time' },
];

/** The terms of the CORE System Trust for all its instruments; each has its own attribution. */
export const CORE_LICENCE: Omit<Licence, 'attribution' | 'evidence'> = {
  tier: 'condition',
  permission:
    'CORE System Trust: CC BY-NC-ND 4.0 for all CORE instruments (its licence page named CC BY-ND 4.0 from 2015 to at least August 2016). Software may carry them without fee or further licence if the text is unchanged, the copyright line is visible to the user and the use is non-commercial; the Trust adds (May 2025) that neither the service nor the software vendor may make a profit simply from reselling the instrument in the software. Ask the Trust in writing whether a paid product meets that.',
  attributionProvenance: 'seen',
  provenance: 'seen',
  use: 'practiceConfirms',
  sources: [
    'CORE System Trust, copyright and licensing (coresystemtrust.org.uk/home/copyright-licensing): CC BY-NC-ND 4.0',
    'CORE System Trust on sub-licences, 21 May 2025 (coresystemtrust.org.uk/?p=42620): conditions, copyright line',
    'Superseded: the same licence page in August 2016, coreims.co.uk/CORE_Copyright.html and the CamCOPS documentation (CORE-10 page): CC BY-ND 4.0',
  ],
};
