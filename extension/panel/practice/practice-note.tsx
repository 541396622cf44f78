import type { AllSettings } from '../../messages/settings.ts';

/** What the practice has to say to everybody: its own sentence, above all. Nothing where it has none. */
export function PracticeBanner({ practice }: { readonly practice: AllSettings | null }) {
  const text = practice?.settings.bannerText.value ?? null;
  return text === null ? null : (
    <p class="banner" role="note" aria-label="From your practice">
      {text}
    </p>
  );
}

/** Whom a clinician can ask; nothing where the practice named nobody. */
export function SupportContact({ practice }: { readonly practice: AllSettings | null }) {
  const contact = practice?.settings.supportContact.value ?? null;
  return contact === null ? null : <p class="soft">Help in your practice: {contact}</p>;
}
