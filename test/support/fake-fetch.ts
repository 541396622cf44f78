/** A `fetch` that a test answers, given each request as the platform would send it. */
export function fakeFetch(
  answer: (request: Request) => Response | Promise<Response>,
): typeof globalThis.fetch {
  return async (url, init) => answer(new Request(url, init));
}
