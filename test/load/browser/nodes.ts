import type { Page, Protocol } from 'puppeteer';

/** How many nodes a page's document holds, with those in shadow roots, closed ones included. */
export async function countNodes(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  await session.detach();
  return count(root);
}

function count(node: Protocol.DOM.Node): number {
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? [])];
  const framed = node.contentDocument === undefined ? 0 : count(node.contentDocument);
  return below.reduce((sum, child) => sum + count(child), 1 + framed);
}
