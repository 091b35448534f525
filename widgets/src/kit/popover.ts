import { css, nothing } from 'lit';
import { property, query } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Button } from './button.ts';
import { focused } from './focus-return.ts';
import { kitStyles } from './kit.styles.ts';
import { keepPlaced, type Placing } from './place-popover.ts';

/**
 * Something small that opens at its trigger, over the page, and closes at Escape or a press elsewhere. A sheet at the bottom
 * on phones. Focus goes in and comes back.
 *
 * Keys: Enter and Space on the trigger open and close, Escape closes, Tab walks through and out.
 *
 * @slot trigger - What opens it: one button.
 * @slot - Its content.
 * @event toggle - It opened or closed; `detail` says which.
 * @csspart panel - What floats.
 */
export class Popover extends PrefixedElement {
  static override tag = 'popover';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: inline-flex;
      }
      .panel {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: var(--_space-4);
        min-inline-size: 160px;
        max-inline-size: min(360px, calc(100vw - 16px));
        max-block-size: min(480px, calc(100dvh - 16px));
        overflow: auto;
        overscroll-behavior: contain;
        border: 0;
        border-radius: var(--_radius-card);
        background: var(--_raised);
        color: var(--_text);
        font-size: var(--_font-size-m);
        line-height: var(--_line-height-text);
        box-shadow:
          var(--_shadow-overlay),
          0 0 0 1px var(--_border);
      }
      .panel:popover-open {
        animation: arrive var(--_duration-fast) var(--_ease-out);
      }
      .panel:focus-visible {
        outline: none;
      }
      @keyframes arrive {
        from {
          opacity: 0;
          translate: 0 -4px;
        }
      }
      @media (max-width: 520px) {
        .panel {
          inset: auto 0 0 !important;
          inline-size: auto;
          max-inline-size: none;
          border-end-start-radius: 0;
          border-end-end-radius: 0;
          padding-block-end: max(var(--_space-5), env(safe-area-inset-bottom));
        }
      }
      @media (forced-colors: active) {
        .panel {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];
  /** What a screen reader calls it. */
  @property() label = '';
  @property() align: NonNullable<Placing['align']> = 'start';
  @property({ type: Boolean, reflect: true }) open = false;
  @query('.panel') private panel!: HTMLElement;
  #letGo: (() => void) | null = null;
  #wasOpen = false;

  get #trigger(): HTMLElement | null {
    return this.querySelector<HTMLElement>('[slot=trigger]');
  }

  protected override updated(): void {
    const shown = this.panel.matches(':popover-open');
    if (this.open && !shown) this.panel.showPopover();
    else if (!this.open && shown) this.panel.hidePopover();
    this.#mark();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#letGo?.();
    this.open = false;
  }

  /** The trigger says that it opens something and whether it did. */
  #mark(): void {
    const trigger = this.#trigger;
    if (trigger instanceof Button) [trigger.expanded, trigger.popup] = [this.open ? 'true' : 'false', 'dialog'];
    else {
      trigger?.setAttribute('aria-expanded', String(this.open));
      trigger?.setAttribute('aria-haspopup', 'dialog');
    }
  }

  readonly #toggled = (event: Event): void => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the name of the event says its class
    this.open = (event as ToggleEvent).newState === 'open';
    this.#letGo?.();
    const trigger = this.#trigger;
    this.#letGo = this.open && trigger ? keepPlaced(this.panel, trigger, { align: this.align }) : null;
    if (this.open) (this.querySelector<HTMLElement>('[autofocus]') ?? this.panel).focus({ preventScroll: true });
    else if (this.contains(focused()) || this.panel.contains(focused()) || focused() === document.body) {
      trigger?.focus({ preventScroll: true });
    }
    this.tell('toggle', this.open);
  };

  override render(): unknown {
    return html`<slot
        name="trigger"
        @slotchange=${() => this.#mark()}
        @pointerdown=${() => (this.#wasOpen = this.open)}
        @click=${(event: MouseEvent) => {
          // A press on the trigger has closed it already; opening it again would look stuck. A key has no press.
          this.open = !(event.detail === 0 ? this.open : this.#wasOpen);
        }}
      ></slot>
      <div
        class="panel"
        part="panel"
        popover
        tabindex="-1"
        role="dialog"
        aria-label=${this.label || nothing}
        @toggle=${this.#toggled}
      >
        <slot></slot>
      </div>`;
  }
}
