/** Several lines with a blank one, quotes and what HTML would take for its own. */
export const NOTE_TEXT =
  'First line of the note.\nSecond "line" with & and <angle>.\n\nThird after a blank line.';
