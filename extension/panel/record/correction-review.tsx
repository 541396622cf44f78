import { useEffect, useRef } from 'preact/hooks';
import { itemsInWords } from '#shared/words/measures.ts';
import { Button } from '../../ui/controls.tsx';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { RecordActions } from './actions.ts';
import { BeforeAndAfter } from './before-and-after.tsx';
import { asKept } from './checks.ts';
import { type AnsweredForm, isOwn } from './corrigible.ts';
import type { Form, FormValues } from './forms.ts';
import { Wrong } from './wrong.tsx';

/** Before and after, read once more before it is recorded. */
export function CorrectionReview({
  form,
  picked,
  actions,
}: {
  readonly form: Form<FormValues['correction']>;
  readonly picked: AnsweredForm;
  readonly actions: Pick<RecordActions, 'save' | 'fill'>;
}) {
  const { values, saving, problem } = form;
  const title = `${picked.name}: before and after`;
  const answers = asKept(values.answers);
  return (
    <div
      class="record-form stack"
      role="group"
      aria-label={title}
      ref={useFocusWhenShown()}
      tabIndex={-1}
    >
      <h3>{title}</h3>
      <BeforeAndAfter
        questions={picked.questions}
        before={picked.response.answers}
        after={answers}
      />
      <Blanks answers={answers} />
      <p>
        Because: <q>{values.reason.trim()}</q>
      </p>
      <p class="soft">
        {isOwn(picked.response) ? OF_OWN : OF_MEASURE} What was recorded first stays on record.
      </p>
      <Wrong words={problem?.words ?? null} />
      <div class="row">
        <TrustedButton
          weight="main"
          disabled={saving}
          onPress={() => void actions.save('correction')}
        >
          {saving ? 'Saving…' : 'Save the correction'}
        </TrustedButton>
        <Button
          weight="quiet"
          disabled={saving}
          onClick={() => actions.fill('correction', { reviewing: false })}
        >
          Change something
        </Button>
      </div>
    </div>
  );
}

const OF_MEASURE =
  'The score is worked out anew and the rules look at it as at a new response. No safety alert is closed by it.';
const OF_OWN = 'The lines of its ratings are drawn anew. Nothing is scored, and no rule reads it.';

function Blanks({ answers }: Pick<FormValues['correction'], 'answers'>) {
  const blank = answers.flatMap((answer, place) => (answer === null ? [place + 1] : []));
  if (blank.length === 0) return null;
  const words = itemsInWords(blank);
  return (
    <p class="soft sentence">
      {words} {blank.length === 1 ? 'is' : 'are'} left without an answer.
    </p>
  );
}

/** The keyboard goes on where the form was, which gave way to this. */
function useFocusWhenShown() {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.hasFocus()) ref.current?.focus();
  }, []);
  return ref;
}
