import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button, Disclosure } from '../../../ui/controls.tsx';
import type { MeasureProps } from '../measure-props.ts';
import { PrintedPage } from './printed-page.tsx';
import { printSheet } from './sheet.ts';

/** Prints one chart and nothing else of the panel; with the client's name only when it is asked for. */
export function PrintChart(props: MeasureProps) {
  const withName = useSignal(false);
  const printing = useRef<AbortController | null>(null);
  // A sheet of this client doesn't outlive the view of this client.
  useEffect(() => () => printing.current?.abort(), []);
  const print = () => {
    printing.current?.abort();
    printing.current = new AbortController();
    printSheet(<PrintedPage {...props} withName={withName.value} />, {
      view: window,
      signal: printing.current.signal,
    });
  };
  return (
    <Disclosure summary="On paper">
      <div class="row">
        <Button onClick={print}>Print this chart</Button>
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
    </Disclosure>
  );
}
