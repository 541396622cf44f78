import type { UpdateRequest, UpdateShape } from '../contracts/update.ts';

/** What is asked for when nothing but the shape was chosen: the chart's text, in English, as of now. */
export function chartRequest(shape: UpdateShape): UpdateRequest {
  return {
    shape,
    audience: 'chart',
    length: 'standard',
    language: 'en',
    sessionOn: null,
    assessmentLine: false,
  };
}
