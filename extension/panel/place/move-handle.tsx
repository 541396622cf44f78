import { useRef } from 'preact/hooks';
import { Button } from '../../ui/controls.tsx';
import type { DailyActions } from '../daily.ts';
import { Glyph } from '../layout/glyph.tsx';

/** CSS pixels for one press of an arrow key, and for one with Shift. */
const STEP = { small: 16, large: 96 } as const;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves the floating panel: by dragging it, or with the arrow keys. */
export function MoveHandle({
  actions,
}: {
  readonly actions: Pick<DailyActions, 'moveTo' | 'settle' | 'place' | 'zoom'>;
}) {
  const from = useRef<Grip | null>(null);
  const grip = async (event: PointerEvent) => {
    const { x, y } = actions.place.peek();
    const { screenX, screenY } = event;
    from.current = { x, y, screenX, screenY, zoom: 1 };
    from.current = { ...from.current, zoom: await actions.zoom() };
  };
  const drag = (event: PointerEvent) => {
    // The frame moves under the pointer: only the screen's own coordinates stay where they are.
    if (from.current !== null) actions.moveTo(...draggedTo(from.current, event));
  };
  const drop = () => {
    if (from.current !== null) actions.settle();
    from.current = null;
  };
  const press = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    const [right, down] = direction;
    const step = event.shiftKey ? STEP.large : STEP.small;
    const { x, y } = actions.place.peek();
    actions.moveTo(x + right * step, y + down * step);
    actions.settle();
  };
  return (
    <Button
      weight="icon"
      class="button icon move"
      aria-label="Move the panel"
      aria-description="Arrow keys move it, with Shift further."
      title="Drag, or use the arrow keys"
      onPointerDown={(event: PointerEvent) => {
        if (event.currentTarget instanceof Element) {
          event.currentTarget.setPointerCapture(event.pointerId);
        }
        void grip(event);
      }}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyDown={press}
    >
      <Glyph path="M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3" />
    </Button>
  );
}

/** Where the frame and the pointer were when the drag began. */
interface Grip {
  readonly x: number;
  readonly y: number;
  readonly screenX: number;
  readonly screenY: number;
  readonly zoom: number;
}

function draggedTo(grip: Grip, now: Pick<PointerEvent, 'screenX' | 'screenY'>): [number, number] {
  const along = (to: number, since: number) => (to - since) / grip.zoom;
  return [grip.x + along(now.screenX, grip.screenX), grip.y + along(now.screenY, grip.screenY)];
}
