import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface RowWindowOptions {
  /** The element that scrolls, once it is rendered. In it `.body` is the whole list and `.rows` the part that is drawn. */
  scroller: () => HTMLElement | null;
  count: () => number;
  /** Height of what stays at the top of the scroller, in px. */
  head?: () => number;
  /** Told the rows in view whenever they changed. */
  onView?: (from: number, until: number) => void;
}

/** Browsers draw nothing right beyond some millions of pixels; a longer list is squeezed into this height. */
const TALLEST = 4_000_000;
/** So far from either end one pixel of the scroller is one pixel of the list, however long it is. */
const EVEN = 400_000;
/** A larger step at once is a hand on the scrollbar, not a wheel. */
const JUMP = 3000;
const OVERSCAN = 6;

/**
 * The window of a long list that is drawn: rows of one height, of which some twenty exist. A list taller than a browser can
 * scroll is squeezed: wheel, keys and touch still move row by row, the scrollbar moves in proportion.
 */
export class RowWindow implements ReactiveController {
  /** The first row drawn, and one past the last. */
  from = 0;
  until = 0;
  rowHeight = 44;
  readonly #host: ReactiveControllerHost;
  readonly #options: RowWindowOptions;
  /** Where the view is in the list as it would be unsqueezed. */
  #offset = 0;
  #top = 0;
  #view = 600;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #scroller: HTMLElement | null = null;
  #slots: ReadonlyMap<number, number> = new Map();
  readonly #sizes = new ResizeObserver(() => this.#measure());

  constructor(host: ReactiveControllerHost, options: RowWindowOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Height of the whole list on the page. */
  get #height(): number {
    return Math.min(TALLEST, this.#full);
  }
  get #full(): number {
    return this.#options.count() * this.rowHeight;
  }
  /** The rows to draw, by their places in the list. */
  get drawn(): readonly number[] {
    return [...new Array(Math.max(0, this.until - this.from)).keys()].map((at) => this.from + at);
  }
  /** Names what draws a row: the elements of a row that went out of the window are taken for one that comes into it. */
  readonly slotOf = (index: number): number => this.#slots.get(index) ?? -1;
  get #squeezed(): boolean {
    return this.#full > TALLEST;
  }
  get #room(): number {
    return Math.max(0, this.#view - (this.#options.head?.() ?? 0));
  }
  /** Whole rows that fit into the view. */
  get page(): number {
    return Math.max(1, Math.floor(this.#room / this.rowHeight) - 1);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }
  hostUpdate(): void {
    this.#offset = Math.max(0, Math.min(this.#offset, this.#full - this.#room));
    this.#choose();
  }
  hostUpdated(): void {
    const scroller = this.#options.scroller();
    // What is watched while it is off the page is never let go.
    if (!scroller?.isConnected) return;
    const fresh = scroller !== this.#scroller;
    if (fresh) {
      this.hostDisconnected();
      this.#scroller = scroller;
      scroller.addEventListener('scroll', this.#onScroll, { passive: true });
      this.#sizes.observe(scroller);
    }
    this.#put('.body', 'block-size', this.#height);
    const squeezed = this.#squeezed ? this.#top - this.#offset : 0;
    this.#put('.rows', 'inset-block-start', this.from * this.rowHeight + squeezed);
    // An element that was moved on the page has forgotten where it was.
    if (fresh && this.#offset > 0) this.#goTo(this.#offset);
    this.#tellView();
  }
  hostDisconnected(): void {
    clearTimeout(this.#settle);
    this.#sizes.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#scroller = null;
  }

  /** Takes the height rows really have; what is in view stays. */
  setRowHeight(height: number): void {
    if (!(height > 0) || height === this.rowHeight) return;
    this.#offset = (this.#offset / this.rowHeight) * height;
    this.rowHeight = height;
    this.#goTo(this.#offset);
  }

  /** Brings a row into view, moving as little as possible. */
  reveal(index: number): void {
    const top = index * this.rowHeight;
    if (top < this.#offset) this.#goTo(top);
    else if (top + this.rowHeight > this.#offset + this.#room) this.#goTo(top + this.rowHeight - this.#room);
  }

  toTop(): void {
    this.#goTo(0);
  }

  /** Where on the page a place of the list is: even at both ends, squeezed between them. */
  #pageOf(place: number): number {
    const [inner, outer] = [this.#full - this.#room - 2 * EVEN, this.#height - this.#room - 2 * EVEN];
    if (!this.#squeezed || place <= EVEN) return place;
    return place >= EVEN + inner ? place - inner + outer : EVEN + ((place - EVEN) / inner) * outer;
  }
  #placeOf(top: number): number {
    const [inner, outer] = [this.#full - this.#room - 2 * EVEN, this.#height - this.#room - 2 * EVEN];
    if (!this.#squeezed || top <= EVEN) return top;
    return top >= EVEN + outer ? top - outer + inner : EVEN + ((top - EVEN) / outer) * inner;
  }

  #goTo(place: number): void {
    this.#offset = Math.max(0, Math.min(place, this.#full - this.#room));
    const scroller = this.#scroller;
    if (scroller) {
      scroller.scrollTop = this.#pageOf(this.#offset);
      this.#top = scroller.scrollTop;
    }
    this.#choose();
    this.#host.requestUpdate();
  }

  readonly #onScroll = (): void => {
    const top = this.#scroller?.scrollTop ?? 0;
    const step = top - this.#top;
    if (step === 0) return;
    this.#top = top;
    this.#offset = !this.#squeezed ? top : Math.abs(step) > JUMP ? this.#placeOf(top) : this.#offset + step;
    const atEdge = top <= 0 || top >= this.#height - this.#room;
    clearTimeout(this.#settle);
    // Row by row the two measures drift apart; they are brought together when the hand rests, which cannot be seen.
    if (this.#squeezed) this.#settle = setTimeout(this.#rest, atEdge ? 0 : 150);
    if (this.#choose()) this.#host.requestUpdate();
    else this.#tellView();
  };

  readonly #rest = (): void => {
    // On a busy page the view may have moved on before its event came: it is not taken back.
    if (this.#scroller && this.#scroller.scrollTop !== this.#top) this.#onScroll();
    else this.#goTo(this.#offset);
  };

  #measure(): void {
    const view = this.#scroller?.clientHeight ?? 0;
    if (view === 0 || view === this.#view) return;
    this.#view = view;
    this.#host.requestUpdate();
  }

  /** Chooses the rows to draw; keeps those drawn while they still cover the view. True when they changed. */
  #choose(): boolean {
    const count = this.#options.count();
    const first = Math.max(0, Math.floor(this.#offset / this.rowHeight));
    const last = Math.min(count, Math.ceil((this.#offset + this.#room) / this.rowHeight));
    const covers = this.from <= Math.max(0, first - 1) && this.until >= Math.min(count, last + 1);
    if (covers && this.until <= count && this.until - this.from <= last - first + 2 * OVERSCAN) return false;
    this.from = Math.max(0, first - OVERSCAN);
    this.until = Math.min(count, last + OVERSCAN);
    this.#takeSlots();
    return true;
  }

  /** Rows that stay keep their slots; freed ones are handed on from the far end, so that only they move in the document. */
  #takeSlots(): void {
    const before = this.#slots;
    const { drawn } = this;
    const stays = (index: number): boolean => index >= this.from && index < this.until;
    const free = [...before].flatMap(([index, slot]) => (stays(index) ? [] : [slot]));
    if (free.length === before.size) free.reverse();
    let next = Math.max(-1, ...before.values()) + 1;
    this.#slots = new Map(drawn.map((index) => [index, before.get(index) ?? free.pop() ?? next++]));
  }

  #put(selector: string, property: string, length: number): void {
    this.#scroller?.querySelector<HTMLElement>(selector)?.style.setProperty(property, `${length}px`);
  }

  #tellView(): void {
    if (this.until > this.from) this.#options.onView?.(this.from, this.until);
  }
}
