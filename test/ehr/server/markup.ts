/** A piece of HTML that is safe to put into a page as it is. */
export type Markup = { readonly html: string };

type Part = string | number | Markup | readonly Markup[];

/** A template tag: text parts are escaped, {@link Markup} parts are kept, lists are joined. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Markup {
  const text = pieces.map((piece, index) => {
    const part = parts[index];
    return part === undefined ? piece : piece + rendered(part);
  });
  return { html: text.join('') };
}

/** HTML from a source that is trusted: the editors' own output and constants. */
export function trusted(text: string): Markup {
  return { html: text };
}

/** No markup at all, for conditions. */
export const NOTHING: Markup = { html: '' };

function rendered(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  return part.map((item) => item.html).join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
