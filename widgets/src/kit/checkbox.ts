import { css, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { FormControl } from './form-control.ts';
import { icon } from './draw-icon.ts';

/** A box to tick; `appearance="switch"` for what takes effect at once. */
export class Checkbox extends FormControl {
  static override tag = 'checkbox';
  static override styles = [
    FormControl.styles,
    css`
      :host {
        display: inline-block;
      }
      label {
        display: inline-flex;
        align-items: flex-start;
        gap: 9px;
        font-weight: var(--_font-weight-normal);
        font-size: var(--_font-size-m);
        cursor: pointer;
        min-block-size: 24px;
        align-items: center;
      }
      .mark {
        position: relative;
        flex: none;
        inline-size: 16px;
        block-size: 16px;
      }
      input {
        appearance: none;
        position: absolute;
        inset: 0;
        border: 1px solid var(--_border-control);
        border-radius: var(--_radius-small);
        background: var(--_surface);
        cursor: pointer;
        transition: background var(--_duration-fast) var(--_ease-out);
      }
      input::before {
        content: '';
        position: absolute;
        inset: -5px;
      }
      .icon {
        position: absolute;
        inset: 1px;
        inline-size: 14px;
        block-size: 14px;
        color: var(--_surface);
        stroke-width: 2;
        opacity: 0;
        pointer-events: none;
      }
      input:checked,
      input:indeterminate {
        background: var(--_accent-mark);
        border-color: var(--_accent-mark);
      }
      input:checked + .icon,
      input:indeterminate + .icon {
        opacity: 1;
      }
      .switch .mark {
        inline-size: 30px;
        block-size: 18px;
      }
      .switch input {
        border-radius: 99px;
        background: var(--_border-control);
        border-color: transparent;
      }
      .switch input::after {
        content: '';
        position: absolute;
        inset-block-start: 2px;
        inset-inline-start: 2px;
        inline-size: 12px;
        block-size: 12px;
        border-radius: 99px;
        background: var(--_surface);
        transition: inset-inline-start var(--_duration-base) var(--_ease-out);
      }
      .switch input:checked {
        background: var(--_accent-mark);
      }
      .switch input:checked::after {
        inset-inline-start: 14px;
      }
      .switch .icon {
        display: none;
      }
      @media (forced-colors: active) {
        input {
          appearance: auto;
        }
        .icon {
          display: none;
        }
        .switch input::after {
          background: ButtonText;
        }
      }
    `,
  ];
  @property({ type: Boolean }) checked = false;
  @property({ type: Boolean }) mixed = false;
  @property() appearance: 'box' | 'switch' = 'box';

  protected override get formValue(): string | null {
    return this.checked ? this.value || 'on' : null;
  }

  override render(): unknown {
    return html`<label class=${this.appearance === 'switch' ? 'switch' : ''}>
      <span class="mark"
        ><input
          part="input"
          type="checkbox"
          role=${this.appearance === 'switch' ? 'switch' : nothing}
          .checked=${this.checked}
          .indeterminate=${this.mixed}
          ?disabled=${this.disabled}
          @change=${(event: Event) => {
            this.checked = (event.target as HTMLInputElement).checked;
            this.dispatchEvent(new Event('change', { bubbles: true }));
          }}
        />${icon(this.mixed ? 'minus' : 'check')}</span
      ><span class=${this.hideLabel ? 'visually-hidden' : ''}>${this.label}<slot></slot></span>
    </label>`;
  }
}
