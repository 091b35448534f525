import type { LitElement, ReactiveController, TemplateResult } from 'lit';
import { defineElement } from '../base/define-element.ts';
import { html } from '../base/html.ts';
import type { PrefixedElementClass } from '../base/prefixed-element.ts';
import { observeBoxes } from '../kit/observe-boxes.ts';
import type { Session } from './session.ts';

/** Milliseconds that a pointer rests on a row before the row is meant. */
const RESTS = 90;

/** Width from which a short list has room for it below; narrower ones are read on phones, which open what is touched. */
const BELOW = 600;
/** A list of more rows fills a page by itself. */
const SHORT = 6;

/** What a list shows of one of its records, beside it. */
export interface RecordLook<T> {
  /** Width of the list's own, in pixels, from which it leaves room for it at its side. */
  room: number;
  /** Its code, which nobody fetches without room for it. */
  load: () => Promise<PrefixedElementClass>;
  view: (session: Session, row: T) => TemplateResult;
}

/** A look at the record that the pointer or the keyboard is at, where there is room for it at its side or below a short list; at first the first one. */
export class RecordBeside<T extends { id: string }> implements ReactiveController {
  readonly #host: LitElement & { tagPrefix: string };
  readonly #look: () => RecordLook<T> | null;
  readonly #sizes = observeBoxes(
    (_host, { inlineSize }) => this.#fit(inlineSize),
    () => true,
  );
  /** Rows that a list may have with it. */
  #most = 0;
  /** Nobody needs its code yet, or it is on its way, or here. */
  #loaded: boolean | undefined;
  #pointed = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement & { tagPrefix: string }, look: () => RecordLook<T> | null) {
    [this.#host, this.#look] = [host, look];
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.#host);
  }
  hostDisconnected(): void {
    this.#sizes.disconnect();
    clearTimeout(this.#timer);
  }

  #fit(width: number): void {
    const beside = width < (this.#look()?.room ?? 0) ? SHORT : Infinity;
    const most = width < BELOW ? 0 : beside;
    if (most === this.#most) return;
    this.#most = most;
    this.#host.requestUpdate();
  }

  /** Shows another one, once the pointer or the keyboard stays with it. */
  readonly point = ({ detail: { id } }: CustomEvent<T>): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (id === this.#pointed) return;
      this.#pointed = id;
      this.#host.requestUpdate();
    }, RESTS);
  };

  /** The one that is shown; undefined where there is none, or no room. */
  shown(rows: readonly T[]): T | undefined {
    if (!rows[0] || rows.length > this.#most) return undefined;
    if (this.#loaded === undefined) {
      this.#loaded = false;
      void this.#look()
        ?.load()
        .then(
          (element) => {
            defineElement(this.#host.tagPrefix, element);
            this.#loaded = true;
            this.#host.requestUpdate();
          },
          () => undefined, // without a connection the list is there all the same
        );
    }
    return this.#loaded ? (rows.find(({ id }) => id === this.#pointed) ?? rows[0]) : undefined;
  }

  /** The look at it; `''` where nothing is shown. */
  view(session: Session, rows: readonly T[]): TemplateResult | '' {
    const row = this.shown(rows);
    return row ? html`<div class=${this.#most > SHORT ? 'beside' : ''}>${this.#look()?.view(session, row)}</div>` : '';
  }
}
