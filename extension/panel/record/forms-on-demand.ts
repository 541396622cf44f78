import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OpenForm } from './open-form.tsx';

/** The views of the forms, or how far their loading got. */
export type LoadedForms =
  | { readonly is: 'loading' }
  /** A file of the extension could not be read: it was updated or taken away under this page. */
  | { readonly is: 'failed' }
  | { readonly is: 'loaded'; readonly OpenForm: typeof OpenForm };

/** Loads the views of the forms once they are wanted. */
export function useForms(wanted: boolean): LoadedForms {
  const forms = useSignal<LoadedForms>({ is: 'loading' });
  useEffect(() => {
    const load = async () => {
      forms.value = await loaded();
    };
    if (wanted) void load();
  }, [wanted, forms]);
  return forms.value;
}

async function loaded(): Promise<LoadedForms> {
  try {
    const forms = await import('./open-form.tsx');
    return { is: 'loaded', OpenForm: forms.OpenForm };
  } catch {
    return { is: 'failed' };
  }
}
