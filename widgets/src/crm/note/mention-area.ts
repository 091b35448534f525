import { msg, str } from '@lit/localize';
import { mentionsIn, replaceMentions, writeMention } from '@tabard/contract/crm/mentions';
import { css, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import { property, query, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { FormControl } from '../../kit/form-control.ts';
import { listboxStyles } from '../../kit/listbox.styles.ts';
import { matchOptions } from '../../kit/match-options.ts';
import { keepPlaced } from '../../kit/place-popover.ts';
import type { Option } from '../../kit/select.ts';

/** What is typed behind an `@` at the caret: a name has two words at most. */
const naming = /(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u;
const mostShown = 8;

/**
 * A text of several lines in which members and teams are named: `@` offers them, by keys and pointer. Its value holds their ids; its
 * reader sees their names.
 *
 * Keys: Down and Up move in the list, Enter and Tab take a name, Escape closes the list.
 *
 * @fires input - The text changed.
 * @csspart input - The native text area.
 * @csspart list - The list of names.
 */
export class MentionArea extends FormControl {
  static override tag = 'mention-area';
  static override styles = [
    FormControl.styles,
    listboxStyles,
    css`
      textarea {
        resize: none;
        display: block;
        min-block-size: calc(var(--rows, 3) * 1.5em + 12px) !important;
        max-block-size: 420px;
        field-sizing: content;
        line-height: 1.5;
      }
      .list {
        min-inline-size: 220px;
      }
    `,
  ];
  /** Who can be named, people and teams; asked for when the first `@` is typed. */
  @property({ attribute: false }) load: () => Promise<readonly Option[]> = async () => [];
  /** Names of those who are named already. */
  @property({ attribute: false }) known: readonly { id: string; name: string | null }[] = [];
  @property() placeholder = '';
  @property({ type: Number, attribute: 'maxlength' }) maxLength = 10_000;
  @state() private people: readonly Option[] | null = null;
  /** The words behind the `@` at the caret; null where there is none. */
  @state() private typed: string | null = null;
  @state() private active = 0;
  @query('textarea') private native!: HTMLTextAreaElement | null;
  @query('.list') private list!: HTMLElement;
  #close: (() => void) | null = null;
  /** Who was named since it is there. */
  readonly #taken = new Map<string, string>();

  get #names(): ReadonlyMap<string, string> {
    return new Map([...this.known.map(({ id, name }) => [id, name ?? ''] as const), ...this.#taken]);
  }

  /** What its reader sees. */
  get #shown(): string {
    return replaceMentions(this.value, (id) => `@${this.#names.get(id) || msg('somebody who left')}`);
  }

  /** What is kept: the names of those who were taken, as their ids; the longest first, as one may begin with another. */
  #keep(shown: string): string {
    const left = msg('somebody who left');
    const gone = mentionsIn(this.value).find((id) => !this.#names.get(id));
    const names: [string, string][] = [...this.#names].filter(([, name]) => name !== '');
    if (gone) names.push([gone, left]);
    return names
      .toSorted(([, a], [, b]) => b.length - a.length)
      .reduce((text, [id, name]) => replaceName(text, name, writeMention(id)), shown);
  }

  get #matches(): readonly Option[] {
    return this.typed === null || !this.people ? [] : matchOptions(this.people, this.typed).slice(0, mostShown);
  }

  readonly #typedText = (): void => {
    const { value, selectionStart } = this.native!; // it is written in
    this.value = this.#keep(value);
    this.#look(value.slice(0, selectionStart));
  };

  /** Whether a name is being written at the caret. */
  #look(before: string): void {
    this.typed = naming.exec(before)?.[1] ?? null;
    this.active = 0;
    if (this.typed === null || this.people) return;
    this.people = [];
    void this.load().then(
      (people) => (this.people = people),
      () => (this.people = null),
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.style.setProperty('--rows', '3');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const wanted = this.#matches.length > 0;
    if (wanted === (this.#close !== null)) return;
    if (wanted) {
      this.list.showPopover();
      this.#close = keepPlaced(this.list, this.native!); // it was drawn
    } else {
      this.#close?.();
      this.#close = null;
      this.list.hidePopover();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close?.();
    this.#close = null;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const matches = this.#matches;
    if (matches.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.active = (this.active + step + matches.length) % matches.length;
    else if (event.key === 'Enter' || event.key === 'Tab') this.#take(matches[this.active]!); // one of them
    else if (event.key === 'Escape') this.typed = null;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #take({ value, label }: Option): void {
    this.#taken.set(value, label);
    const native = this.native!; // it is written in
    const end = native.selectionStart;
    const start = end - (this.typed?.length ?? 0) - 1;
    native.setRangeText(`@${label} `, start, end, 'end');
    this.typed = null;
    this.value = this.#keep(native.value);
    native.focus();
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  override render(): unknown {
    const matches = this.#matches;
    const { native } = this;
    // What is being written stays as it is: it means the same.
    const shown = native && this.#keep(native.value) === this.value ? native.value : this.#shown;
    return this.frame(
      html`<textarea
          id="control"
          class="box"
          part="input"
          .value=${live(shown)}
          placeholder=${this.placeholder || nothing}
          ?required=${this.required}
          maxlength=${this.maxLength}
          ?disabled=${this.off}
          aria-invalid=${this.invalid}
          aria-describedby=${this.describedBy}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls=${matches.length > 0 ? 'people' : nothing}
          aria-activedescendant=${matches.length > 0 ? `person-${this.active}` : nothing}
          @input=${this.#typedText}
          @keydown=${this.#onKey}
          @blur=${() => (this.typed = null)}
        ></textarea>
        <div id="people" class="list" part="list" role="listbox" popover="manual" aria-label=${msg('People')}>
          ${matches.map(
            (person, at) =>
              html`<div
                id="person-${at}"
                class="option ${at === this.active ? 'active' : ''}"
                role="option"
                aria-selected=${at === this.active}
                @pointerdown=${(event: Event) => event.preventDefault()}
                @click=${() => this.#take(person)}
              >
                <span class="cut">${person.label}</span
                >${person.hint ? html`<span class="caption cut">${person.hint}</span>` : ''}
              </div>`,
          )}
        </div>
        <span class="visually-hidden" role="status"
          >${matches.length > 0 ? msg(str`${matches.length} people to name`) : ''}</span
        >`,
    );
  }
}

/** Every place where a name stands behind an `@`, and no longer word begins with it. */
function replaceName(text: string, name: string, by: string): string {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return text.replaceAll(new RegExp(String.raw`@${escaped}(?![\p{L}\p{N}])`, 'gu'), () => by);
}
