/** Line ends of every kind. */
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Control characters but the line feed; a tab becomes a space before they are removed. */
// eslint-disable-next-line no-control-regex -- removing control characters is the point
const CONTROLS = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g;
/** Marks that reorder or hide text, or stand for a thing: bidi controls, zero-width space, byte order mark. */
const DISGUISES =
  /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFC\uFFFE\uFFFF]/g;
const LONE_SURROGATES = /\p{Cs}/gu;

/**
 * Text as it may enter a note: `\n` between lines, no control, bidirectional or invisible
 * characters, no blank lines around it. What is compared afterwards is this text.
 */
export function plainText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replaceAll('\t', ' ')
    .replaceAll('\u00A0', ' ')
    .replace(CONTROLS, '')
    .replace(DISGUISES, '')
    .replace(LONE_SURROGATES, '')
    .replace(/^\n+|\n+$/g, '');
}

/** What goes between the text that is there and the new text: as much as makes one blank line. */
export function separatorAfter(before: string): string {
  if (before.trim() === '') return '';
  if (before.endsWith('\n\n')) return '';
  return before.endsWith('\n') ? '\n' : '\n\n';
}

/** Text in which only the words count: one space between them, none around. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
