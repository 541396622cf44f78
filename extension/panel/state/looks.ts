import type { BriefFacts } from '#shared/contracts/brief.ts';
import type { Screen } from './screen.ts';

/** What a look tells: whom it was at, and what of them was on screen. */
export type Look = Pick<BriefFacts, 'asOf' | 'client' | 'responseCounts'>;

/** Remembers which looks were told to the server. */
export interface Looks {
  /**
   * What to tell now: the brief that is on a screen somebody can see, once per content. Null when
   * there is nothing new to tell.
   */
  readonly due: (screen: Screen, visible: boolean) => Look | null;
  /** The server could not be told: it is due again with the next answer about the client. */
  readonly missed: (look: Look) => void;
}

/** The newest look at a client that was to be told. */
interface Told {
  readonly content: string;
  readonly asOf: Look['asOf'];
  readonly missed: boolean;
}

/**
 * A look is marked when a live brief was drawn where somebody could see it, and again only when
 * it says something new: the marker means "saw this", not "had the panel open".
 */
export function createLooks(): Looks {
  const told = new Map<string, Told>();
  return {
    due(screen, visible) {
      if (!visible || screen.kind !== 'client' || screen.freshness.is !== 'live') return null;
      const { facts } = screen;
      const { asOf, client } = facts;
      const content = contentOf(facts);
      const last = told.get(client.clientId);
      if (last?.content === content && !(last.missed && last.asOf !== asOf)) return null;
      told.set(client.clientId, { content, asOf, missed: false });
      return facts;
    },
    missed({ asOf, client: { clientId } }) {
      const last = told.get(clientId);
      if (last?.asOf === asOf) told.set(clientId, { ...last, missed: true });
    },
  };
}

function contentOf({ responses, alerts, checkIns }: BriefFacts): string {
  return JSON.stringify([
    responses.map(({ responseId }) => responseId),
    alerts.map(({ alertId, status, latestAt }) => [alertId, status, latestAt]),
    checkIns.map(({ administrationId, answeredItems }) => [administrationId, answeredItems]),
  ]);
}
