import { useSignal } from '@preact/signals';
import { listInWords } from '#shared/words/measures.ts';
import { Button, Disclosure } from '../../ui/controls.tsx';
import type { PanelActions } from '../actions.ts';
import type { Screen } from '../state/screen.ts';
import { Unlink } from './unlink.tsx';

const IDENTIFIER_WORDS = { name: 'name', birthDate: 'birth date' } as const;

/** The record is linked, but the page shows somebody else's name or birth date. */
export function Mismatch({
  screen,
  actions,
}: {
  readonly screen: Extract<Screen, { kind: 'mismatch' }>;
  readonly actions: Pick<PanelActions, 'unlink' | 'verify'>;
}) {
  const reviewing = useSignal(false);
  const differing = listInWords(screen.differs.map((identifier) => IDENTIFIER_WORDS[identifier]));
  return (
    <section class="section notice" aria-labelledby="mismatch-title">
      <h1 id="mismatch-title">Can’t be sure who this is</h1>
      <p>
        The record number on this page is linked to a client, but the{' '}
        <strong>{differing} on the page</strong> {screen.differs.length > 1 ? 'differ' : 'differs'}.
      </p>
      <p class="safe">Nothing is shown and nothing can be inserted until the link is reviewed.</p>
      {reviewing.value ? (
        <Unlink linkId={screen.linkId} linkedOn={null} actions={actions} />
      ) : (
        <div class="row">
          <Button
            weight="main"
            onClick={() => {
              reviewing.value = true;
            }}
          >
            Review the link
          </Button>
          <Button weight="quiet" onClick={() => void actions.verify()}>
            Ask again
          </Button>
        </div>
      )}
      <Disclosure summary="Why?">
        <p>
          This happens when the EHR’s record was changed or merged, when a name was changed, or when
          the page was still loading. If the page is right and the link is wrong, unlink it and link
          the record again. If the client’s name changed, have it changed in Throughline too.
        </p>
      </Disclosure>
    </section>
  );
}
