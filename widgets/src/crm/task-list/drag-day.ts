import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SLACK_PX = 5;
/** A finger that rests this long lifts a task; before that it scrolls. */
const HOLD_MS = 280;

interface Field {
  /** The day at a point of the window; null where none is. */
  dayAt: (x: number, y: number) => string | null;
  /** What is dragged came over another day, or none. */
  over: (day: string | null, id: string) => void;
  drop: (day: string, id: string) => void;
  cancel: () => void;
}

/** Drags a task to another day by mouse, pen and finger, with pointer events alone. */
export class DayDrag implements ReactiveController {
  readonly #field: Field;
  #stop: AbortController | null = null;
  #hold: ReturnType<typeof setTimeout> | undefined;
  /** A press that dragged is no click. */
  moved = false;

  constructor(host: ReactiveControllerHost, field: Field) {
    host.addController(this);
    this.#field = field;
  }

  hostDisconnected(): void {
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#hold);
    this.#stop?.abort();
    this.#stop = null;
  }

  /** Begins with a press on a task. */
  press(event: PointerEvent, id: string): void {
    this.moved = false;
    if (event.button !== 0 || this.#stop) return;
    const stop = (this.#stop = new AbortController());
    const { signal } = stop;
    const [x, y] = [event.clientX, event.clientY];
    const isTouch = event.pointerType === 'touch';
    let lifted = false;
    const lift = (): void => {
      lifted = this.moved = true;
    };
    if (isTouch) this.#hold = setTimeout(lift, HOLD_MS);
    const move = (moved: PointerEvent): void => {
      if (moved.pointerId !== event.pointerId) return;
      const far = Math.hypot(moved.clientX - x, moved.clientY - y) > SLACK_PX;
      if (!lifted && far) {
        // The finger scrolls.
        if (isTouch) return this.#end();
        lift();
      }
      if (lifted) this.#field.over(this.#field.dayAt(moved.clientX, moved.clientY), id);
    };
    const up = (ended: PointerEvent): void => {
      if (ended.pointerId !== event.pointerId) return;
      this.#end();
      const day = lifted ? this.#field.dayAt(ended.clientX, ended.clientY) : null;
      if (day) this.#field.drop(day, id);
      else this.#field.cancel();
    };
    const leave = (): void => {
      this.#end();
      this.#field.cancel();
    };
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', up, { signal });
    addEventListener('pointercancel', leave, { signal });
    addEventListener('keydown', (pressed) => pressed.key === 'Escape' && lifted && leave(), { signal, capture: true });
    // While something is carried the page does not scroll.
    addEventListener('touchmove', (touched) => lifted && touched.preventDefault(), { signal, passive: false });
  }
}
