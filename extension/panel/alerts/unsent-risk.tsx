import type { Brief } from '#shared/contracts/brief.ts';
import { unsentRiskText } from '#shared/update/content/check-ins.ts';
import { Section } from '../../ui/controls.tsx';

/** A risk answer on a form that was never sent: no rule has seen it, so a person must. */
export function UnsentRisk({ brief }: { readonly brief: Brief }) {
  const text = unsentRiskText(brief);
  if (text === null) return null;
  return (
    <Section title="Risk answer, not sent">
      <p class="sentence attention">{text}</p>
      <p class="soft">
        The client did not send this form, so no rule has judged it and no alert was opened.
      </p>
    </Section>
  );
}
