import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RowHeights } from './row-heights.ts';

export interface RowWindowOptions {
  /** The element that scrolls, once it is rendered. In it `.body` is the whole list and `.rows` the part that is drawn. */
  scroller: () => HTMLElement | null;
  count: () => number;
  /** Height of what stays at the top of the scroller, in px. */
  head?: () => number;
  /** Told the rows in view whenever they changed. */
  onView?: (from: number, until: number) => void;
  /** Given where rows are as high as their content: the id of a row, as far as it is known. Then what is in view stays there. */
  idAt?: (index: number) => string | undefined;
  /** Told by how many places what is in view moved in the list. */
  onShift?: (by: number) => void;
}

/** Browsers draw nothing right beyond some millions of pixels; a longer list is squeezed into this height. */
const TALLEST = 4_000_000;
/** So far from either end one pixel of the scroller is one pixel of the list, however long it is. */
const EVEN = 400_000;
/** A larger step at once is a hand on the scrollbar, not a wheel. */
const JUMP = 3000;
const OVERSCAN = 6;
/** So many places from where it was, what was in view is looked for when the list changed. */
const REACH = 50;

/**
 * The window of a long list that is drawn: some twenty rows, of one height or, where they have ids, each as high as it is. A list taller than a browser can
 * scroll is squeezed: wheel, keys and touch still move row by row, the scrollbar moves in proportion.
 */
export class RowWindow implements ReactiveController {
  /** The first row drawn, and one past the last. */
  from = 0;
  until = 0;
  readonly #host: ReactiveControllerHost;
  readonly #options: RowWindowOptions;
  /** Where the view is in the list as it would be unsqueezed. */
  #offset = 0;
  #top = 0;
  #view = 600;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #scroller: HTMLElement | null = null;
  #slots: ReadonlyMap<number, number> = new Map();
  readonly #heights = new RowHeights();
  /** The row that the view begins in. */
  #anchor: { index: number; id: string | undefined } = { index: 0, id: undefined };
  /** The row that was brought into view last; it stays there while the rows around it are measured, until somebody scrolls. */
  #revealed = -1;
  readonly #sizes = new ResizeObserver(() => this.#measure());

  constructor(host: ReactiveControllerHost, options: RowWindowOptions) {
    this.#host = host;
    this.#options = options;
    if (options.idAt) this.#heights.usual = 92;
    host.addController(this);
  }

  /** Height of the whole list on the page. */
  get #height(): number {
    return Math.min(TALLEST, this.#full);
  }
  get #full(): number {
    return this.#heights.top(this.#options.count());
  }
  /** The rows to draw, by their places in the list. */
  get drawn(): readonly number[] {
    // Not by Array.from: a page may have one of its own that knows no mapping.
    return [...Array(this.until - this.from).keys()].map((at) => this.from + at);
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
    return Math.max(1, this.#rowAt(this.#offset + this.#room) - this.#rowAt(this.#offset + this.#heights.usual));
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }
  hostUpdate(): void {
    this.#follow();
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
      for (const box of [scroller, this.#find('.rows')]) if (box) this.#sizes.observe(box);
    }
    this.#put('.body', 'block-size', this.#height);
    const squeezed = this.#squeezed ? this.#top - this.#offset : 0;
    this.#put('.rows', 'inset-block-start', this.#heights.top(this.from) + squeezed);
    // An element that was moved on the page has forgotten where it was.
    if (fresh && this.#offset > 0) this.#goTo(this.#offset);
    this.#measureRows();
    const index = this.#rowAt(this.#offset);
    this.#anchor = { index, id: this.#options.idAt?.(index) };
    this.#tellView();
  }
  hostDisconnected(): void {
    clearTimeout(this.#settle);
    this.#sizes.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#scroller = null;
  }

  /** Takes the one height rows really have; what is in view stays. */
  setRowHeight(height: number): void {
    if (!(height > 0) || height === this.#heights.usual) return;
    this.#offset = (this.#offset / this.#heights.usual) * height;
    this.#heights.usual = height;
    this.#goTo(this.#offset);
  }

  /** Brings a row into view, moving as little as possible. */
  reveal(index: number): void {
    this.#revealed = index;
    const top = this.#heights.top(index);
    const end = this.#heights.top(index + 1);
    if (top < this.#offset) this.#goTo(top);
    else if (end > this.#offset + this.#room) this.#goTo(end - this.#room);
  }

  toTop(): void {
    this.#revealed = -1;
    this.#goTo(0);
  }

  /** Where on the page a place of the list is, or the other way round: even at both ends, squeezed between them. */
  #convert(place: number, back = false): number {
    if (!this.#squeezed || place <= EVEN) return place;
    const between = [this.#full, this.#height].map((length) => length - this.#room - 2 * EVEN);
    const [from = 0, to = 0] = back ? between.toReversed() : between;
    return place >= EVEN + from ? place - from + to : EVEN + ((place - EVEN) / from) * to;
  }

  #goTo(place: number): void {
    this.#offset = Math.max(0, Math.min(place, this.#full - this.#room));
    const scroller = this.#scroller;
    if (scroller) {
      this.#put('.body', 'block-size', this.#height);
      scroller.scrollTop = this.#convert(this.#offset);
      this.#top = scroller.scrollTop;
    }
    this.#choose();
    this.#host.requestUpdate();
  }

  readonly #onScroll = (): void => {
    const top = this.#scroller?.scrollTop ?? 0;
    const step = top - this.#top;
    if (step === 0) return;
    this.#revealed = -1;
    this.#top = top;
    this.#offset = !this.#squeezed ? top : Math.abs(step) > JUMP ? this.#convert(top, true) : this.#offset + step;
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

  #rowAt(place: number): number {
    return this.#heights.at(place, this.#options.count());
  }

  /** Looks what was in view up again where rows came or went above it. At the top, what comes is seen. */
  #follow(): void {
    const { idAt, onShift } = this.#options;
    const { index, id } = this.#anchor;
    if (!id || idAt?.(index) === id) return;
    this.#onScroll();
    if (this.#offset === 0) return;
    for (let by = -REACH; by <= REACH; by++) {
      if (idAt?.(index + by) !== id) continue;
      this.#goTo(this.#offset + this.#heights.top(index + by) - this.#heights.top(index));
      onShift?.(by);
      return;
    }
  }

  readonly #measureRows = (): void => {
    if (!this.#options.idAt) return;
    // On a busy page the view may have moved on before its event came: it is not taken back.
    this.#onScroll();
    const rows = this.#find('.rows')?.children;
    if (rows?.length !== this.until - this.from) return;
    const anchor = this.#rowAt(this.#offset);
    let shift = 0;
    let changed = false;
    [...rows].forEach((row, at) => {
      const grown = this.#heights.set(this.from + at, row.getBoundingClientRect().height);
      changed ||= grown !== 0;
      if (this.from + at < anchor) shift += grown;
    });
    if (!changed) return;
    this.#goTo(this.#offset + shift);
    if (this.#revealed >= 0) this.reveal(this.#revealed);
  };

  #measure(): void {
    // In the next frame: what it changes is not observed twice in this one.
    requestAnimationFrame(this.#measureRows);
    const view = this.#scroller?.clientHeight ?? 0;
    if (view === 0 || view === this.#view) return;
    this.#view = view;
    this.#host.requestUpdate();
  }

  /** Chooses the rows to draw; keeps those drawn while they still cover the view. True when they changed. */
  #choose(): boolean {
    const count = this.#options.count();
    const first = this.#rowAt(this.#offset);
    const last = Math.min(count, this.#rowAt(this.#offset + this.#room) + 1);
    // Above the view they are drawn some rows ahead, so that none is measured first where it is seen.
    const covers = this.from <= Math.max(0, first - 3) && this.until >= Math.min(count, last + 1);
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

  #find(selector: string): HTMLElement | null {
    return this.#scroller?.querySelector<HTMLElement>(selector) ?? null;
  }

  #put(selector: string, property: string, length: number): void {
    this.#find(selector)?.style.setProperty(property, `${length}px`);
  }

  #tellView(): void {
    if (this.until > this.from) this.#options.onView?.(this.from, this.until);
  }
}
