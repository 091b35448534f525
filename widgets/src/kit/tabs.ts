import { css, type PropertyValues } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { kitStyles } from './kit.styles.ts';

export interface Tab {
  id: string;
  label: string;
  count?: string;
}

/**
 * Views of one thing, one of them shown.
 *
 * Keys: Tab reaches the one that is shown; arrows, Home and End show another.
 * @event choose - `detail` is the id of the view.
 */
export class Tabs extends PrefixedElement {
  static override tag = 'tabs';
  static override styles = [
    kitStyles,
    css`
      :host {
        display: block;
        min-inline-size: 0;
      }
      [role='tablist'] {
        display: inline-flex;
        gap: 2px;
        padding: 2px;
        border-radius: calc(var(--_radius-control) + 2px);
        background: var(--_pressed);
        max-inline-size: 100%;
        overflow-x: auto;
        scrollbar-width: none;
        /* Where more stand than fit, that end fades; where all fit there is nothing to scroll and no fading. */
        animation: ends linear both;
        animation-timeline: scroll(self inline);
      }
      [role='tablist']:dir(rtl) {
        animation-direction: reverse;
      }
      @keyframes ends {
        from,
        to {
          mask: linear-gradient(90deg, #0000, #000 28px calc(100% - 28px), #0000) 0 0 / calc(100% + 28px) 100%;
        }
        from {
          mask-position: -28px 0;
        }
      }
      button {
        flex: none;
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-block-size: 28px;
        padding: 0 11px;
        border: 0;
        border-radius: var(--_radius-control);
        background: none;
        color: var(--_text-muted);
        font-size: var(--_font-size-s);
        font-weight: var(--_font-weight-medium);
        white-space: nowrap;
        cursor: pointer;
      }
      button:hover {
        color: var(--_text);
      }
      button[aria-selected='true'] {
        background: var(--_surface);
        color: var(--_text);
        box-shadow:
          var(--_shadow-small),
          0 0 0 1px var(--_border);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .count {
        font-size: var(--_font-size-xs);
        font-variant-numeric: tabular-nums;
        color: var(--_text-muted);
      }
      @media (pointer: coarse) {
        button {
          min-block-size: var(--_control-height-touch);
          min-inline-size: var(--_control-height-touch);
          justify-content: center;
        }
      }
      @media (forced-colors: active) {
        button[aria-selected='true'] {
          outline: 2px solid;
        }
      }
    `,
  ];
  @property({ attribute: false }) tabs: readonly Tab[] = [];
  @property() selected = '';
  @property() label = '';

  readonly #onKey = (event: KeyboardEvent): void => {
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const at = this.tabs.findIndex((tab) => tab.id === this.selected);
    const onward = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const places: Record<string, number> = { ArrowRight: at + onward, ArrowLeft: at - onward, Home: 0, End: -1 };
    const place = places[event.key];
    if (place === undefined) return;
    event.preventDefault();
    const next = buttons.at(place % buttons.length);
    next?.focus();
    next?.click();
  };

  /** The one that is shown stands in the middle of a row that is wider than its place. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('selected')) return;
    const list = this.renderRoot.querySelector('div');
    const shown = list?.querySelector('[aria-selected=true]');
    if (list && shown) list.scrollLeft += middleOf(shown) - middleOf(list);
  }

  override render(): unknown {
    // One of them can always be reached.
    const shown = this.tabs.some((tab) => tab.id === this.selected) ? this.selected : this.tabs[0]?.id;
    return html`<div role="tablist" aria-label=${this.label} @keydown=${this.#onKey}>
      ${this.tabs.map(
        (tab) =>
          html`<button
            type="button"
            role="tab"
            aria-selected=${tab.id === this.selected}
            tabindex=${tab.id === shown ? 0 : -1}
            @click=${() => this.tell('choose', tab.id)}
          >
            ${tab.label}${tab.count ? html`<span class="count">${tab.count}</span>` : ''}
          </button>`,
      )}
    </div>`;
  }
}

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
}
