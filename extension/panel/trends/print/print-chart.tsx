import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { TrustedButton } from '../../trusted/trusted-button.tsx';
import type { MeasureProps } from '../measure-props.ts';
import { PrintedPage } from './printed-page.tsx';
import { printSheet } from './sheet.ts';

/**
 * Prints one chart and nothing else of the panel; with the client's name only when it is asked for.
 * First it is recorded that it is printed: what could not be recorded does not leave on paper.
 */
export function PrintChart(props: MeasureProps) {
  const { actions, brief } = props;
  const withName = useSignal(false);
  const refusal = useSignal<string | null>(null);
  const shown = useRef<AbortController | null>(null);
  // A sheet of this client doesn't outlive the view of this client.
  useEffect(() => () => shown.current?.abort(), []);
  const print = async () => {
    shown.current?.abort();
    const printing = new AbortController();
    shown.current = printing;
    const named = withName.value;
    const told = await actions.recordPrint({ clientId: brief.client.clientId, named });
    if (printing.signal.aborted) return;
    refusal.value = told.ok ? null : `Not printed: it could not be recorded. ${told.message}`;
    if (!told.ok) return;
    printSheet(<PrintedPage {...props} withName={named} />, {
      view: window,
      signal: printing.signal,
    });
  };
  return (
    <div>
      <div class="row">
        <TrustedButton weight="plain" onPress={() => void print()}>
          Print this chart
        </TrustedButton>
        <label class="tick-box">
          <input
            type="checkbox"
            checked={withName.value}
            onChange={() => {
              withName.value = !withName.value;
            }}
          />{' '}
          with name and birth date
        </label>
      </div>
      <p role="status">{refusal.value}</p>
    </div>
  );
}
