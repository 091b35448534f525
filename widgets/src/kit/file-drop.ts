import { css } from 'lit';
import { property, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';

/**
 * Takes one file, dropped or chosen, or several.
 * @event file - `detail` is the File.
 * @event files - `detail` is the list of Files, where it takes several.
 */
export class FileDrop extends PrefixedElement {
  static override tag = 'file-drop';
  static override styles = [
    kitStyles,
    css`
      label {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 6px;
        min-block-size: 180px;
        padding: var(--_space-6);
        text-align: center;
        border: 1.5px dashed var(--_border-control);
        border-radius: var(--_radius-card);
        background: var(--_sunken);
        cursor: pointer;
      }
      :host([flat]) label {
        min-block-size: 84px;
        padding: var(--_space-4);
      }
      label:hover,
      .over {
        border-color: var(--_accent-mark) !important;
        background: var(--_accent-soft) !important;
      }
      label:focus-within {
        outline: var(--_focus-width) solid var(--_focus);
        outline-offset: 2px;
      }
      .icon {
        inline-size: 22px;
        block-size: 22px;
        color: var(--_accent-text);
        stroke-width: 1.2;
      }
    `,
  ];
  @property() label = '';
  @property() hint = '';
  @property() accept = '';
  @property({ type: Boolean }) multiple = false;
  /** Stands above a list and takes little room. */
  @property({ type: Boolean, reflect: true }) flat = false;
  @state() private over = false;

  #take(files: FileList | null | undefined): void {
    const [file] = files ?? [];
    if (!file) return;
    if (this.multiple) this.tell('files', [...files!]);
    else this.tell('file', file);
  }

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement; // the one below
    this.#take(input.files);
    // The same file can be chosen again.
    input.value = '';
  };

  override render(): unknown {
    return html`<label
      class=${this.over ? 'over' : ''}
      @dragover=${(event: DragEvent) => {
        event.preventDefault();
        this.over = true;
      }}
      @dragleave=${() => (this.over = false)}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        this.over = false;
        this.#take(event.dataTransfer?.files);
      }}
    >
      ${icon('upload')}<span class="strong">${this.label}</span><span class="caption">${this.hint}</span>
      <input
        class="visually-hidden"
        type="file"
        accept=${this.accept}
        ?multiple=${this.multiple}
        @change=${this.#chosen}
      />
    </label>`;
  }
}
