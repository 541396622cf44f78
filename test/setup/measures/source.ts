import { sourceParts } from '#shared/words/source-links.ts';

/** A source in Markdown, with what can be looked up in it as links. */
export function linked(source: string): string {
  return sourceParts(source)
    .map(({ text, href }) => (href === null ? text : `[${text}](${inMarkdown(href)})`))
    .join('');
}

/** Brackets of an address would end the link. */
function inMarkdown(href: string): string {
  return href.replaceAll('(', '%28').replaceAll(')', '%29');
}
