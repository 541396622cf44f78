import { useMemo } from 'preact/hooks';
import type { Brief } from '#shared/contracts/brief.ts';
import { Disclosure } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import type { ClientScreen } from '../state/screen.ts';
import { INSERT_BLOCK_WORDS, insertBlockOf } from '../update/insertability.ts';
import { isBusy } from '../update/inserter.ts';
import type { Insertion } from '../update/insertion.ts';
import { useLanguage } from '../update/language/use-language.ts';
import { newerResultCount } from './newer-results.ts';
import {
  copiedAlong,
  NO_REFRESH_WORDS,
  standsHere,
  UNKNOWN_TEXT_WORDS,
} from './own-block-words.ts';
import type { OwnBlock } from './own-text.ts';
import { type KnownBlock, refreshOf } from './refresh.ts';
import { RefreshView } from './refresh-view.tsx';

/** What the cards are drawn from. */
export interface OwnBlocksProps {
  readonly blocks: readonly OwnBlock[];
  readonly screen: ClientScreen;
  /** As of now. */
  readonly brief: Pick<Brief, 'timeZone' | 'asOfDate'>;
  readonly insertion: Insertion;
  readonly actions: Pick<PanelActions, 'insert'>;
}

/** The texts of ours that stand in the note: how old, of which session, and what can be done. */
export function OwnBlocks({ blocks, ...rest }: OwnBlocksProps) {
  return (
    <ul class="stack own-blocks">
      {blocks.map((block, place) => (
        // A field can hold the same text twice.
        <li key={`${place} ${block.mark.fieldKey} ${block.mark.line}`}>
          <article class="alert calm unknown">
            {block.is === 'unknown' ? (
              <UnknownText block={block} />
            ) : (
              <KnownText block={block} {...rest} />
            )}
          </article>
        </li>
      ))}
    </ul>
  );
}

function UnknownText({ block }: { readonly block: OwnBlock }) {
  return (
    <>
      <h3>“{block.mark.line}”</h3>
      <p>{UNKNOWN_TEXT_WORDS}</p>
    </>
  );
}

type KnownTextProps = Omit<OwnBlocksProps, 'blocks'> & { readonly block: KnownBlock };

function KnownText({ block, ...rest }: KnownTextProps) {
  const { text } = block;
  const { screen, brief } = rest;
  const from = { timeZone: brief.timeZone, today: brief.asOfDate };
  const newer = newerResultCount(screen.facts, text.briefAsOf);
  return (
    <>
      <h3>{block.is === 'here' ? standsHere(text, newer, from) : copiedAlong(text, from)}</h3>
      {block.is === 'here' ? null : <p>Refresh it, or remove it by hand.</p>}
      <RefreshOffer block={block} {...rest} />
    </>
  );
}

/** A text of another session can be of a language that is not there yet. */
function RefreshOffer(props: KnownTextProps) {
  const { block, screen } = props;
  const { request } = block.text;
  const language = useLanguage(request.language);
  const pageBlock = insertBlockOf(request.audience, screen);
  if (pageBlock !== null) return <p class="soft">{INSERT_BLOCK_WORDS[pageBlock]}</p>;
  if (language === 'loading') return <p class="soft">Opening Spanish…</p>;
  if (language === 'missing') return <p class="soft">Spanish could not be opened.</p>;
  return <RefreshChoice {...props} />;
}

function RefreshChoice({ block, screen, insertion, actions }: KnownTextProps) {
  const refresh = useMemo(() => refreshOf(screen, block), [screen, block]);
  if (refresh.is !== 'possible') return <p class="soft">{NO_REFRESH_WORDS[refresh.is]}</p>;
  return (
    <Disclosure summary="Read the refreshed text">
      <RefreshView
        request={refresh.request}
        isBusy={isBusy(insertion)}
        onRefresh={() => void actions.insert(refresh.request)}
      />
    </Disclosure>
  );
}
