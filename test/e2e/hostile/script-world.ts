import type { CDPSession, Page } from 'puppeteer';

/** The world of the content script in a page: what a page that took over its renderer can do there. */
export interface ScriptWorld {
  /** Sends a message to the worker as the content script; what came back as JSON, `null` for nothing. */
  send(message: unknown): Promise<string>;
}

/** Finds it. Call it on a page whose content script runs. */
export async function scriptWorld(page: Page, extensionId: string): Promise<ScriptWorld> {
  const session = await page.createCDPSession();
  const contextId = await worldOf(session, `chrome-extension://${extensionId}`);
  return {
    async send(message) {
      const asked = `chrome.runtime.sendMessage(${JSON.stringify(message)})`;
      const { result } = await session.send('Runtime.evaluate', {
        expression: `${asked}.then((reply) => JSON.stringify(reply ?? null), () => 'null')`,
        contextId,
        awaitPromise: true,
      });
      return String(result.value);
    },
  };
}

function worldOf(session: CDPSession, origin: string): Promise<number> {
  return new Promise((resolve) => {
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin === origin) resolve(context.id);
    });
    void session.send('Runtime.enable');
  });
}
