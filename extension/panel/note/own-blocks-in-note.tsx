import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import { insertionIdOf, isInserted } from '../update/insertion.ts';
import type { OwnBlocksProps } from './own-blocks.tsx';
import { insertionIdOfBlock, type OwnText } from './own-text.ts';

const loadBlocks = () => import('./own-blocks.tsx');

/**
 * What is said of texts of ours in the note, above the text that could be inserted. Few notes hold one
 * when they are opened, so the cards are loaded when one does; of what the receipt is about it says
 * nothing again.
 */
export function OwnBlocksInNote({
  ownText,
  ...rest
}: Omit<OwnBlocksProps, 'blocks'> & { readonly ownText: OwnText }) {
  const { insertion } = rest;
  const receipted = isInserted(insertion) ? insertionIdOf(insertion) : null;
  const blocks =
    ownText.is === 'recognised'
      ? ownText.blocks.filter(
          (block) => receipted === null || insertionIdOfBlock(block) !== receipted,
        )
      : [];
  const part = usePart(blocks.length > 0, loadBlocks);
  if (blocks.length === 0) return null;
  return (
    <PartView part={part}>{({ OwnBlocks }) => <OwnBlocks blocks={blocks} {...rest} />}</PartView>
  );
}
