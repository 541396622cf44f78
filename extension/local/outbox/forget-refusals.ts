import type { KeptState } from './kept-state.ts';
import { type Disk, unlessBroken } from './sealed/disk.ts';
import { withoutRefused } from './transitions.ts';

/**
 * Takes out refusals that were read, on the disk and in memory. Of those that the disk could not
 * keep, the copy goes as well where it can: the server's word was final.
 */
export async function forgetRefusals(
  { disk, kept }: { readonly disk: Disk; readonly kept: KeptState },
  entryIds: readonly string[],
): Promise<void> {
  const { refused = [] } = await kept.read();
  for (const { entryId } of refused.filter((one) => entryIds.includes(one.entryId))) {
    await unlessBroken(disk.drop(entryId), undefined);
  }
  await kept.change((state) => withoutRefused(state, entryIds));
  await unlessBroken(disk.forget(entryIds), undefined);
}
