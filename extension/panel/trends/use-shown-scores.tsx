import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Brief } from '#shared/contracts/brief.ts';
import { usePart } from '../on-demand/part.ts';
import { PartView } from '../on-demand/part-view.tsx';
import type { ClientScreen } from '../state/screen.ts';

const loadShown = () => import('./shown-by-ehr.tsx');

/** What a page's own scores add to the panel. */
export interface ShownOnPage {
  /** The brief with them as points: for the charts alone, and for no text. */
  readonly brief: Brief;
  /** What is said of them; null where the page shows none. */
  readonly section: ComponentChildren;
}

/** Puts the scores that the page shows beside the client's own, loaded where it shows any. */
export function useShownScores({ reading, facts }: ClientScreen, brief: Brief): ShownOnPage {
  const { scores, ehr } = reading;
  const { asOf } = facts;
  const part = usePart(scores.length > 0, loadShown);
  return useMemo(() => {
    if (scores.length === 0) return { brief, section: null };
    const loaded = part.is === 'loaded' ? part.content : null;
    const shown = loaded?.shownScores(scores, brief.measures, { ehr, readAt: asOf }) ?? null;
    const measures =
      loaded === null || shown === null
        ? brief.measures
        : loaded.withShown(brief.measures, shown.points);
    return {
      brief: { ...brief, measures },
      section: (
        <PartView part={part}>
          {({ ShownByEhr }) =>
            shown === null ? null : <ShownByEhr shown={shown} ehr={ehr} today={brief.asOfDate} />
          }
        </PartView>
      ),
    };
  }, [scores, ehr, asOf, brief, part]);
}
