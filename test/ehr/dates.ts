const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function partsOf(isoDate: string): { year: string; month: number; day: number } {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return { year, month: Number(month), day: Number(day) };
}

/** `1991-03-14` as `03/14/1991`. */
export function paddedDate(isoDate: string): string {
  const { year, month, day } = partsOf(isoDate);
  return `${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}/${year}`;
}

/** `1991-03-04` as `3/4/1991`. */
export function unpaddedDate(isoDate: string): string {
  const { year, month, day } = partsOf(isoDate);
  return `${month}/${day}/${year}`;
}

/** `1991-03-04` as `Mar 4, 1991`. */
export function wordedDate(isoDate: string): string {
  const { year, month, day } = partsOf(isoDate);
  return `${MONTHS[month - 1] ?? ''} ${day}, ${year}`;
}

/** Completed years of age on a day, both `YYYY-MM-DD`. */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The day some days before another, both `YYYY-MM-DD`. */
export function daysBefore(isoDate: string, days: number): string {
  return new Date(Date.parse(`${isoDate}T00:00:00Z`) - days * 86_400_000)
    .toISOString()
    .slice(0, 10);
}
