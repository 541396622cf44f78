import { dateInWords } from '#shared/contracts/calendar.ts';
import type { CaseloadRow } from '#shared/contracts/procedures.ts';
import type { CaseloadLook } from '../messages/daily.ts';
import { Disclosure, Section } from '../ui/controls.tsx';
import { AsOf, standingOf } from './freshness.tsx';
import { Person } from './people-list.tsx';
import { urgencyOf } from './urgency.ts';

/** The own clients, who needs a look first at the top. */
export function CaseloadSection({
  look,
  now,
}: {
  readonly look: CaseloadLook;
  readonly now: Date;
}) {
  const { verifiedAt, rows } = look;
  const standing = standingOf(verifiedAt, now);
  const first = rows.filter((row) => urgencyOf(row) === 'first');
  const later = rows.filter((row) => urgencyOf(row) === 'later');
  const rest = rows.filter((row) => urgencyOf(row) === 'nothing');
  return (
    <Section title={`Your caseload, ${rows.length}`}>
      <div class="stack">
        <AsOf verifiedAt={verifiedAt} now={now} />
        {standing === 'tooOld' ? null : (
          <>
            <p>{summaryOf(first.length, standing === 'live')}</p>
            <People rows={first} />
            <People rows={later} />
            {rest.length === 0 ? null : (
              <Disclosure summary={restInWords(rest.length, standing === 'live')}>
                <People rows={rest} />
              </Disclosure>
            )}
          </>
        )}
      </div>
    </Section>
  );
}

function People({ rows }: { readonly rows: readonly CaseloadRow[] }) {
  if (rows.length === 0) return null;
  return (
    <ul class="stack people">
      {rows.map((row) => (
        <Person
          key={row.client.clientId}
          name={row.client.displayName}
          beside={`Born ${dateInWords(row.client.birthDate, { year: true })}`}
          counts={row}
        />
      ))}
    </ul>
  );
}

function summaryOf(first: number, isLive: boolean): string {
  if (first > 0) return `${first} ${first === 1 ? 'needs' : 'need'} a look first.`;
  return isLive ? 'Nobody has an urgent alert open.' : 'Alerts can’t be verified now.';
}

function restInWords(count: number, isLive: boolean): string {
  const who = `${count} ${count === 1 ? 'other' : 'others'}`;
  return isLive ? `${who}: none open, nothing new` : `${who}: not verified now`;
}
