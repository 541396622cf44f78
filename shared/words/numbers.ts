const SHOWN = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2, useGrouping: false });

/** A number as scores are shown: at most two decimals, without the noise of subtraction. */
export function numberInWords(value: number): string {
  return SHOWN.format(value);
}
