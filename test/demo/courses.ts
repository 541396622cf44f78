import { type DiaryEvening, EVENINGS } from './diary.ts';
import type { CourseGoals } from './goals.ts';

/**
 * The invented courses of the demo practice: 14 clients over eight months, each showing one thing
 * that the product is for. Days count back from the day of seeding, so the demo never ages.
 */

/** One finished check-in. */
export interface CoursePoint {
  /** Days before the day of seeding. */
  readonly daysAgo: number;
  /** Points of the answered items, reverse items turned; a blank item makes the score higher. */
  readonly total: number;
  /** Answers that the story needs; the others are spread to reach the total. */
  readonly fixed?: Readonly<Record<number, number>>;
  /** Items left unanswered. They are taken from the spread answers. */
  readonly blank?: readonly number[];
}

/** One instrument of one client, oldest first. */
export interface CourseLine {
  readonly instrumentId: string;
  readonly points: readonly CoursePoint[];
  /** Check-ins that were sent and never finished; `answered` says how many items were. */
  readonly unfinished?: readonly { readonly daysAgo: number; readonly answered: number }[];
}

/** One client's story. */
export interface Course {
  /** `Person.key`. */
  readonly key: string;
  /** What this course is there to show. */
  readonly shows: string;
  readonly inCareForDays: number;
  readonly lines: readonly CourseLine[];
  /** Evenings on the practice's own diary card; none where absent. */
  readonly diary?: readonly DiaryEvening[];
  /** A goal and what is to be talked about; none where absent. */
  readonly goals?: CourseGoals;
}

/** Evenly spaced points: the newest `lastDaysAgo` days ago, the others `everyDays` apart. */
function weekly(
  totals: readonly number[],
  { everyDays = 14, lastDaysAgo = 2 }: { everyDays?: number; lastDaysAgo?: number } = {},
): CoursePoint[] {
  return totals.map((total, index) => ({
    daysAgo: lastDaysAgo + (totals.length - 1 - index) * everyDays,
    total,
  }));
}

/** The PHQ-9's item on thoughts of death or self-harm, answered with these points in turn. */
function withItem9(points: readonly CoursePoint[], answers: readonly number[]): CoursePoint[] {
  return points.map((point, index) => ({ ...point, fixed: { 9: answers[index] ?? 0 } }));
}

const noRisk = (points: readonly CoursePoint[]) => withItem9(points, []);

export const COURSES: readonly Course[] = [
  {
    key: 'jordan-avery',
    shows: 'reliable improvement; a newly endorsed item 9 arrives with the check-in of today',
    inCareForDays: 226,
    lines: [
      {
        instrumentId: 'phq9',
        points: noRisk(
          weekly([18, 19, 18, 17, 18, 16, 15, 16, 14, 13, 14, 12, 12, 11], { lastDaysAgo: 14 }),
        ),
      },
      { instrumentId: 'gad7', points: weekly([8, 9, 8, 10, 9, 8, 9, 8], { everyDays: 28 }) },
      {
        instrumentId: 'pcl5',
        points: [{ daysAgo: 150, total: 34, fixed: { 16: 1 } }],
        unfinished: [{ daysAgo: 9, answered: 7 }],
      },
    ],
  },
  {
    key: 'riley-chen',
    shows: 'two measurements: too early for a trend, yet reliably more anxious',
    inCareForDays: 22,
    lines: [
      { instrumentId: 'phq9', points: noRisk(weekly([14, 15], { everyDays: 14 })) },
      { instrumentId: 'gad7', points: weekly([10, 15], { everyDays: 14 }) },
    ],
  },
  {
    key: 'alex-morgan-1988',
    shows: 'steady improvement to remission; shares a name with another client',
    inCareForDays: 210,
    lines: [
      {
        instrumentId: 'phq9',
        points: noRisk(weekly([21, 20, 18, 17, 17, 15, 13, 12, 10, 9, 8, 6, 5, 4])),
      },
      { instrumentId: 'gad7', points: weekly([15, 14, 12, 11, 9, 7, 6], { everyDays: 28 }) },
    ],
  },
  {
    key: 'alex-morgan-1996',
    shows: 'brand-new, one score; shares a name with another client',
    inCareForDays: 6,
    lines: [{ instrumentId: 'phq9', points: [{ daysAgo: 3, total: 12, fixed: { 9: 0 } }] }],
  },
  {
    key: 'sam-rivera',
    shows: 'half of a couple: slowly better',
    inCareForDays: 120,
    lines: [
      { instrumentId: 'phq9', points: noRisk(weekly([13, 12, 13, 11, 10, 9, 9, 8])) },
      { instrumentId: 'gad7', points: weekly([11, 10, 9, 8], { everyDays: 28 }) },
    ],
  },
  {
    key: 'dana-rivera',
    shows: 'the other half: worse while the partner is better',
    inCareForDays: 120,
    lines: [
      { instrumentId: 'phq9', points: noRisk(weekly([6, 7, 7, 9, 10, 11, 12, 14])) },
      { instrumentId: 'gad7', points: weekly([5, 6, 8, 9], { everyDays: 28 }) },
    ],
  },
  {
    key: 'kit-bauer',
    shows: 'deterioration: into the clinical range, three rises in a row, item 9 rising',
    inCareForDays: 180,
    lines: [
      {
        instrumentId: 'phq9',
        points: withItem9(
          weekly([9, 8, 9, 8, 10, 9, 11, 13, 16, 19]),
          [0, 0, 0, 0, 0, 0, 0, 0, 1, 2],
        ),
      },
      { instrumentId: 'gad7', points: weekly([7, 8, 9, 12, 14], { everyDays: 28 }) },
    ],
  },
  {
    key: 'noor-haddad',
    shows: 'in care, no score yet',
    inCareForDays: 4,
    lines: [],
  },
  {
    key: 'zoe-simkova',
    shows: 'a late responder: unchanged for ten weeks, then reliably better',
    inCareForDays: 200,
    lines: [
      {
        instrumentId: 'phq9',
        points: noRisk(weekly([17, 18, 17, 16, 17, 17, 14, 11, 9, 8, 7, 7])),
      },
      { instrumentId: 'gad7', points: weekly([14, 14, 13, 9, 7], { everyDays: 42 }) },
    ],
  },
  {
    key: 'maeve-odonnell',
    shows:
      'the CES-D with its reverse items; no recommended reliable-change value; a diary card of the practice’s own',
    inCareForDays: 160,
    lines: [{ instrumentId: 'cesd', points: weekly([28, 26, 27, 24, 22, 19, 17, 15]) }],
    diary: EVENINGS,
  },
  {
    key: 'daniel-okafor',
    shows: 'a relapse after remission',
    inCareForDays: 240,
    lines: [
      {
        instrumentId: 'phq9',
        points: noRisk(weekly([20, 17, 14, 10, 7, 5, 4, 3, 3, 4, 4, 6, 11, 15])),
      },
      { instrumentId: 'gad7', points: weekly([16, 11, 6, 4, 4, 10], { everyDays: 35 }) },
    ],
  },
  {
    key: 'tomas-nunez-vega',
    shows: 'missed check-ins after a clinical score with a positive item 9',
    inCareForDays: 190,
    lines: [
      {
        instrumentId: 'phq9',
        points: withItem9(
          weekly([15, 16, 14, 15, 17, 16], { lastDaysAgo: 70 }),
          [0, 0, 0, 0, 0, 1],
        ),
        unfinished: [
          { daysAgo: 56, answered: 0 },
          { daysAgo: 42, answered: 0 },
          { daysAgo: 28, answered: 0 },
          { daysAgo: 14, answered: 4 },
        ],
      },
    ],
  },
  {
    key: 'priya-raman',
    shows: 'post-traumatic stress going down; a PHQ-9 with item 9 left blank; a goal rated by both',
    inCareForDays: 175,
    goals: {
      words: 'drive over the bridge to my sister’s on my own',
      agreedDaysAgo: 160,
      ratings: [
        { daysAgo: 160, by: 'client', value: 1 },
        { daysAgo: 160, by: 'clinician', value: 2 },
        { daysAgo: 101, by: 'client', value: 3 },
        { daysAgo: 45, by: 'client', value: 4 },
        { daysAgo: 44, by: 'clinician', value: 6 },
        { daysAgo: 3, by: 'client', value: 6 },
      ],
      topic: 'the drive on Saturday, and why I turned back',
    },
    lines: [
      { instrumentId: 'pcl5', points: weekly([52, 50, 47, 41, 36, 30], { everyDays: 28 }) },
      {
        instrumentId: 'phq9',
        points: [
          { daysAgo: 45, total: 13, fixed: { 9: 0 } },
          { daysAgo: 31, total: 12, fixed: { 9: 0 } },
          { daysAgo: 17, total: 11, fixed: { 9: 0 } },
          { daysAgo: 3, total: 10, blank: [9] },
        ],
      },
    ],
  },
  {
    key: 'walter-lindqvist',
    shows: 'remission that holds; nothing open',
    inCareForDays: 230,
    lines: [
      {
        instrumentId: 'phq9',
        points: noRisk(weekly([12, 9, 7, 5, 3, 2, 3, 2], { everyDays: 28 })),
      },
      { instrumentId: 'gad7', points: weekly([9, 6, 4, 3], { everyDays: 56 }) },
    ],
  },
];
