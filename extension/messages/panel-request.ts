import type { PanelToPage } from './page.ts';

// The content script runs in every page of an EHR, so it carries no schema library. This is the
// small twin of the `PanelToPage` schema; a property test holds the two together.

/** As `MAX_INSERT_LENGTH` of the contract, in UTF-16 units. */
const LONGEST_TEXT = 20_000;
/** As in the contract. */
const MOST_PARTS = 8;
const LONGEST_LABEL = 200;
const UUID =
  /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

type Check = (value: unknown) => boolean;
type Fields = Readonly<Record<string, unknown>>;

const isText: Check = (value) => typeof value === 'string';
const isTextOrNull: Check = (value) => value === null || isText(value);
const isId: Check = (value) => typeof value === 'string' && UUID.test(value);
const isDateOrNull: Check = (value) => value === null || isDate(value);

const isExpected = shape({
  ehr: isOneOf('simplepractice', 'therapynotes', 'sessionshealth'),
  navigation: (value) => Number.isSafeInteger(value),
  recordId: isTextOrNull,
  name: isTextOrNull,
  birthDate: isDateOrNull,
  appointmentId: isTextOrNull,
  appointmentDate: isDateOrNull,
  template: isTextOrNull,
});

const isPart = shape({
  fieldKey: isText,
  label: isText,
  text: isNoteText,
  replaces: (value) => value === null || isNoteText(value),
});

const isPlan = shape({
  insertionId: isId,
  expected: isExpected,
  parts: (value) =>
    Array.isArray(value) && value.length > 0 && value.length <= MOST_PARTS && value.every(isPart),
});

const REQUESTS: Readonly<Record<PanelToPage['type'], Check>> = {
  look: () => true,
  insert: shape({ plan: isPlan }),
  undo: shape({ insertionId: isId }),
  place: shape({
    mode: isOneOf('docked', 'floating', 'collapsed'),
    side: isOneOf('left', 'right'),
    x: isWholeUpTo(20_000),
    y: isWholeUpTo(20_000),
  }),
  pickField: shape({ requestId: isRequestId }),
  stopPicking: () => true,
  useField: shape({
    requestId: isRequestId,
    label: (value) => typeof value === 'string' && value.length <= LONGEST_LABEL,
    position: isWholeUpTo(200),
  }),
  check: () => true,
  releaseFocus: () => true,
};

/** A message of the panel if it is one the contract allows; null for anything else. */
export function panelRequest(message: unknown): PanelToPage | null {
  if (!isFields(message)) return null;
  const type = message['type'];
  if (typeof type !== 'string' || !Object.hasOwn(REQUESTS, type)) return null;
  const request = message as PanelToPage;
  return REQUESTS[request.type](message) ? request : null;
}

function isNoteText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= LONGEST_TEXT;
}

function isOneOf(...words: readonly string[]): Check {
  return (value) => typeof value === 'string' && words.includes(value);
}

function isRequestId(value: unknown): boolean {
  return isWholeUpTo(1_000_000)(value) && Number(value) >= 1;
}

function isWholeUpTo(most: number): Check {
  return (value) => Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= most;
}

function shape(checks: Readonly<Record<string, Check>>): Check {
  return (value) =>
    isFields(value) && Object.entries(checks).every(([name, check]) => check(value[name]));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDate(value: unknown): boolean {
  const [, year, month, day] = DATE.exec(typeof value === 'string' ? value : '') ?? [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2199) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
