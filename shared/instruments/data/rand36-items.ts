import type { AnswerOption, Item } from '../../contracts/items.ts';

const ACTIVITIES =
  'The following items are about activities you might do during a typical day. Does your health now limit you in these activities? If so, how much?';
const PHYSICAL_PROBLEMS =
  'During the past 4 weeks, have you had any of the following problems with your work or other regular daily activities as a result of your physical health?';
const EMOTIONAL_PROBLEMS =
  'During the past 4 weeks, have you had any of the following problems with your work or other regular daily activities as a result of any emotional problems (such as feeling depressed or anxious)?';
const FEELINGS =
  'These questions are about how you feel and how things have been with you during the past 4 weeks. For each question, please give the one answer that comes closest to the way you have been feeling. How much of the time during the past 4 weeks...';
const STATEMENTS = 'How TRUE or FALSE is each of the following statements for you?';

const HEALTH: AnswerOption[] = [
  { value: 1, label: 'Excellent', points: 100 },
  { value: 2, label: 'Very good', points: 75 },
  { value: 3, label: 'Good', points: 50 },
  { value: 4, label: 'Fair', points: 25 },
  { value: 5, label: 'Poor', points: 0 },
];

const CHANGE: AnswerOption[] = [
  { value: 1, label: 'Much better now than one year ago', points: 100 },
  { value: 2, label: 'Somewhat better now than one year ago', points: 75 },
  { value: 3, label: 'About the same', points: 50 },
  { value: 4, label: 'Somewhat worse now than one year ago', points: 25 },
  { value: 5, label: 'Much worse now than one year ago', points: 0 },
];

const LIMITED: AnswerOption[] = [
  { value: 1, label: 'Yes, limited a lot', points: 0 },
  { value: 2, label: 'Yes, limited a little', points: 50 },
  { value: 3, label: 'No, not limited at all', points: 100 },
];

const YES_NO: AnswerOption[] = [
  { value: 1, label: 'Yes', points: 0 },
  { value: 2, label: 'No', points: 100 },
];

const SOCIAL_EXTENT: AnswerOption[] = [
  { value: 1, label: 'Not at all', points: 100 },
  { value: 2, label: 'Slightly', points: 75 },
  { value: 3, label: 'Moderately', points: 50 },
  { value: 4, label: 'Quite a bit', points: 25 },
  { value: 5, label: 'Extremely', points: 0 },
];

const PAIN: AnswerOption[] = [
  { value: 1, label: 'None', points: 100 },
  { value: 2, label: 'Very mild', points: 80 },
  { value: 3, label: 'Mild', points: 60 },
  { value: 4, label: 'Moderate', points: 40 },
  { value: 5, label: 'Severe', points: 20 },
  { value: 6, label: 'Very severe', points: 0 },
];

const PAIN_EXTENT: AnswerOption[] = [
  { value: 1, label: 'Not at all', points: 100 },
  { value: 2, label: 'A little bit', points: 75 },
  { value: 3, label: 'Moderately', points: 50 },
  { value: 4, label: 'Quite a bit', points: 25 },
  { value: 5, label: 'Extremely', points: 0 },
];

const GOOD_TIME: AnswerOption[] = [
  { value: 1, label: 'All of the time', points: 100 },
  { value: 2, label: 'Most of the time', points: 80 },
  { value: 3, label: 'A good bit of the time', points: 60 },
  { value: 4, label: 'Some of the time', points: 40 },
  { value: 5, label: 'A little of the time', points: 20 },
  { value: 6, label: 'None of the time', points: 0 },
];

const BAD_TIME: AnswerOption[] = [
  { value: 1, label: 'All of the time', points: 0 },
  { value: 2, label: 'Most of the time', points: 20 },
  { value: 3, label: 'A good bit of the time', points: 40 },
  { value: 4, label: 'Some of the time', points: 60 },
  { value: 5, label: 'A little of the time', points: 80 },
  { value: 6, label: 'None of the time', points: 100 },
];

const SOCIAL_TIME: AnswerOption[] = [
  { value: 1, label: 'All of the time', points: 0 },
  { value: 2, label: 'Most of the time', points: 25 },
  { value: 3, label: 'Some of the time', points: 50 },
  { value: 4, label: 'A little of the time', points: 75 },
  { value: 5, label: 'None of the time', points: 100 },
];

const BAD_TRUTH: AnswerOption[] = [
  { value: 1, label: 'Definitely true', points: 0 },
  { value: 2, label: 'Mostly true', points: 25 },
  { value: 3, label: 'Don’t know', points: 50 },
  { value: 4, label: 'Mostly false', points: 75 },
  { value: 5, label: 'Definitely false', points: 100 },
];

const GOOD_TRUTH: AnswerOption[] = [
  { value: 1, label: 'Definitely true', points: 100 },
  { value: 2, label: 'Mostly true', points: 75 },
  { value: 3, label: 'Don’t know', points: 50 },
  { value: 4, label: 'Mostly false', points: 25 },
  { value: 5, label: 'Definitely false', points: 0 },
];

/**
 * The 36 questions with their answers. The values are the printed numbers, the points RAND's recoding
 * to 0 (worst) to 100 (best). Item 2 is in no scale.
 */
export const RAND36_ITEMS: Item[] = [
  { number: 1, text: 'In general, would you say your health is:', options: HEALTH },
  {
    number: 2,
    text: 'Compared to one year ago, how would you rate your health in general now?',
    options: CHANGE,
    scored: false,
  },
  {
    number: 3,
    text: 'Vigorous activities, such as running, lifting heavy objects, participating in strenuous sports',
    stem: ACTIVITIES,
    options: LIMITED,
  },
  {
    number: 4,
    text: 'Moderate activities, such as moving a table, pushing a vacuum cleaner, bowling, or playing golf',
    stem: ACTIVITIES,
    options: LIMITED,
  },
  { number: 5, text: 'Lifting or carrying groceries', stem: ACTIVITIES, options: LIMITED },
  { number: 6, text: 'Climbing several flights of stairs', stem: ACTIVITIES, options: LIMITED },
  { number: 7, text: 'Climbing one flight of stairs', stem: ACTIVITIES, options: LIMITED },
  { number: 8, text: 'Bending, kneeling, or stooping', stem: ACTIVITIES, options: LIMITED },
  { number: 9, text: 'Walking more than a mile', stem: ACTIVITIES, options: LIMITED },
  { number: 10, text: 'Walking several blocks', stem: ACTIVITIES, options: LIMITED },
  { number: 11, text: 'Walking one block', stem: ACTIVITIES, options: LIMITED },
  { number: 12, text: 'Bathing or dressing yourself', stem: ACTIVITIES, options: LIMITED },
  {
    number: 13,
    text: 'Cut down the amount of time you spent on work or other activities',
    stem: PHYSICAL_PROBLEMS,
    options: YES_NO,
  },
  {
    number: 14,
    text: 'Accomplished less than you would like',
    stem: PHYSICAL_PROBLEMS,
    options: YES_NO,
  },
  {
    number: 15,
    text: 'Were limited in the kind of work or other activities',
    stem: PHYSICAL_PROBLEMS,
    options: YES_NO,
  },
  {
    number: 16,
    text: 'Had difficulty performing the work or other activities (for example, it took extra effort)',
    stem: PHYSICAL_PROBLEMS,
    options: YES_NO,
  },
  {
    number: 17,
    text: 'Cut down the amount of time you spent on work or other activities',
    stem: EMOTIONAL_PROBLEMS,
    options: YES_NO,
  },
  {
    number: 18,
    text: 'Accomplished less than you would like',
    stem: EMOTIONAL_PROBLEMS,
    options: YES_NO,
  },
  {
    number: 19,
    text: 'Didn’t do work or other activities as carefully as usual',
    stem: EMOTIONAL_PROBLEMS,
    options: YES_NO,
  },
  {
    number: 20,
    text: 'During the past 4 weeks, to what extent has your physical health or emotional problems interfered with your normal social activities with family, friends, neighbors, or groups?',
    options: SOCIAL_EXTENT,
  },
  { number: 21, text: 'How much bodily pain have you had during the past 4 weeks?', options: PAIN },
  {
    number: 22,
    text: 'During the past 4 weeks, how much did pain interfere with your normal work (including both work outside the home and housework)?',
    options: PAIN_EXTENT,
  },
  { number: 23, text: 'Did you feel full of pep?', stem: FEELINGS, options: GOOD_TIME },
  { number: 24, text: 'Have you been a very nervous person?', stem: FEELINGS, options: BAD_TIME },
  {
    number: 25,
    text: 'Have you felt so down in the dumps that nothing could cheer you up?',
    stem: FEELINGS,
    options: BAD_TIME,
  },
  { number: 26, text: 'Have you felt calm and peaceful?', stem: FEELINGS, options: GOOD_TIME },
  { number: 27, text: 'Did you have a lot of energy?', stem: FEELINGS, options: GOOD_TIME },
  { number: 28, text: 'Have you felt downhearted and blue?', stem: FEELINGS, options: BAD_TIME },
  { number: 29, text: 'Did you feel worn out?', stem: FEELINGS, options: BAD_TIME },
  { number: 30, text: 'Have you been a happy person?', stem: FEELINGS, options: GOOD_TIME },
  { number: 31, text: 'Did you feel tired?', stem: FEELINGS, options: BAD_TIME },
  {
    number: 32,
    text: 'During the past 4 weeks, how much of the time has your physical health or emotional problems interfered with your social activities (like visiting with friends, relatives, etc.)?',
    options: SOCIAL_TIME,
  },
  {
    number: 33,
    text: 'I seem to get sick a little easier than other people',
    stem: STATEMENTS,
    options: BAD_TRUTH,
  },
  { number: 34, text: 'I am as healthy as anybody I know', stem: STATEMENTS, options: GOOD_TRUTH },
  { number: 35, text: 'I expect my health to get worse', stem: STATEMENTS, options: BAD_TRUTH },
  { number: 36, text: 'My health is excellent', stem: STATEMENTS, options: GOOD_TRUTH },
];
