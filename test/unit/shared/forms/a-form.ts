import { CustomForm, type FormId } from '#shared/contracts/custom-form.ts';

/** An invented diary card: a rating, a choice and a few words. */
export const DIARY = CustomForm.parse({
  formId: '00000000-0000-7000-8000-0000000000f1' as FormId,
  version: 1,
  title: 'Evening diary',
  items: [
    {
      kind: 'rating',
      id: 'urge',
      name: 'Urge',
      text: 'How strong was the urge today?',
      min: 0,
      max: 5,
      minLabel: 'none',
      maxLabel: 'very strong',
      direction: 'higherWorse',
    },
    {
      kind: 'choice',
      id: 'walk',
      name: 'Walk',
      text: 'Did you go for a walk?',
      options: [
        { value: 0, label: 'No' },
        { value: 2, label: 'A short one' },
        { value: 4, label: 'A long one' },
      ],
      direction: 'higherBetter',
    },
    { kind: 'text', id: 'note', name: 'Note', text: 'Anything to remember?', maxLength: 20 },
  ],
});
