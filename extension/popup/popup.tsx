import { dateInZone, instantOf, type TimeZone } from '#shared/contracts/calendar.ts';
import { UNAVAILABLE_WORDS } from '../local/failure.ts';
import type { AlertWay } from '../messages/live.ts';
import { isInTrouble } from '../panel/alert-way/alert-way.ts';
import { AlertWayBanner } from '../panel/alert-way/alert-way-banner.tsx';
import type { SignInActions } from '../panel/sign-in/sign-in.tsx';
import { SignIn } from '../panel/sign-in/sign-in.tsx';
import { TrustedButton } from '../panel/trusted/trusted-button.tsx';
import { Button, Section } from '../ui/controls.tsx';
import { CaseloadSection, TOLD_OF_WORDS } from './caseload-section.tsx';
import { isCovered, type PopupFacts, type PopupStore, REVEALED_SECONDS } from './popup-store.ts';
import { ScheduleSection } from './schedule-section.tsx';
import { TroubleSection } from './trouble-section.tsx';

/** What the popup does beside its store. */
export interface PopupActions extends SignInActions {
  readonly openSettings: () => void;
  /** Opens the alerts that wait, also what somebody was told of others' clients, as a page. */
  readonly openAlerts: () => void;
  /** Opens the caseload as a page of the practice's server. */
  readonly openCaseload: () => void;
}

/** The clinician's day: who needs a look first, or why nobody can say. */
export function Popup({
  store,
  actions,
}: {
  readonly store: PopupStore;
  readonly actions: PopupActions;
}) {
  const facts = store.facts.value;
  return (
    <main class="popup">
      <header class="popup-bar">
        <h1 class="grow">Throughline</h1>
        <Button
          weight="quiet"
          aria-pressed={facts.safeView.on}
          onClick={() => void store.setSafeView(!facts.safeView.on)}
        >
          {`Safe view ${facts.safeView.on ? 'on' : 'off'}`}
        </Button>
        <Button weight="quiet" onClick={actions.openSettings}>
          Settings
        </Button>
      </header>
      {facts.trouble === null ? null : <TroubleSection trouble={facts.trouble} />}
      <Body facts={facts} store={store} actions={actions} />
    </main>
  );
}

interface BodyProps {
  readonly facts: PopupFacts;
  readonly store: PopupStore;
  readonly actions: PopupActions;
}

function Body({ facts, store, actions }: BodyProps) {
  const { settings, person } = facts;
  if (settings === null || person === null)
    return (
      <p role="status" class="section">
        Asking…
      </p>
    );
  if (settings.backend === null || settings.problem !== null) {
    return (
      <Message title="Not set up">
        <p>{UNAVAILABLE_WORDS.notConfigured}</p>
        <p class="safe">Nothing about any client is shown.</p>
        <Button weight="main" onClick={actions.openSettings}>
          Open settings
        </Button>
      </Message>
    );
  }
  if (!person.ok) {
    return person.reason === 'signedOut' ? (
      <SignIn actions={actions} />
    ) : (
      <CantSay message={person.message} store={store} />
    );
  }
  if (person.value.role === 'admin') {
    return (
      <Message title="No caseload">
        <p>You are signed in as a practice admin. Clients’ answers are for their clinicians.</p>
        <Button onClick={actions.openAlerts}>{TOLD_OF_WORDS}</Button>
      </Message>
    );
  }
  const { timeZone } = person.value;
  return (
    <>
      <AlertWaySection way={facts.alertWay} timeZone={timeZone} />
      {isCovered(facts) ? (
        <Covered store={store} />
      ) : (
        <Day facts={facts} store={store} actions={actions} zone={timeZone} />
      )}
    </>
  );
}

/** A caseload that reads as calm says nothing of what nobody would be told of. */
function AlertWaySection({
  way,
  timeZone,
}: {
  readonly way: AlertWay | null;
  readonly timeZone: TimeZone;
}) {
  return way !== null && isInTrouble(way) ? (
    <AlertWayBanner way={way} timeZone={timeZone} place="elsewhere" />
  ) : null;
}

function Day({ facts, store, actions, zone }: BodyProps & { readonly zone: TimeZone }) {
  const { caseload, schedule, now } = facts;
  const today = dateInZone(instantOf(now), zone);
  if (caseload === null)
    return (
      <p role="status" class="section">
        Asking…
      </p>
    );
  return (
    <>
      {schedule === null ? null : schedule.ok ? (
        schedule.value !== null && <ScheduleSection look={schedule.value} now={now} today={today} />
      ) : (
        <CantSay message={schedule.message} store={store} />
      )}
      {caseload.ok ? (
        <CaseloadSection
          look={caseload.value}
          now={now}
          today={today}
          openAlerts={actions.openAlerts}
          openPage={actions.openCaseload}
        />
      ) : (
        <CantSay message={caseload.message} store={store} />
      )}
    </>
  );
}

function Covered({ store }: Pick<BodyProps, 'store'>) {
  return (
    <Message title="Covered">
      <p>Safe view is on: your screen may be seen by others. Names and alerts are not shown.</p>
      <p class="safe">Whether somebody needs a look is not said here.</p>
      <TrustedButton weight="main" onPress={() => void store.reveal()}>
        {`Show for ${REVEALED_SECONDS} seconds`}
      </TrustedButton>
    </Message>
  );
}

function CantSay({ message, store }: Pick<BodyProps, 'store'> & { readonly message: string }) {
  return (
    <Message title="Can’t say who needs a look">
      <p>{message}</p>
      <p class="safe">No claim about anybody’s alerts is made.</p>
      <Button weight="main" onClick={() => void store.load()}>
        Ask again now
      </Button>
    </Message>
  );
}

function Message({ title, children }: Parameters<typeof Section>[0]) {
  return (
    <Section title={title}>
      <div class="stack" role="status">
        {children}
      </div>
    </Section>
  );
}
