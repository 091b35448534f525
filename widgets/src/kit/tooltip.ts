import { css, type PropertyValues } from 'lit';
import { property, query } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';
import { keepPlaced } from './place-popover.ts';

const DELAY_MS = 400;
/** Time to cross the gap between the trigger and the words. */
const GRACE_MS = 120;
const LONG_PRESS_MS = 500;

/** The one that is open; another one takes its place at once, and without a delay right after. */
let shown: Tooltip | null = null;
let lastHiddenAt = 0;

/**
 * A few words about the thing it stands at. They may never be the only place of a fact: not everybody meets them.
 * Shows on hover, on keyboard focus, at a long press, and with `tap` at a press; stays while the pointer is on it.
 *
 * Keys: focus shows it, Escape hides it and nothing else.
 *
 * @slot - The thing the words are about: one control.
 * @csspart tip - The words.
 */
export class Tooltip extends PrefixedElement {
  static override tag = 'tooltip';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: inline-flex;
        min-inline-size: 0;
      }
      .tip {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 6px 10px;
        inline-size: max-content;
        max-inline-size: min(280px, calc(100vw - 16px));
        border: 0;
        border-radius: var(--_radius-control);
        background: var(--_neutral-12);
        color: var(--_surface);
        font-size: var(--_font-size-s);
        font-weight: var(--_font-weight-normal);
        line-height: 1.4;
        text-align: start;
        letter-spacing: normal;
        white-space: pre-line;
        box-shadow: var(--_shadow-overlay);
      }
      .tip:popover-open {
        animation: appear var(--_duration-fast) var(--_ease-out);
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      @media (forced-colors: active) {
        .tip {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];
  @property() text = '';
  /** Also shows at a press: for a trigger that is there only to explain. */
  @property({ type: Boolean }) tap = false;
  @query('.tip') private tip!: HTMLElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #letGo: (() => void) | null = null;
  #pressed = false;
  #heldLong = false;

  constructor() {
    super();
    this.addEventListener('pointerenter', (event) => event.pointerType === 'mouse' && this.#soon(DELAY_MS));
    this.addEventListener('pointerleave', (event) => {
      if (event.pointerType === 'mouse') this.#later(() => this.hide(), GRACE_MS);
      else clearTimeout(this.#timer);
    });
    this.addEventListener('pointerdown', (event) => this.#press(event));
    this.addEventListener('pointerup', () => (this.#pressed = false));
    this.addEventListener('pointercancel', () => clearTimeout(this.#timer));
    this.addEventListener('focusin', () => !this.#pressed && this.show());
    this.addEventListener('focusout', () => this.hide());
    this.addEventListener('click', (event) => this.#click(event), { capture: true });
    // A long press would also open the menu of the browser over the words.
    this.addEventListener('contextmenu', (event) => this.#heldLong && event.preventDefault());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
  }

  /** The thing itself, inside an element of ours if it is one: the words describe it to a screen reader. */
  get #target(): Element | null {
    const [control] = this.renderRoot.querySelector('slot')?.assignedElements() ?? [];
    return control?.shadowRoot?.querySelector('button, a, input, [tabindex]') ?? control ?? null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.#describe();
  }

  readonly #describe = (): void => {
    const [control] = this.renderRoot.querySelector('slot')?.assignedElements() ?? [];
    // An element of ours draws its control a moment later.
    void Promise.resolve((control as { updateComplete?: Promise<unknown> } | undefined)?.updateComplete).then(() => {
      const target = this.#target;
      if (target) target.ariaDescription = this.text;
    });
  };

  #later(act: () => void, ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, ms);
  }

  #soon(ms: number): void {
    const warm = shown !== null || performance.now() - lastHiddenAt < 300;
    this.#later(() => this.show(), warm ? 0 : ms);
  }

  #press(event: PointerEvent): void {
    this.#pressed = true;
    this.#heldLong = false;
    if (event.pointerType === 'mouse' && !this.tap) return this.hide();
    if (event.pointerType !== 'mouse') {
      this.#later(() => {
        this.#heldLong = true;
        this.show();
      }, LONG_PRESS_MS);
    }
  }

  #click(event: MouseEvent): void {
    clearTimeout(this.#timer);
    if (this.#heldLong) {
      // The press asked what the thing is; it did not mean to use it.
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (this.tap) this.show();
    this.#heldLong = false;
  }

  /** Shows the words now. */
  show(): void {
    clearTimeout(this.#timer);
    if (shown === this || !this.text || !this.isConnected) return;
    shown?.hide();
    shown = this; // oxlint-disable-line typescript/no-this-alias -- the page has one of them
    this.tip.showPopover();
    this.#letGo = keepPlaced(this.tip, this.#target ?? this, { align: 'center' });
    addEventListener('keydown', this.#onKey, { capture: true });
    addEventListener('pointerdown', this.#onPressElsewhere, { capture: true });
  }

  hide(): void {
    clearTimeout(this.#timer);
    if (shown !== this) return;
    shown = null;
    lastHiddenAt = performance.now();
    this.#letGo?.();
    if (this.tip.matches(':popover-open')) this.tip.hidePopover();
    removeEventListener('keydown', this.#onKey, { capture: true });
    removeEventListener('pointerdown', this.#onPressElsewhere, { capture: true });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    // The dialog underneath stays open.
    event.preventDefault();
    event.stopPropagation();
    this.hide();
  };
  readonly #onPressElsewhere = (event: Event): void => {
    if (!event.composedPath().includes(this)) this.hide();
  };

  override render(): unknown {
    return html`<slot @slotchange=${this.#describe}></slot>
      <div class="tip" part="tip" role="tooltip" popover="manual">${this.text}</div>`;
  }
}
