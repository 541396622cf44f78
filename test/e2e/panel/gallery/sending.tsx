import { render } from 'preact';
import { SendingScreen } from '#extension/panel/sending/sending-screen.tsx';
import { Disclosure, Section } from '#extension/ui/controls.tsx';
import type { BriefFacts } from '#shared/contracts/brief.ts';
import { Instant } from '#shared/contracts/calendar.ts';
import { FACTS } from './courses.ts';
import { asked, SENDING_STATES, saysNow, sendingActionsOf } from './sending-states.ts';

const state = SENDING_STATES[decodeURIComponent(location.hash.slice(1))];
const root = document.getElementById('panel');
if (root !== null && state !== undefined) {
  const actions = { sending: sendingActionsOf(state), copy: async () => true };
  const draw = (facts: BriefFacts) =>
    render(
      <main class="panel">
        <h1 class="only-heard">Sending</h1>
        <Section title="Check-ins">
          <Disclosure summary="Send or plan check-ins" open>
            <SendingScreen facts={facts} actions={actions} />
          </Disclosure>
        </Section>
      </main>,
      root,
    );
  draw(FACTS.improving);
  /** The brief is read anew, at a later moment; so it stands with sending by then. */
  const readAnew = (asOf: string, part: typeof saysNow.part) => {
    saysNow.part = part;
    draw({ ...FACTS.improving, asOf: Instant.parse(asOf) });
  };
  Object.assign(globalThis, { asked, readAnew });
}
