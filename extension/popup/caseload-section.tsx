import { useSignal } from '@preact/signals';
import { caseloadFacts } from '#shared/caseload/facts.ts';
import { CASELOAD_FILTERS, type CaseloadFilter, caseloadOf } from '#shared/caseload/filter.ts';
import { calmInWords, noneUrgentInWords, urgencyOf } from '#shared/caseload/reasons.ts';
import { CASELOAD_RULES, TIE_WORDS } from '#shared/caseload/rules.ts';
import { type CalendarDate, dateInWords } from '#shared/contracts/calendar.ts';
import type { CaseloadRow } from '#shared/contracts/caseload.ts';
import type { CaseloadLook } from '../messages/daily.ts';
import { Button, Choices, Disclosure, Section } from '../ui/controls.tsx';
import { AsOf, standingOf } from './freshness.tsx';
import { Person } from './people-list.tsx';

/** What leads to the alerts that a message told somebody of, whosever clients they are about. */
export const TOLD_OF_WORDS = 'Alerts you were told of';

/** The own clients in the order of the rules, who to look at first at the top. */
export function CaseloadSection({
  look,
  now,
  today,
  openAlerts,
  openPage,
}: {
  readonly look: CaseloadLook;
  readonly now: Date;
  /** The practice's day. */
  readonly today: CalendarDate;
  readonly openAlerts: () => void;
  readonly openPage: () => void;
}) {
  const filter = useSignal<CaseloadFilter>('all');
  const { verifiedAt, rows } = look;
  const standing = standingOf(verifiedAt, now);
  const isLive = standing === 'live';
  return (
    <Section title={`Your caseload, ${rows.length}`}>
      <div class="stack">
        <AsOf verifiedAt={verifiedAt} now={now} />
        {standing === 'tooOld' ? null : (
          <>
            <p>{summaryOf(rows, isLive)}</p>
            <Button weight="quiet" onClick={openAlerts}>
              {TOLD_OF_WORDS}
            </Button>
            <Choices
              legend="Show"
              name="caseload-filter"
              options={CASELOAD_FILTERS}
              value={filter.value}
              onChange={(chosen) => {
                filter.value = chosen;
              }}
            />
            <People rows={caseloadOf(rows, filter.value)} today={today} isLive={isLive} />
            <SortedBy />
            <Button weight="quiet" onClick={openPage}>
              Open as a page, to print
            </Button>
          </>
        )}
      </div>
    </Section>
  );
}

interface PeopleProps {
  readonly rows: readonly CaseloadRow[];
  readonly today: CalendarDate;
  readonly isLive: boolean;
}

/** Whoever has no reason to be looked at stands folded below the others: the order stays. */
function People({ rows, today, isLive }: PeopleProps) {
  const quiet = rows.filter(isQuiet);
  if (rows.length === 0) return <p class="soft">Nobody on this list.</p>;
  return (
    <>
      <PeopleList rows={rows.filter((row) => !isQuiet(row))} today={today} isLive={isLive} />
      {quiet.length === 0 ? null : (
        <Disclosure summary={quietInWords(quiet.length, rows.length, isLive)}>
          <PeopleList rows={quiet} today={today} isLive={isLive} />
        </Disclosure>
      )}
    </>
  );
}

function PeopleList({ rows, today, isLive }: PeopleProps) {
  if (rows.length === 0) return null;
  return (
    <ul class="stack people">
      {rows.map((row) => (
        <Person
          key={row.client.clientId}
          name={row.client.displayName}
          beside={besideOf(row, isLive)}
          waiting={row.waiting}
          today={today}
          facts={caseloadFacts(row, today)}
        />
      ))}
    </ul>
  );
}

function isQuiet({ waiting }: CaseloadRow): boolean {
  return urgencyOf(waiting) === 'none';
}

function SortedBy() {
  return (
    <Disclosure summary="How this list is sorted">
      <div class="stack">
        <ol class="rules">
          {CASELOAD_RULES.map(({ name, title }) => (
            <li key={name}>{title}</li>
          ))}
        </ol>
        <p class="soft">{TIE_WORDS}</p>
      </div>
    </Disclosure>
  );
}

function besideOf({ client, waiting }: CaseloadRow, isLive: boolean): string {
  const born = `Born ${dateInWords(client.birthDate, { year: true })}`;
  const isCalm = isLive && urgencyOf(waiting) === 'none';
  return isCalm ? `${born} · ${calmInWords(waiting)}` : born;
}

function summaryOf(rows: readonly CaseloadRow[], isLive: boolean): string {
  const first = rows.filter(({ waiting }) => urgencyOf(waiting) === 'first').length;
  if (first > 0) return `${first} ${first === 1 ? 'needs' : 'need'} a look first.`;
  return isLive ? `${noneUrgentInWords(rows)}.` : 'Alerts can’t be verified now.';
}

function quietInWords(count: number, of: number, isLive: boolean): string {
  const who = count === of ? String(count) : `${count} ${count === 1 ? 'other' : 'others'}`;
  return isLive ? `${who}: nobody has to look now` : `${who}: not verified now`;
}
