import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a board tells of itself to the drag over it. */
export interface DragField {
  /** The scrolling row of columns; everything that can be dragged is below it. */
  readonly row: HTMLElement;
  /** An empty popover that carries the card's picture along. */
  readonly ghost: HTMLElement;
  /** Asked when a card is about to leave its place; false keeps it. */
  lift(cardId: string): boolean;
  /** The pointer is over a column, or none, at this height of the page; told wherever it goes. */
  over(columnId: string | null, y: number): void;
  drop(): void;
  cancel(): void;
}

const SLACK_PX = 5;
/** A finger that rests this long lifts the card; before that it scrolls. */
const HOLD_MS = 280;
const EDGE_PX = 56;
const SCROLL_PX = 14;

/**
 * Drags cards by mouse, pen and finger with pointer events alone: the browser's own drag and drop loses its target at the
 * border of a shadow root, and touch has none. Near an edge the row and the column under the pointer scroll.
 */
export class CardDrag implements ReactiveController {
  readonly #field: () => DragField;
  #stop: AbortController | null = null;
  #card: HTMLElement | null = null;
  #lifted = false;
  #grip = { x: 0, y: 0 };
  #at = { x: 0, y: 0 };
  #frame = 0;
  #hold: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, field: () => DragField) {
    host.addController(this);
    this.#field = field;
  }

  hostDisconnected(): void {
    this.end(false);
  }

  /** Begins with a press on a card; nothing happens until it moved, or rested under a finger. */
  readonly press = (event: PointerEvent): void => {
    const path = event.composedPath();
    const card = path.find((one) => one instanceof HTMLElement && one.matches('.card'));
    const onControl = path.some((one) => one instanceof Element && one.matches('.move'));
    if (!(card instanceof HTMLElement) || onControl || event.button !== 0 || this.#stop) return;
    this.#card = card;
    const { left, top } = card.getBoundingClientRect();
    this.#grip = { x: event.clientX - left, y: event.clientY - top };
    this.#at = { x: event.clientX, y: event.clientY };
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const { pointerId } = event;
    const mine = (act: (moved: PointerEvent) => void) => (moved: PointerEvent) =>
      moved.pointerId === pointerId && act(moved);
    addEventListener('pointermove', mine(this.#move(event)), { signal });
    addEventListener(
      'pointerup',
      mine(() => this.end(true)),
      { signal },
    );
    addEventListener(
      'pointercancel',
      mine(() => this.end(false)),
      { signal },
    );
    addEventListener('keydown', this.#onKey, { signal, capture: true });
    addEventListener('blur', () => this.end(false), { signal });
    if (event.pointerType !== 'mouse') {
      this.#hold = setTimeout(() => this.#lift(), HOLD_MS);
      // While a card is in the hand the page stays where it is.
      addEventListener('touchmove', (touch) => this.#lifted && touch.preventDefault(), { signal, passive: false });
      addEventListener('contextmenu', (menu) => menu.preventDefault(), { signal });
    }
  };

  #move(start: PointerEvent): (event: PointerEvent) => void {
    return (event) => {
      this.#at = { x: event.clientX, y: event.clientY };
      if (!this.#lifted) {
        const far = Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > SLACK_PX;
        if (!far) return;
        // A finger that moves before it rested wants to scroll.
        if (start.pointerType !== 'mouse') return this.end(false);
        if (!this.#lift()) return;
      }
      event.preventDefault();
      this.#follow();
    };
  }

  #lift(): boolean {
    const card = this.#card;
    const field = this.#field();
    const { ghost, row } = field;
    if (!card || !field.lift(card.dataset['card'] ?? '')) {
      this.end(false);
      return false;
    }
    this.#lifted = true;
    const copy = card.cloneNode(true);
    ghost.replaceChildren(copy);
    ghost.style.setProperty('inline-size', `${card.offsetWidth}px`);
    ghost.showPopover();
    row.classList.add('dragging');
    this.#follow();
    this.#frame = requestAnimationFrame(this.#scroll);
    return true;
  }

  #follow(): void {
    const field = this.#field();
    const { ghost, row } = field;
    const { x, y } = this.#at;
    ghost.style.setProperty('translate', `${x - this.#grip.x}px ${y - this.#grip.y}px`);
    field.over(columnAt(row, x, y)?.dataset['column'] ?? null, y);
  }

  readonly #scroll = (): void => {
    const { row } = this.#field();
    const { x, y } = this.#at;
    const before = row.scrollLeft;
    push(row, x, 'x');
    const list = columnAt(row, x, y)?.querySelector<HTMLElement>('.list');
    const top = list?.scrollTop;
    if (list) push(list, y, 'y');
    if (row.scrollLeft !== before || list?.scrollTop !== top) this.#follow();
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#lifted) return;
    event.preventDefault();
    event.stopPropagation();
    this.end(false);
  };

  /** Lets go of the card: over a column, or back where it was. */
  end(drop: boolean): void {
    if (!this.#stop) return;
    const lifted = this.#lifted;
    this.#stop.abort();
    clearTimeout(this.#hold);
    cancelAnimationFrame(this.#frame);
    [this.#stop, this.#card, this.#lifted] = [null, null, false];
    if (!lifted) return;
    const field = this.#field();
    if (field.ghost.matches(':popover-open')) field.ghost.hidePopover();
    field.ghost.replaceChildren();
    field.row.classList.remove('dragging');
    // The click that follows a drop would open the card.
    const swallow = (event: Event): void => {
      event.stopPropagation();
      event.preventDefault();
    };
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
    if (drop) field.drop();
    else field.cancel();
  }
}

function columnAt(row: HTMLElement, x: number, y: number): HTMLElement | null {
  const board = row.getBoundingClientRect();
  if (y < board.top - EDGE_PX || y > board.bottom + EDGE_PX) return null;
  for (const column of row.querySelectorAll<HTMLElement>('.column')) {
    const { left, right } = column.getBoundingClientRect();
    if (x >= left && x <= right) return column;
  }
  return null;
}

function push(scroller: HTMLElement, at: number, axis: 'x' | 'y'): void {
  const box = scroller.getBoundingClientRect();
  const [from, until] = axis === 'x' ? [box.left, box.right] : [box.top, box.bottom];
  const by = at < from + EDGE_PX ? -SCROLL_PX : at > until - EDGE_PX ? SCROLL_PX : 0;
  if (by !== 0) scroller.scrollBy(axis === 'x' ? { left: by } : { top: by });
}
