import type { Node as DocumentNode } from 'prosemirror-model';
import { el } from './dom.ts';

/** An editor's document in the stored form: Markdown-like, a blank line between paragraphs. */
export function markdownOf(doc: DocumentNode): string {
  const blocks: string[] = [];
  doc.forEach((block) => {
    blocks.push(blockText(block));
  });
  return blocks.filter((block) => block !== '').join('\n\n');
}

function blockText(block: DocumentNode): string {
  if (block.type.name === 'heading') {
    return `${'#'.repeat(Number(block.attrs['level']))} ${block.textContent}`;
  }
  if (block.type.name === 'bullet_list' || block.type.name === 'ordered_list') {
    const items: string[] = [];
    block.forEach((item, _offset, index) => {
      const mark = block.type.name === 'bullet_list' ? '-' : `${index + 1}.`;
      items.push(`${mark} ${item.textContent}`);
    });
    return items.join('\n');
  }
  return block.textBetween(0, block.content.size, '\n', '\n');
}

const HEADING = /^(#{1,6}) (.*)$/;
const BULLET = /^[-*] (.*)$/;
const NUMBERED = /^\d+\. (.*)$/;
const STRONG = /\*\*(.+?)\*\*/;

/**
 * Stored text as a reader sees it: the EHR renders Markdown, so a `#`, `-`, `1.` or `**` in plain
 * text comes out as formatting. Only as much Markdown as it takes to expose that.
 */
export function renderedMarkdown(text: string): HTMLElement {
  const body = el('div', { class: 'note-body markdown' });
  for (const block of text.split(/\n{2,}/)) body.append(renderedBlock(block));
  return body;
}

function renderedBlock(block: string): HTMLElement {
  const [, hashes, title] = HEADING.exec(block) ?? [];
  if (hashes !== undefined) return el(`h${hashes.length}`, {}, title ?? '');
  const lines = block.split('\n');
  const list = (tag: string, pattern: RegExp) =>
    el(tag, {}, ...lines.map((line) => el('li', {}, pattern.exec(line)?.[1] ?? line)));
  if (lines.every((line) => BULLET.test(line))) return list('ul', BULLET);
  if (lines.every((line) => NUMBERED.test(line))) return list('ol', NUMBERED);
  return el('p', {}, ...inline(block));
}

function inline(text: string): (Node | string)[] {
  const match = STRONG.exec(text);
  if (match === null) return [text];
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return [before, el('strong', {}, match[1] ?? ''), ...inline(after)];
}
