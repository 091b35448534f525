import { msg, str } from '@lit/localize';
import { css, nothing, type TemplateResult } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../base/html.ts';
import type { Tone } from './badge.ts';
import { Chip } from './chip.ts';
import { FormControl, type Flaw } from './form-control.ts';

/** What ends a tag while typing and parts tags while pasting. */
const BETWEEN = /[,;\n\t]+/;

/**
 * Several short texts as chips. The value is the tags with commas between them; a form gets one entry for each.
 *
 * Keys: Enter or a comma adds what is written; Backspace or Left at the start of the text goes to the last tag, Left and
 * Right move among tags, Delete or Backspace takes one away, any letter goes back to the text.
 *
 * @fires input - The tags changed.
 * @fires change - The tags changed.
 * @csspart box - The frame around tags and text.
 * @csspart input - The native input.
 */
export class TagInput extends FormControl {
  static override tag = 'tag-input';
  static override uses = [Chip];
  static override styles = [
    FormControl.styles,
    css`
      .shell {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        padding: 3px 4px;
        cursor: text;
      }
      ul {
        display: contents;
      }
      li {
        max-inline-size: 100%;
        display: inline-flex;
      }
      .inner {
        flex: 1;
        min-inline-size: 8ch;
        block-size: 24px;
        padding: 0 6px;
        border: 0;
        background: none;
      }
      @media (pointer: coarse) {
        .shell {
          padding-block: 0;
          align-items: center;
        }
        .inner {
          block-size: var(--_control-height-touch);
          font-size: max(16px, var(--_font-size-m));
        }
      }
    `,
  ];
  @property() placeholder = '';
  /** Most tags it takes. */
  @property({ type: Number }) max = Infinity;
  /** Says what is wrong with a tag, or `''`. Wrong tags stay to be mended and keep the field invalid. */
  @property({ attribute: false }) validate: (tag: string) => string = () => '';
  /** The colour of a tag. */
  @property({ attribute: false }) toneOf: (tag: string) => Tone = () => 'neutral';
  /** Which keys a phone offers. */
  @property({ attribute: 'inputmode' }) override inputMode = '';
  @state() protected typed = '';
  @state() private said = '';
  @query('input') protected native!: HTMLInputElement;

  get tags(): readonly string[] {
    return this.value.split(this.value.includes('\n') ? '\n' : ',').filter(Boolean);
  }
  set tags(tags: readonly string[]) {
    this.value = joined(tags);
  }

  protected override get formValue(): FormData {
    const data = new FormData();
    for (const tag of this.tags) data.append(this.name, tag);
    return data;
  }
  protected override flaw(): Flaw {
    const { tags } = this;
    if (tags.length === 0 && this.required) return [{ valueMissing: true }, msg('Add at least one.')];
    const wrong = tags.find((tag) => this.validate(tag) !== '');
    if (wrong !== undefined) return [{ customError: true }, `${shortly(wrong)}: ${this.validate(wrong)}`];
    return tags.length > this.max ? [{ tooLong: true }, msg(str`At most ${this.max} are taken.`)] : null;
  }

  /** Adds all tags of a text, each once. */
  protected addTags(text: string): void {
    const known = new Set(this.tags.map((tag) => tag.toLocaleLowerCase()));
    const added = text
      .split(BETWEEN)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '' && !known.has(tag.toLocaleLowerCase()) && known.add(tag.toLocaleLowerCase()));
    this.typed = '';
    this.native.value = '';
    if (added.length === 0) return;
    this.said = msg(str`Added ${added.join(', ')}`);
    this.take(joined([...this.tags, ...added]));
  }
  #remove(at: number): void {
    const { tags } = this;
    this.said = msg(str`Removed ${tags[at] ?? ''}`);
    this.take(joined(tags.filter((_, index) => index !== at)));
    void this.updateComplete.then(() => this.#focus(Math.min(at, this.tags.length - 1)));
  }
  /** Goes to a tag; beyond the last one, to the text. */
  #focus(at: number): void {
    const chips = this.renderRoot.querySelectorAll<Chip>('[roving]');
    (chips[at] ?? this.native).focus();
  }
  get #at(): number {
    return [...this.renderRoot.querySelectorAll('[roving]')].indexOf(this.shadowRoot?.activeElement as Element);
  }

  readonly #onType = (event: Event): void => {
    event.stopPropagation();
    this.typed = this.native.value;
    if (BETWEEN.test(this.typed)) this.addTags(this.typed);
  };
  readonly #onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!BETWEEN.test(text.trim())) return;
    event.preventDefault();
    this.addTags(`${this.typed}${text}`);
  };
  protected readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const back = getComputedStyle(this).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const on = back === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
    const at = this.#at;
    if (at < 0) {
      const start = this.native.selectionStart === 0 && this.native.selectionEnd === 0;
      if (event.key === 'Enter' && this.typed.trim()) {
        event.preventDefault();
        this.addTags(this.typed);
      } else if (start && this.tags.length > 0 && (event.key === 'Backspace' || event.key === back)) {
        event.preventDefault();
        this.#focus(this.tags.length - 1);
      } else this.onEnter(event);
    } else if (event.key === back) this.#focus(Math.max(0, at - 1));
    else if (event.key === on) this.#focus(at + 1);
    else if (event.key === 'Home') this.#focus(0);
    else if (event.key === 'End' || (event.key.length === 1 && !event.ctrlKey && !event.metaKey && event.key !== ' '))
      this.native.focus();
  };

  /** What hears of a key first. */
  protected readonly pressed: (event: KeyboardEvent) => void = (event) => this.onKey(event);

  /** What floats below the text. */
  protected suggestions(): TemplateResult | '' {
    return '';
  }

  override render(): unknown {
    const fixed = this.off || this.readOnly;
    return this.frame(
      html`<div
          class="box shell ${this.problem ? 'wrong' : ''} ${this.off ? 'off' : ''}"
          part="box"
          @keydown=${this.pressed}
          @click=${(event: Event) => event.target === event.currentTarget && this.native.focus()}
        >
          ${
            this.tags.length > 0
              ? html`<ul aria-label=${msg('Chosen')}>
                  ${repeat(
                    this.tags,
                    (tag) => tag,
                    (tag, at) =>
                      html`<li>
                        <x-chip
                          roving
                          ?removable=${!fixed}
                          ?disabled=${this.off}
                          label=${tag}
                          tone=${this.validate(tag) ? 'danger' : this.toneOf(tag)}
                          title=${this.validate(tag) || nothing}
                          @remove=${() => this.#remove(at)}
                        ></x-chip>
                      </li>`,
                  )}
                </ul>`
              : ''
          }
          <input
            id="control"
            class="inner"
            part="input"
            autocomplete="off"
            inputmode=${this.inputMode || nothing}
            placeholder=${this.tags.length === 0 ? this.placeholder || nothing : nothing}
            ?required=${this.required && this.tags.length === 0}
            ?disabled=${this.off}
            ?readonly=${this.readOnly}
            aria-invalid=${this.invalid}
            aria-describedby=${this.describedBy}
            @input=${this.#onType}
            @change=${(event: Event) => event.stopPropagation()}
            @paste=${this.#onPaste}
            @blur=${() => this.addTags(this.typed)}
          />
        </div>
        ${this.suggestions()}
        <div class="visually-hidden" role="status">${this.said}</div>`,
    );
  }
}

/** Enough of a tag to know which one it is. */
const shortly = (tag: string): string => (tag.length > 40 ? `${tag.slice(0, 39)}…` : tag);

/** Tags as one text; those that came with a comma inside are kept apart by lines. */
const joined = (tags: readonly string[]): string =>
  tags.some((tag) => tag.includes(',')) ? `${tags.join('\n')}\n` : tags.join(',');
