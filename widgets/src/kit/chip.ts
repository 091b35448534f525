import { msg, str } from '@lit/localize';
import { css, LitElement } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import type { Tone } from './badge.ts';
import { icon } from './draw-icon.ts';
import type { IconName } from './icon.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * A small thing among others of its kind: a tag, a filter, a person. It can be chosen, taken away, both or neither.
 *
 * Keys: Enter or Space choose or press, Delete or Backspace take away what can be.
 *
 * @slot - Its words, when `label` does not say them.
 * @fires choose - It was pressed (`selectable` only); `selected` has the new state.
 * @fires remove - It is to be taken away (`removable` only).
 * @csspart chip - The whole chip.
 * @csspart remove - The button that takes it away.
 */
export class Chip extends PrefixedElement {
  static override tag = 'chip';
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    kitStyles,
    css`
      :host {
        display: inline-flex;
        max-inline-size: 100%;
        min-inline-size: 0;
        vertical-align: middle;
      }
      .chip {
        display: inline-flex;
        align-items: stretch;
        max-inline-size: 100%;
        block-size: 24px;
        border-radius: var(--_radius-full);
        background: var(--_sunken);
        box-shadow: inset 0 0 0 1px var(--_border);
        color: var(--_text);
        font-size: var(--_font-size-s);
        line-height: 1;
      }
      .words {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-inline-size: 0;
        padding: 0 10px;
        border: 0;
        border-radius: inherit;
        background: none;
        line-height: 24px;
      }
      .words .icon {
        inline-size: 14px;
        block-size: 14px;
        color: var(--_text-muted);
      }
      button {
        cursor: pointer;
      }
      button.words:hover:not(:disabled) {
        background: var(--_hover);
      }
      .words:has(+ .remove) {
        padding-inline-end: 4px;
      }
      .remove {
        display: grid;
        place-items: center;
        inline-size: 24px;
        flex: none;
        padding: 0;
        border: 0;
        border-radius: var(--_radius-full);
        background: none;
        color: var(--_text-muted);
      }
      .remove .icon {
        inline-size: 12px;
        block-size: 12px;
      }
      .remove:hover:not(:disabled) {
        background: var(--_pressed);
        color: var(--_text);
      }
      :focus-visible {
        outline-offset: -1px;
      }
      .accent,
      .chosen {
        background: var(--_accent-soft);
        box-shadow: inset 0 0 0 1px var(--_accent-border);
        color: var(--_accent-text);
      }
      .chosen .words .icon {
        color: inherit;
      }
      .success {
        background: var(--_success-soft);
        color: var(--_success-text);
      }
      .warning {
        background: var(--_warning-soft);
        color: var(--_warning-text);
      }
      .info {
        background: var(--_info-soft);
        color: var(--_info-text);
      }
      .danger {
        background: var(--_danger-soft);
        box-shadow: inset 0 0 0 1px var(--_danger-border);
        color: var(--_danger-text);
      }
      .off {
        color: var(--_text-muted);
        box-shadow: none;
      }
      .off button {
        cursor: default;
      }
      @media (pointer: coarse) {
        .chip {
          block-size: 32px;
        }
        .words {
          line-height: 32px;
        }
        /* A finger may miss the chip by a little, and hits no other one then. */
        .chip:has(button) {
          margin-block: 6px;
        }
        button {
          position: relative;
        }
        button.words {
          min-inline-size: var(--_control-height-touch);
          justify-content: center;
        }
        button::after {
          content: '';
          position: absolute;
          inset: -6px 0;
        }
        .remove {
          inline-size: var(--_control-height-touch);
        }
      }
      @media (forced-colors: active) {
        .chip {
          border: 1px solid;
        }
        .chosen {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];
  /** Its words; also what the button that takes it away is named after. */
  @property() label = '';
  @property() icon: IconName | '' = '';
  @property() tone: Tone = 'neutral';
  @property({ type: Boolean }) selectable = false;
  @property({ type: Boolean, reflect: true }) selected = false;
  @property({ type: Boolean }) removable = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Leaves the chip out of the order of Tab, for what moves among its chips by arrow keys. */
  @property({ type: Boolean }) roving = false;

  readonly #onChoose = (): void => {
    this.selected = !this.selected;
    this.tell('choose', this.selected);
  };
  readonly #onKey = (event: KeyboardEvent): void => {
    if (!this.removable || this.disabled || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    event.stopPropagation();
    this.tell('remove');
  };

  override render(): unknown {
    const { removable, selectable, selected, disabled } = this;
    const at = this.roving ? -1 : 0;
    const words = html`${icon(selected ? 'check' : this.icon)}<span class="cut">${this.label}<slot></slot></span>`;
    return html`<span
      class="chip ${this.tone} ${selected ? 'chosen' : ''} ${disabled ? 'off' : ''}"
      part="chip"
      @keydown=${this.#onKey}
    >
      ${
        selectable
          ? html`<button
              class="words"
              type="button"
              tabindex=${at}
              aria-pressed=${selected}
              ?disabled=${disabled}
              @click=${this.#onChoose}
            >
              ${words}
            </button>`
          : html`<span class="words">${words}</span>`
      }${
        removable
          ? html`<button
              class="remove"
              part="remove"
              type="button"
              tabindex=${at}
              aria-label=${msg(str`Remove ${this.label || this.textContent?.trim() || ''}`)}
              ?disabled=${disabled}
              @click=${() => this.tell('remove')}
            >
              ${icon('close')}
            </button>`
          : ''
      }
    </span>`;
  }
}
