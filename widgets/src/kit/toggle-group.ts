import { msg } from '@lit/localize';
import { css } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { FormControl, type Flaw } from './form-control.ts';
import type { Option } from './select.ts';

/**
 * Any of a few, side by side, such as the days of a week. The value is what is chosen with commas between; a form gets one
 * entry for each. Native boxes: Tab goes from one to the next, Space chooses.
 *
 * @fires change - Something was chosen or let go.
 * @csspart group - All options.
 * @csspart option - One option.
 */
export class ToggleGroup extends FormControl {
  static override tag = 'toggle-group';
  static override styles = [
    FormControl.styles,
    css`
      legend {
        margin-block-end: 5px;
      }
      .options {
        display: flex;
        gap: 4px;
      }
      .option {
        position: relative;
        flex: 1;
        min-inline-size: 0;
        display: grid;
        place-items: center;
        min-block-size: var(--_control-height);
        padding: 0 2px;
        border: 1px solid var(--_border-strong);
        border-radius: var(--_radius-control);
        background: var(--_surface);
        color: var(--_text-muted);
        font-size: var(--_font-size-xs);
        cursor: pointer;
      }
      .option:hover {
        background: var(--_hover);
      }
      .option:has(:checked) {
        background: var(--_accent-soft);
        border-color: var(--_accent-mark);
        color: var(--_accent-text);
        font-weight: var(--_font-weight-medium);
      }
      .option:has(:disabled) {
        cursor: default;
        border-color: var(--_border);
        color: var(--_text-muted);
      }
      .option:has(:focus-visible) {
        outline: var(--_focus-width) solid var(--_focus);
        outline-offset: -1px;
      }
      input {
        appearance: none;
        position: absolute;
        inset: 0;
        margin: 0;
        outline: none !important;
        cursor: inherit;
      }
      .option span {
        max-inline-size: 100%;
      }
      @media (pointer: coarse) {
        .options {
          flex-wrap: wrap;
        }
        .option {
          min-block-size: var(--_control-height-touch);
          min-inline-size: var(--_control-height-touch);
        }
      }
      @media (forced-colors: active) {
        .option:has(:checked) {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];
  @property({ attribute: false }) options: readonly Option[] = [];
  /** Fewest that must stay chosen; the last ones cannot be let go. */
  @property({ type: Number }) min = 0;

  get chosen(): readonly string[] {
    return this.value.split(',').filter(Boolean);
  }
  protected override get formValue(): FormData {
    const data = new FormData();
    for (const one of this.chosen) data.append(this.name, one);
    return data;
  }
  protected override get control(): HTMLElement | null {
    return this.renderRoot.querySelector('input');
  }
  protected override flaw(): Flaw {
    if (this.chosen.length > 0 || !this.required) return null;
    return [{ valueMissing: true }, msg('Choose one of the list.')];
  }

  readonly #onToggle = (event: Event): void => {
    const box = event.target as HTMLInputElement;
    const chosen = this.options.filter(({ value }) =>
      value === box.value ? box.checked : this.chosen.includes(value),
    );
    if (chosen.length < this.min) box.checked = true;
    else this.take(chosen.map(({ value }) => value).join(','));
  };

  override render(): unknown {
    return html`<fieldset class="field" part="group" aria-describedby=${this.describedBy} ?disabled=${this.off}>
      <legend class=${this.labelClass} part="label">${this.label}</legend>
      <div class="options">
        ${this.options.map(
          ({ value, label, disabled }) =>
            html`<label class="option" part="option"
              ><input
                type="checkbox"
                .value=${value}
                .checked=${this.chosen.includes(value)}
                ?disabled=${disabled || this.readOnly}
                @change=${this.#onToggle}
              /><span class="cut">${label}</span></label
            >`,
        )}
      </div>
      ${this.below()}
    </fieldset>`;
  }
}
