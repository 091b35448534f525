import { css, nothing } from 'lit';
import { property, query, queryAll } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { Button } from './button.ts';
import { icon } from './draw-icon.ts';
import type { IconName } from './icon.ts';
import { kitStyles } from './kit.styles.ts';
import { placePopover } from './place-popover.ts';

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconName;
  hint?: string;
  danger?: boolean;
  disabled?: boolean;
}

/**
 * A button that opens a list of acts.
 * @slot - The button's words, unless it has an icon and a label only.
 * @event choose - `detail` is the id of the act.
 */
export class Menu extends PrefixedElement {
  static override tag = 'menu';
  static override uses = [Button];
  static override styles = [
    kitStyles,
    css`
      :host {
        display: inline-flex;
        flex: none;
      }
      .list {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 4px;
        min-inline-size: 180px;
        max-inline-size: 320px;
        max-block-size: 360px;
        overflow: auto;
        border: 0;
        border-radius: var(--_radius-card);
        background: var(--_raised);
        color: var(--_text);
        box-shadow:
          var(--_shadow-overlay),
          0 0 0 1px var(--_border);
      }
      .item {
        display: flex;
        align-items: center;
        gap: 9px;
        inline-size: 100%;
        min-block-size: 32px;
        padding: 5px 10px;
        border: 0;
        border-radius: calc(var(--_radius-card) - 4px);
        background: none;
        font-size: var(--_font-size-m);
        text-align: start;
        cursor: pointer;
      }
      .item:hover,
      .item:focus-visible {
        background: var(--_hover);
        outline: none;
      }
      .item:focus-visible {
        box-shadow: inset 0 0 0 2px var(--_focus);
      }
      .item .icon {
        color: var(--_text-muted);
      }
      .item.danger,
      .item.danger .icon {
        color: var(--_danger-text);
      }
      .item:disabled {
        color: var(--_text-disabled);
        cursor: default;
      }
      .hint {
        margin-inline-start: auto;
        padding-inline-start: 12px;
        font-size: var(--_font-size-xs);
        color: var(--_text-muted);
        max-inline-size: 140px;
      }
      @media (pointer: coarse) {
        .item {
          min-block-size: var(--_control-height-touch);
        }
      }
    `,
  ];
  @property({ attribute: false }) items: readonly MenuItem[] = [];
  @property() icon: IconName | '' = '';
  @property() label = '';
  @property() variant: Button['variant'] = 'quiet';
  @property() size: Button['size'] = 'normal';
  @property() align: 'start' | 'end' = 'end';
  @query('.list') private list!: HTMLElement;
  @query('.trigger') private trigger!: Button;
  @queryAll('.item:not(:disabled)') private entries!: NodeListOf<HTMLButtonElement>;

  readonly #open = (): void => {
    if (this.list.matches(':popover-open')) return this.list.hidePopover();
    this.list.showPopover();
    placePopover(this.list, this.trigger, this.align);
    this.entries[0]?.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const entries = [...this.entries];
    const at = entries.indexOf(this.shadowRoot?.activeElement as HTMLButtonElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      entries.at(step % entries.length)?.focus();
    } else if (event.key === 'Tab') this.list.hidePopover();
    else if (event.key.length === 1) {
      entries.find((entry) => entry.innerText.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.list.hidePopover();
      this.trigger.focus();
    }
  };

  #choose(id: string): void {
    this.list.hidePopover();
    this.trigger.focus();
    this.tell('choose', id);
  }

  readonly #toggled = (event: Event): void => {
    this.trigger.expanded = (event as ToggleEvent).newState === 'open' ? 'true' : 'false';
  };

  override render(): unknown {
    return html`<x-button
        class="trigger"
        variant=${this.variant}
        size=${this.size}
        icon=${this.icon}
        label=${this.label}
        @click=${this.#open}
        ><slot></slot
      ></x-button>
      <div
        class="list"
        part="list"
        popover
        role="menu"
        aria-label=${this.label || nothing}
        @keydown=${this.#onKey}
        @toggle=${this.#toggled}
      >
        ${this.items.map(
          (item) =>
            html`<button
              class="item ${item.danger ? 'danger' : ''}"
              role="menuitem"
              tabindex="-1"
              ?disabled=${item.disabled ?? false}
              @click=${() => this.#choose(item.id)}
            >
              ${icon(item.icon)}<span>${item.label}</span>${item.hint ? html`<span class="hint cut">${item.hint}</span>` : ''}
            </button>`,
        )}
      </div>`;
  }
}
