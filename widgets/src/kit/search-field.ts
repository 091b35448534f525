import { msg } from '@lit/localize';
import { css, nothing } from 'lit';
import { property } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { FormControl } from './form-control.ts';
import { icon } from './draw-icon.ts';

const PAUSE_MS = 250;

/**
 * Words to look for; speaks when typing pauses.
 *
 * Keys: Enter looks at once, Escape empties the field.
 *
 * @fires search - `detail` is the text.
 * @csspart input - The native input.
 */
export class SearchField extends FormControl {
  static override tag = 'search';
  static override styles = [
    FormControl.styles,
    css`
      :host {
        /* What is searched says itself in every language. */
        inline-size: 248px;
        max-inline-size: 100%;
        min-inline-size: 0;
      }
      .box {
        padding-inline: 32px;
      }
      /* Room for what empties it is needed once there is something to empty. */
      .box:placeholder-shown {
        padding-inline-end: 10px;
        text-overflow: ellipsis;
      }
      .wrap > .icon {
        inset-inline: 10px auto;
      }
      input::-webkit-search-cancel-button {
        appearance: none;
      }
    `,
  ];
  /** Words in the empty field; the label unless given. */
  @property() placeholder = '';
  override hideLabel = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #said = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #say(delay: number): void {
    clearTimeout(this.#timer);
    const say = (): void => {
      const text = this.value.trim();
      if (text !== this.#said) this.tell('search', (this.#said = text));
    };
    if (delay) this.#timer = setTimeout(say, delay);
    else say();
  }
  protected override firstUpdated(): void {
    this.#said = this.value.trim();
  }

  readonly #onType = (event: Event): void => {
    this.onInput(event);
    this.#say(PAUSE_MS);
  };
  #clear(): void {
    this.take('');
    this.#say(0);
    this.focus();
  }
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.value !== '') {
      // An empty field leaves Escape to what is around it.
      event.preventDefault();
      event.stopPropagation();
      this.#clear();
    } else if (event.key === 'Enter' && !event.isComposing) {
      this.#say(0);
      this.onEnter(event);
    }
  };

  override render(): unknown {
    return this.frame(
      html`<span class="wrap"
        >${icon('search')}<input
          id="control"
          class="box"
          part="input"
          type="search"
          autocomplete="off"
          placeholder=${this.placeholder || this.label || nothing}
          .value=${this.value}
          ?disabled=${this.off}
          ?readonly=${this.readOnly}
          @input=${this.#onType}
          @change=${this.onChange}
          @keydown=${this.#onKey}
        />${
          this.value === '' || this.off || this.readOnly
            ? ''
            : html`<button
                class="end"
                type="button"
                aria-label=${msg('Clear the search')}
                @click=${() => this.#clear()}
              >
                ${icon('close')}
              </button>`
        }</span
      >`,
    );
  }
}
