import { css } from 'lit';
import { property } from 'lit/decorators.js';
import { html } from '../core/html.ts';
import { PrefixedElement } from '../core/prefixed-element.ts';
import { fieldStyles } from './form-control.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * Words to look for; speaks when typing pauses.
 * @event search - `detail` is the text.
 */
export class SearchField extends PrefixedElement {
  static override tag = 'search';
  static override styles = [
    kitStyles,
    fieldStyles,
    css`
      :host {
        position: relative;
        inline-size: min(280px, 100%);
      }
      .box {
        padding-inline-start: 32px;
      }
      .icon {
        position: absolute;
        inset-inline-start: 10px;
        inset-block-start: calc(50% - 8px);
        color: var(--_text-muted);
        pointer-events: none;
      }
      input::-webkit-search-cancel-button {
        appearance: none;
      }
    `,
  ];
  @property() label = '';
  @property() value = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  readonly #onInput = (event: Event): void => {
    this.value = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.tell('search', this.value.trim()), 250);
  };

  override render(): unknown {
    return html`${icon('search')}<input
        class="box"
        type="search"
        aria-label=${this.label}
        placeholder=${this.label}
        .value=${this.value}
        @input=${this.#onInput}
      />`;
  }
}
