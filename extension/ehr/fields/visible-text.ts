/**
 * The visible text below an element, each run of text apart from the next, so that "Avery" and
 * "DOB" in neighbouring elements don't run together. Text inside `without` is left out.
 */
export function visibleText(root: Element, without: string): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (holder === null || node.textContent?.trim() === '') continue;
    if (holder.closest(without) !== null) continue;
    if (!holder.checkVisibility({ visibilityProperty: true })) continue;
    words.push(node.textContent ?? '');
  }
  return words.join(' ').replaceAll(/\s+/g, ' ').trim();
}
