import { css, type PropertyValues } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { FormControl } from './form-control.ts';
import { icon } from './draw-icon.ts';

export interface Option {
  value: string;
  label: string;
  /** The words options are gathered under; those of one group stand together. */
  group?: string;
  /** A second, quieter line or word. */
  hint?: string;
  disabled?: boolean;
}

/**
 * A native select: the platform's own list, keyboard and phone wheel. Without a `placeholder` the first option is chosen
 * when none is, as the browser does.
 *
 * @fires change - Another option was chosen.
 * @csspart input - The native select.
 */
export class Select extends FormControl {
  static override tag = 'select';
  static override styles = [
    FormControl.styles,
    css`
      select {
        appearance: none;
        padding-inline-end: 30px !important;
        text-overflow: ellipsis;
        cursor: pointer;
      }
      select:disabled {
        cursor: default;
      }
      :host(:state(readonly):not(:state(disabled))) select {
        color: var(--_text);
        opacity: 1;
      }
    `,
  ];
  @property({ attribute: false }) options: readonly Option[] = [];
  /** The words of the empty choice, which a required field refuses. */
  @property() placeholder = '';

  protected override updated(changed: PropertyValues): void {
    // The browser shows its first option when none matches; then that is the value.
    const native = this.renderRoot.querySelector('select');
    if (native && !this.placeholder && native.value !== this.value && native.options.length > 0) {
      if (this.options.some(({ value }) => value === this.value)) native.value = this.value;
      else if (this.value === '') this.value = native.value;
    }
    super.updated(changed);
  }

  #option({ value, label, disabled }: Option): unknown {
    return html`<option value=${value} .selected=${value === this.value} ?disabled=${disabled ?? false}>
      ${label}
    </option>`;
  }

  override render(): unknown {
    return this.frame(
      html`<span class="wrap">
        <select
          id="control"
          class="box"
          part="input"
          ?required=${this.required}
          ?disabled=${this.off || this.readOnly}
          aria-invalid=${this.invalid}
          aria-describedby=${this.describedBy}
          @change=${this.onChange}
        >
          ${this.placeholder ? html`<option value="" .selected=${this.value === ''}>${this.placeholder}</option>` : ''}
          ${[...Map.groupBy(this.options, ({ group }) => group ?? '')].map(([group, options]) =>
            group
              ? html`<optgroup label=${group}>${options.map((option) => this.#option(option))}</optgroup>`
              : options.map((option) => this.#option(option)),
          )}</select
        >${icon('down')}
      </span>`,
    );
  }
}
