import type { CustomForm } from '../contracts/custom-form.ts';

/** What a form says, without who it is. */
export type FormContent = Pick<CustomForm, 'title' | 'items'>;

/**
 * A diary card to start from: five questions for the end of a day. Invented here; it follows no
 * published card, and nothing is known of its scales but which side is better.
 */
export const DIARY_CARD: FormContent = {
  title: 'Diary card',
  items: [
    {
      kind: 'rating',
      id: 'mood',
      name: 'Mood',
      text: 'How was your mood today?',
      min: 0,
      max: 10,
      minLabel: 'very low',
      maxLabel: 'very good',
      direction: 'higherBetter',
    },
    {
      kind: 'rating',
      id: 'urges',
      name: 'Urges',
      text: 'How strong were your urges at their strongest today?',
      min: 0,
      max: 10,
      minLabel: 'none',
      maxLabel: 'the strongest',
      direction: 'higherWorse',
    },
    {
      kind: 'choice',
      id: 'sleep',
      name: 'Sleep',
      text: 'How many hours did you sleep last night?',
      options: [
        { value: 0, label: 'Less than 4' },
        { value: 1, label: '4 to 5' },
        { value: 2, label: '6 to 7' },
        { value: 3, label: '8 or more' },
      ],
      direction: 'higherBetter',
    },
    {
      kind: 'choice',
      id: 'skills',
      name: 'Skills used',
      text: 'How many of your skills did you use today?',
      options: [
        { value: 0, label: 'None' },
        { value: 1, label: 'One' },
        { value: 2, label: 'Two or three' },
        { value: 3, label: 'Four or more' },
      ],
      direction: 'higherBetter',
    },
    {
      kind: 'text',
      id: 'line',
      name: 'A line about today',
      text: 'Is there a line about today that you want to bring along?',
      maxLength: 280,
    },
  ],
};
