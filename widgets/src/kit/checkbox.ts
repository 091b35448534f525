import { css, nothing, type PropertyValues } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { FormControl } from './form-control.ts';
import { icon } from './draw-icon.ts';

/**
 * A box to tick. For what takes effect at once, take a switch.
 *
 * @slot - More words of the label.
 * @fires change - It was ticked or cleared.
 * @csspart input - The native box.
 * @csspart mark - The box as it is drawn.
 * @cssstate checked - It is ticked.
 * @cssstate mixed - Some of what it stands for is chosen.
 */
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
        gap: 9px;
        font-weight: var(--_font-weight-normal);
        font-size: var(--_font-size-m);
        cursor: pointer;
        min-block-size: 24px;
        align-items: center;
      }
      .words {
        font: inherit;
        color: inherit;
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
      :host(:state(invalid)) input {
        border-color: var(--_danger);
      }
      .hint,
      .error {
        margin-inline-start: 25px;
      }
      input:disabled {
        cursor: default;
        background: var(--_sunken);
        border-color: var(--_border);
      }
      label:has(input:disabled) {
        cursor: default;
        color: var(--_text-disabled);
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
      input:checked:disabled,
      input:indeterminate:disabled {
        background: var(--_border-control);
        border-color: transparent;
      }
      @media (pointer: coarse) {
        label {
          min-block-size: var(--_control-height-touch);
        }
      }
      @media (forced-colors: active) {
        input {
          appearance: auto;
        }
        .icon {
          display: none;
        }
      }
    `,
  ];
  @property({ type: Boolean, reflect: true }) checked = false;
  /** Some of what it stands for is chosen; a click chooses all. */
  @property({ type: Boolean }) mixed = false;
  protected readonly nativeRole: string | null = null;

  protected override get kept(): string {
    return this.checked ? 'on' : '';
  }
  protected override restore(kept: string): void {
    this.checked = kept === 'on';
  }
  protected override get formValue(): string | null {
    return this.checked ? this.value || 'on' : null;
  }
  protected override get control(): HTMLElement | null {
    return this.renderRoot.querySelector('input');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.mark('checked', this.checked);
    this.mark('mixed', this.mixed);
  }

  readonly #onToggle = (event: Event): void => {
    this.checked = (event.target as HTMLInputElement).checked;
    this.mixed = false;
    this.changed();
  };

  override render(): unknown {
    return html`<label part="label">
        <span class="mark" part="mark"
          ><input
            id="control"
            part="input"
            type="checkbox"
            role=${this.nativeRole ?? nothing}
            .checked=${this.checked}
            .indeterminate=${this.mixed}
            ?required=${this.required}
            ?disabled=${this.off || this.readOnly}
            aria-invalid=${this.invalid}
            aria-describedby=${this.describedBy}
            @change=${this.#onToggle}
          />${icon(this.mixed ? 'minus' : 'check')}</span
        ><span class="words ${this.labelClass}">${this.label}<slot></slot></span></label
      >${this.below()}`;
  }
}
