import { css } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { FormControl } from './form-control.ts';
import type { Option } from './select.ts';

/**
 * One of a few, all in sight. Native radios of one root: Tab enters at the chosen one, arrow keys choose another.
 *
 * @fires change - Another option was chosen.
 * @csspart group - All options.
 * @csspart option - One option with its words.
 */
export class RadioGroup extends FormControl {
  static override tag = 'radio-group';
  static override styles = [
    FormControl.styles,
    css`
      legend {
        margin-block-end: 6px;
      }
      .options {
        display: flex;
        flex-direction: column;
        gap: 2px;
      }
      :host([appearance='row']) .options {
        flex-flow: row wrap;
        gap: 4px 20px;
      }
      :host([appearance='cards']) .options {
        gap: 8px;
      }
      .option {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr);
        gap: 0 9px;
        align-items: center;
        min-block-size: 28px;
        font-weight: var(--_font-weight-normal);
        font-size: var(--_font-size-m);
        cursor: pointer;
      }
      :host([appearance='cards']) .option {
        padding: 10px 12px;
        border: 1px solid var(--_border-strong);
        border-radius: var(--_radius-control);
        background: var(--_surface);
      }
      :host([appearance='cards']) .option:has(:checked) {
        border-color: var(--_accent-mark);
        background: var(--_accent-soft);
      }
      :host([appearance='cards']) .option b {
        font-weight: var(--_font-weight-medium);
      }
      b {
        font-weight: inherit;
      }
      .option:has(:disabled) {
        cursor: default;
        color: var(--_text-disabled);
      }
      input {
        appearance: none;
        inline-size: 16px;
        block-size: 16px;
        border: 1px solid var(--_border-control);
        border-radius: 50%;
        background: var(--_surface);
        cursor: inherit;
      }
      input:checked {
        border: 5px solid var(--_accent-mark);
      }
      input:disabled {
        border-color: var(--_border);
        background: var(--_sunken);
      }
      :host(:state(invalid)) input {
        border-color: var(--_danger);
      }
      small {
        grid-column: 2;
        font-size: var(--_font-size-xs);
        color: var(--_text-muted);
      }
      @media (pointer: coarse) {
        .option {
          min-block-size: var(--_control-height-touch);
        }
      }
      @media (forced-colors: active) {
        input {
          appearance: auto;
        }
      }
    `,
  ];
  @property({ attribute: false }) options: readonly Option[] = [];
  /** `list` under each other, `row` beside each other, `cards` where each has a sentence of its own. */
  @property({ reflect: true }) appearance: 'list' | 'row' | 'cards' = 'list';

  override focus(options?: FocusOptions): void {
    const inputs = this.renderRoot.querySelectorAll<HTMLInputElement>('input:not(:disabled)');
    ([...inputs].find((input) => input.checked) ?? inputs[0])?.focus(options);
  }
  protected override get control(): HTMLElement | null {
    return this.renderRoot.querySelector('input');
  }

  override render(): unknown {
    return html`<fieldset
      class="field"
      part="group"
      role="radiogroup"
      aria-required=${this.required}
      aria-invalid=${this.invalid}
      aria-describedby=${this.describedBy}
      ?disabled=${this.off}
    >
      <legend class=${this.labelClass} part="label">${this.label}</legend>
      <div class="options">
        ${this.options.map(
          ({ value, label, hint, disabled }) =>
            html`<label class="option" part="option"
              ><input
                type="radio"
                name="choice"
                .value=${value}
                .checked=${value === this.value}
                ?required=${this.required}
                ?disabled=${disabled || (this.readOnly && value !== this.value)}
                @change=${this.onChange}
              /><b>${label}</b>${hint ? html`<small>${hint}</small>` : ''}</label
            >`,
        )}
      </div>
      ${this.below()}
    </fieldset>`;
  }
}
