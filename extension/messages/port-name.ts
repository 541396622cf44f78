/**
 * Panel frame <-> content script of the same tab, over one port that the panel opens with
 * `tabs.connect`. The page can neither see nor open it. The port's name carries the nonce that
 * the content script gave to the frame it made; any other port is refused.
 */
const PANEL_PORT = 'throughline.panel';

/** The port name for a frame. */
export function panelPortName(nonce: string): string {
  return `${PANEL_PORT}.${nonce}`;
}
