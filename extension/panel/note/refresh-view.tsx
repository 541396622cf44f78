import { dateInWords } from '#shared/contracts/calendar.ts';
import { TrustedButton } from '../trusted/trusted-button.tsx';
import type { InsertRequest } from '../update/plan.ts';
import { briefOf, contentOf, readKeyOf } from '../update/same-text.ts';
import { sentencesGone } from './refresh.ts';

/** What would stand in the note, field by field, what would go, for whom, and the button for it. */
export function RefreshView({
  request,
  isBusy,
  onRefresh,
}: {
  readonly request: InsertRequest;
  readonly isBusy: boolean;
  readonly onRefresh: () => void;
}) {
  const { parts, update, screen } = request;
  const { client } = screen.facts;
  const gone = parts.flatMap(({ text, replaces = '' }) => sentencesGone(replaces, text));
  return (
    <div class="stack">
      <dl class="preview parts" lang={update.language}>
        {parts.map(({ field, text, replaces }) => (
          <div key={field.key}>
            <dt lang="en">
              {field.label}
              {text === replaces ? ', as it is' : ''}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">Goes out of the note:</p>
      <ul class="gone" lang={update.language}>
        {gone.map((sentence) => (
          <li key={sentence}>
            <del>{sentence}</del>
          </li>
        ))}
      </ul>
      <p class="soft">
        In the place of the earlier text, for{' '}
        <strong>
          {client.displayName}, {dateInWords(client.birthDate, { year: true })}
        </strong>
        . If somebody has edited that text, nothing is changed.
      </p>
      <div class="row">
        <TrustedButton
          key={readKeyOf(textOf(request), request)}
          weight="main"
          disabled={isBusy}
          onPress={onRefresh}
        >
          Refresh in place
        </TrustedButton>
      </div>
    </div>
  );
}

/** What the refreshed text says, but for its moment: a minute that passes takes no keyboard away. */
function textOf({ request, screen, lastLookedAt }: InsertRequest): string {
  const { facts } = screen;
  const brief = briefOf(request, { ...facts, lastLookedAt });
  return contentOf({ request, brief, phrases: facts.phrases });
}
