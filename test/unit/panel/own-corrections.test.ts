import { describe, expect, it } from 'vitest';
import { corrigible } from '#extension/panel/record/corrigible.ts';
import { answerInWords } from '#extension/panel/record/questions.ts';
import { BriefFacts } from '#shared/contracts/brief.ts';
import { DIARY_CARD } from '#shared/forms/diary-card.ts';
import { inventedId } from '#test/support/brief-facts.ts';
import { JORDAN, scene } from './record-scene.ts';

const FORM = { ...DIARY_CARD, formId: inventedId(700), version: 1 };
const SENT = {
  responseId: inventedId(701),
  formId: FORM.formId,
  formVersion: 1,
  answeredOn: '2026-11-19',
  submittedAt: '2026-11-19T20:00:00.000Z',
  answers: [7, 2, 3, null, 'Walked home'],
};
const CORRECTED = {
  ...SENT,
  responseId: inventedId(702),
  submittedAt: '2026-11-20T20:00:00.000Z',
  answers: [3, 2, 3, null, 'Walked home'],
  supersedes: SENT.responseId,
  correction: { by: 'Dana Whitfield', reason: 'Tapped beside it.' },
};

function withOwn(...responses: readonly object[]): BriefFacts {
  const own = { forms: [FORM], responses, handMeasures: [], handTotals: [] };
  return BriefFacts.parse({ ...JORDAN, own });
}

function ownIn(facts: BriefFacts) {
  return corrigible(facts).find(({ response }) => 'formId' in response);
}

describe('a response to one of the practice’s own forms', () => {
  it('is offered with its questions as they were asked, and without a score', () => {
    const offered = ownIn(withOwn(SENT));
    expect(offered).toMatchObject({ name: 'Diary card, 19 Nov 2026', result: null });
    const said = offered?.questions.map((question) => answerInWords(question, SENT.answers));
    expect(said?.slice(0, 1)).toEqual(['7']);
    expect(said?.slice(3)).toEqual(['Not answered', '“Walked home”']);
    expect(offered?.questions[0]?.takes).toMatchObject({
      choices: expect.arrayContaining([{ value: 0, label: '0: very low' }]),
    });
  });

  it('is offered as it was corrected last', () => {
    expect(ownIn(withOwn(SENT, CORRECTED))?.response.responseId).toBe(CORRECTED.responseId);
  });

  it('is not offered where the version that was answered is not held', () => {
    expect(ownIn(withOwn({ ...SENT, formVersion: 2 }))).toBeUndefined();
  });

  it('is put right by a call of its own; words of white space are no answer', async () => {
    const panel = scene(withOwn(SENT));
    const { answers } = SENT;
    panel.actions.fill('correction', { of: SENT.responseId as never, answers });
    panel.actions.fill('correction', { answers: answers.with(4, '  '), reason: 'Not theirs.' });
    const { id } = panel.form('correction');
    await panel.save('correction');
    expect(panel.asked[0]).toMatchObject({
      call: 'responses.correctOwn',
      input: { responseId: id, supersedes: SENT.responseId, answers: [7, 2, 3, null, null] },
    });
  });
});
