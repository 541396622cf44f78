import type { BriefCache } from './cache.ts';

/**
 * The cache while it is allowed to be used: switched off it keeps nothing and answers nothing.
 * Clearing and pruning work either way, for what was kept before it was switched off.
 */
export function switchedCache(cache: BriefCache, isOn: () => Promise<boolean>): BriefCache {
  return {
    ...cache,
    read: async (query) => ((await isOn()) ? cache.read(query) : null),
    writer() {
      const write = cache.writer();
      return async (answer) => {
        if (await isOn()) await write(answer);
      };
    },
  };
}
