import type { ClientIdentity } from '#shared/contracts/brief.ts';
import { type CalendarDate, dateInWords } from '#shared/contracts/calendar.ts';
import type { Subject } from '#shared/contracts/reading.ts';
import { type Agreement, agree } from '#shared/identity/agree.ts';

const AGREEMENT_WORDS: Readonly<Record<Agreement, string>> = {
  agrees: 'agrees',
  differs: 'differs',
  unreadable: 'not on the page',
};

/** The page's two identifiers beside the client's, differences marked in a word. */
export function Comparison({
  subject,
  client,
}: {
  readonly subject: Subject;
  readonly client: ClientIdentity;
}) {
  const agreement = agree(subject, client);
  return (
    <table class="table comparison">
      <thead>
        <tr>
          <td />
          <th scope="col">This page</th>
          <th scope="col">Throughline</th>
          <td />
        </tr>
      </thead>
      <tbody>
        <Line
          what="Name"
          page={subject.name}
          ours={client.displayName}
          agreement={agreement.name}
        />
        <Line
          what="Born"
          page={inWords(subject.birthDate)}
          ours={inWords(client.birthDate)}
          agreement={agreement.birthDate}
        />
      </tbody>
    </table>
  );
}

interface LineProps {
  readonly what: string;
  readonly page: string | null;
  readonly ours: string | null;
  readonly agreement: Agreement;
}

function Line({ what, page, ours, agreement }: LineProps) {
  return (
    <tr class={agreement}>
      <th scope="row">{what}</th>
      <td>{page ?? '–'}</td>
      <td>{ours}</td>
      <td class="verdict">{AGREEMENT_WORDS[agreement]}</td>
    </tr>
  );
}

function inWords(date: CalendarDate | null): string | null {
  return date === null ? null : dateInWords(date, { year: true });
}
