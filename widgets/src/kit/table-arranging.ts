import { msg, str } from '@lit/localize';
import { boundWidth, moveColumn, type Column, type TableLayout } from './table-layout.ts';

interface ArrangingOptions {
  columns: () => readonly Column<never>[];
  layout: () => TableLayout;
  /** Shows a width while it is being dragged; nothing is rendered for it. */
  show: (widths: TableLayout['widths']) => void;
  keep: (layout: TableLayout) => void;
  /** Says what happened to who cannot see it. */
  say: (words: string) => void;
}

const STEP = 16;
const columnOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;

/** Lets a reader drag the edge of a column's head by mouse, pen or finger, or arrange columns from the keyboard. */
export class TableArranging {
  readonly #options: ArrangingOptions;
  constructor(options: ArrangingOptions) {
    this.#options = options;
  }

  readonly begin = (event: PointerEvent): void => {
    const grip = event.currentTarget as HTMLElement;
    const head = columnOf(grip);
    const id = head?.dataset['column'];
    if (!head || !id || event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const [from, began] = [event.clientX, head.offsetWidth];
    const sign = getComputedStyle(head).direction === 'rtl' ? -1 : 1;
    let width = began;
    const move = (moved: PointerEvent): void => {
      width = boundWidth(began + (moved.clientX - from) * sign);
      this.#options.show({ ...this.#options.layout().widths, [id]: width });
    };
    const end = (): void => {
      grip.removeEventListener('pointermove', move);
      grip.classList.remove('dragged');
      if (width !== began) this.#resize(id, width);
    };
    grip.setPointerCapture(event.pointerId);
    grip.classList.add('dragged');
    grip.addEventListener('pointermove', move);
    grip.addEventListener('lostpointercapture', end, { once: true });
  };

  /** Gives a column its own width again. */
  readonly reset = (event: MouseEvent): void => {
    const id = columnOf(event.currentTarget)?.dataset['column'];
    const { [id ?? '']: _, ...widths } = this.#options.layout().widths ?? {};
    this.#options.keep({ ...this.#options.layout(), widths });
  };

  /** Shift and an arrow resize, with Ctrl they move the column; `towards` is 1 to the end of the line, -1 to its start. */
  press(event: KeyboardEvent, towards: number): void {
    const head = columnOf(event.target);
    const id = head?.dataset['column'];
    if (!head || !id) return;
    const { columns, layout, keep } = this.#options;
    if (event.ctrlKey) keep(moveColumn(columns(), layout(), id, towards));
    else this.#resize(id, boundWidth(head.offsetWidth + towards * STEP));
  }

  #resize(id: string, width: number): void {
    const { columns, layout, keep, say } = this.#options;
    keep({ ...layout(), widths: { ...layout().widths, [id]: width } });
    const label = columns().find((column) => column.id === id)?.label ?? '';
    say(msg(str`${label}: ${width} pixels wide`));
  }
}
