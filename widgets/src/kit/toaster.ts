import { msg } from '@lit/localize';
import type { PropertyValues } from 'lit';
import { query, state } from '../base/decorators.ts';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { icon } from './draw-icon.ts';
import { focused } from './focus-return.ts';
import { kitStyles } from './kit.styles.ts';
import { toasterStyles } from './toaster.styles.ts';

export interface Toast {
  text: string;
  tone?: 'neutral' | 'danger';
  /** One thing to do about it, such as undoing. */
  action?: { label: string; run: () => void };
}
interface Standing extends Toast {
  /** Whom it was given to at first. */
  home: Toaster;
  /** Time it still has, in ms. */
  left: number;
}
const STAY_MS = 6000;
const MOST = 3;
const TICK_MS = 200;
/** Those in open modal dialogs, the topmost last: while there are any, the pointer, keys and screen readers reach no other. */
const inDialogs: Toaster[] = [];

/**
 * Says briefly what happened, and is heard as well. Three stand at once, further ones wait for room. While the pointer or the
 * focus is on one of them, none goes away. While a modal dialog with a toaster of its own is open, they stand in that one.
 *
 * Keys: Tab reaches their buttons, Escape there dismisses one and gives the focus back.
 *
 * @csspart toast - One of them.
 */
export class Toaster extends PrefixedElement {
  static override tag = 'toaster';
  static override styles = [kitStyles, toasterStyles];
  @state() private standing: readonly Standing[] = [];
  @state() private heard: { text: string; urgent: boolean } = { text: '', urgent: false };
  @query('.shelf') private shelf!: HTMLElement | null;
  #waiting: Standing[] = [];
  #clock: ReturnType<typeof setInterval> | undefined;
  #over = false;
  #hadFocus = false;
  /** Where the focus was when they came; where that is gone, the last place it was at before it came to them. */
  #before: HTMLElement | null = null;

  show(toast: Toast): void {
    const left = toast.action || toast.tone === 'danger' ? STAY_MS * 1.5 : STAY_MS;
    this.#place({ ...toast, home: this, left });
  }

  /** Puts one where it can be reached. */
  #place(toast: Standing): void {
    // Of several that go at once the last may hear of it first.
    (inDialogs.findLast((one) => one.isConnected) ?? toast.home).#take(toast);
  }

  #take(toast: Standing): void {
    if (!this.isConnected) return;
    if (this.standing.length < MOST) this.#stand(toast);
    else this.#waiting.push(toast);
    this.#clock ??= setInterval(this.#tick, TICK_MS);
  }

  #handOver(): void {
    const toasts = [...this.standing, ...this.#waiting];
    this.#stop();
    [this.standing, this.#waiting, this.#over] = [[], [], false];
    for (const toast of toasts) this.#place(toast);
  }

  #stop(): void {
    clearInterval(this.#clock);
    removeEventListener('keydown', this.#notePlace, true);
    this.#clock = undefined;
    this.heard = { text: '', urgent: false };
  }

  get #holdsFocus(): boolean {
    return this.shelf?.contains(focused()) ?? false;
  }

  readonly #notePlace = (): void => {
    const now = focused();
    if (!this.#holdsFocus && now !== document.body && !this.#before?.isConnected) this.#before = now;
  };

  #stand(toast: Standing): void {
    if (!this.#holdsFocus) this.#before = null;
    this.#notePlace();
    addEventListener('keydown', this.#notePlace, true);
    this.standing = [...this.standing, toast];
    this.heard = { text: toast.text, urgent: toast.tone === 'danger' };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.closest('dialog')) inDialogs.push(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (inDialogs.includes(this)) inDialogs.splice(inDialogs.indexOf(this), 1);
    this.#handOver();
  }

  readonly #tick = (): void => {
    if ((inDialogs.at(-1) ?? this) !== this) return this.#handOver();
    if (this.#over || document.hidden || this.#holdsFocus) return;
    for (const toast of this.standing) toast.left -= TICK_MS;
    const gone = this.standing.filter((toast) => toast.left <= 0);
    for (const toast of gone) this.#dismiss(toast);
    if (this.standing.length === 0) this.#stop();
  };

  readonly #dismiss = (toast: Standing): void => {
    this.#hadFocus ||= this.#holdsFocus;
    this.standing = this.standing.filter((one) => one !== toast);
    this.#over &&= this.standing.length > 0;
    const next = this.#waiting.shift();
    if (next) this.#stand(next);
  };

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('standing')) return;
    const { shelf } = this;
    // The top layer, so that a host's z-index cannot cover it. Showing it again puts it above what opened since.
    if (!this.#holdsFocus && shelf?.matches(':popover-open')) shelf.hidePopover();
    if (this.standing.length > 0 && !shelf?.matches(':popover-open')) shelf?.showPopover();
    if (this.#hadFocus && focused() === document.body) this.#before?.focus({ preventScroll: true });
    this.#hadFocus = false;
  }

  readonly #onKey = (event: KeyboardEvent, toast: Standing): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#dismiss(toast);
  };

  #toast(toast: Standing): unknown {
    const { action } = toast;
    return html`<div
      class="toast ${toast.tone ?? 'neutral'}"
      part="toast"
      @keydown=${(event: KeyboardEvent) => this.#onKey(event, toast)}
    >
      ${toast.tone === 'danger' ? icon('warning') : ''}<span>${toast.text}</span>
      ${
        action
          ? html`<button
              class="act"
              type="button"
              @click=${() => {
                this.#dismiss(toast);
                action.run();
              }}
            >
              ${action.label}
            </button>`
          : ''
      }
      <button type="button" aria-label=${msg('Dismiss')} @click=${() => this.#dismiss(toast)}>${icon('close')}</button>
    </div>`;
  }

  override render(): unknown {
    // A live region must be there before its words are; what is seen comes and goes in the top layer.
    return html`<div class="visually-hidden" aria-live="polite">${this.heard.urgent ? '' : this.heard.text}</div>
      <div class="visually-hidden" role="alert">${this.heard.urgent ? this.heard.text : ''}</div>
      <div
        class="shelf"
        popover="manual"
        role="group"
        aria-label=${msg('Messages')}
        @pointerenter=${() => (this.#over = true)}
        @pointerleave=${() => (this.#over = false)}
      >
        ${repeat(
          this.standing,
          (toast) => toast,
          (toast) => this.#toast(toast),
        )}
      </div>`;
  }
}
