import type { Brief } from '#shared/contracts/brief.ts';
import type { ClinicalUpdate } from '#shared/contracts/update.ts';
import { LaterOnDemand } from './later-on-demand.tsx';
import type { TargetPart } from './targets.ts';

/**
 * The text to be read: word for word what is inserted or copied. Where each part goes to a field of
 * its own, it stands under that field's label, which is not inserted.
 */
export function Preview({
  update,
  parts,
  brief,
}: {
  readonly update: ClinicalUpdate;
  /** What would be inserted now; empty where nothing can be. */
  readonly parts: readonly TargetPart[];
  /** The one that the text was composed from. */
  readonly brief: Brief;
}) {
  return (
    <>
      {parts.length > 1 ? (
        <dl class="preview parts" lang={update.language}>
          {parts.map(({ field, text }) => (
            <div key={field.key}>
              <dt lang="en">{field.label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p class="preview" lang={update.language}>
          {update.text}
        </p>
      )}
      <LaterOnDemand brief={brief} />
    </>
  );
}
