import { css, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { FormControl } from './form-control.ts';
import { icon } from './draw-icon.ts';

export interface Option {
  value: string;
  label: string;
}

/** A native select: the platform's own list, keyboard and phone wheel. */
export class Select extends FormControl {
  static override tag = 'select';
  static override styles = [
    FormControl.styles,
    css`
      .wrap {
        position: relative;
        display: block;
      }
      select {
        appearance: none;
        padding-inline-end: 30px !important;
        text-overflow: ellipsis;
        cursor: pointer;
      }
      .icon {
        position: absolute;
        inset-inline-end: 9px;
        inset-block-start: calc(50% - 8px);
        pointer-events: none;
        color: var(--_text-muted);
      }
    `,
  ];
  @property({ attribute: false }) options: readonly Option[] = [];

  override render(): unknown {
    return this.frame(
      html`<span class="wrap">
        <select
          id="control"
          class="box"
          part="input"
          ?required=${this.required}
          ?disabled=${this.disabled}
          aria-invalid=${this.error ? 'true' : nothing}
          aria-describedby=${this.describedBy}
          @change=${this.onChange}
        >
          ${this.options.map(
            ({ value, label }) => html`<option value=${value} .selected=${value === this.value}>${label}</option>`,
          )}</select
        >${icon('down')}
      </span>`,
    );
  }
}
