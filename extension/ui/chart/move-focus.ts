const STEPS: Readonly<Record<string, (place: number, count: number) => number>> = {
  ArrowLeft: (place) => place - 1,
  ArrowRight: (place) => place + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Moves the focus among the marks of a chart, which are one stop of the keyboard together. */
export function moveFocus(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const { currentTarget } = event;
  if (step === undefined || !(currentTarget instanceof Element)) return;
  const marks = [...currentTarget.querySelectorAll<SVGElement>('[tabindex]')];
  const place = marks.findIndex((mark) => mark === document.activeElement);
  const next = marks[Math.min(Math.max(step(place, marks.length), 0), marks.length - 1)];
  event.preventDefault();
  next?.focus();
}
