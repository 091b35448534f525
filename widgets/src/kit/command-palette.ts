import { msg, str } from '@lit/localize';
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { commandPaletteStyles } from './command-palette.styles.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';

export interface PaletteItem {
  id: string;
  label: string;
  /** A second fact, such as a company. */
  hint?: string;
  icon?: TemplateResult;
  /** Keys that do the same. */
  keys?: readonly string[];
}
export interface PaletteGroup {
  id: string;
  label: string;
  items: readonly PaletteItem[];
}

/** A pause of typing after which the number of results is said, ms. */
const SAY_AFTER = 500;

/**
 * A dialog with one field and what it finds: an editable combobox with its list always open. The focus stays in the field;
 * Down and Up move through the list and around its ends, Page Down and Page Up from group to group, Enter chooses, Escape
 * closes. How many there are is said when typing pauses.
 *
 * @event search - `detail` is the text, with each letter.
 * @event choose - It was closed with this choice; `detail` is the id of the item.
 * @event close - It was closed, however.
 * @csspart dialog - The native dialog.
 */
export class CommandPalette extends PrefixedElement {
  static override tag = 'command-palette';
  static override styles = [kitStyles, commandPaletteStyles];

  @property({ type: Boolean }) open = false;
  /** Says what the field looks for. */
  @property() label = '';
  @property({ attribute: false }) groups: readonly PaletteGroup[] = [];
  /** More results are on their way. */
  @property({ type: Boolean }) busy = false;
  /** Something could not be searched. */
  @property() problem = '';
  @property() text = '';
  @state() private active = '';
  @state() private said = '';
  @query('dialog') private native!: HTMLDialogElement;
  @query('input') private field!: HTMLInputElement;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether somebody went to what is pointed at. */
  #went = false;

  get #items(): PaletteItem[] {
    return this.groups.flatMap(({ items }) => items);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What somebody went to stays so while more arrives; otherwise, and with other words, the best match is pointed at.
    const gone = !this.#items.some(({ id }) => id === this.active);
    if (changed.has('text') || gone || (changed.has('open') && this.open)) this.#went = false;
    if (!this.#went) this.active = this.#items[0]?.id ?? '';
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('open')) {
      if (this.open && !this.native.open) this.native.showModal();
      else if (!this.open && this.native.open) this.native.close();
    }
    if ((changed.has('groups') || changed.has('open')) && this.open) this.#sayLater();
    if (changed.has('active')) {
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #sayLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const count = this.#items.length;
      this.said = count === 0 ? msg('Nothing found') : count === 1 ? msg('1 result') : msg(str`${count} results`);
    }, SAY_AFTER);
  }

  #goTo(id: string): void {
    [this.active, this.#went] = [id, true];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.findIndex(({ id }) => id === this.active);
    const firsts = this.groups.flatMap(({ items: [first] }) => (first ? [items.indexOf(first)] : []));
    const moves: Record<string, () => number> = {
      ArrowDown: () => (at + 1) % items.length,
      ArrowUp: () => (at - 1 + items.length) % items.length,
      PageDown: () => firsts.find((first) => first > at) ?? items.length - 1,
      PageUp: () => firsts.findLast((first) => first < at) ?? 0,
    };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    // While a letter is being composed, Enter belongs to the input method.
    if (event.isComposing || items.length === 0) return;
    if (move) this.#goTo(items[move()]?.id ?? '');
    else if (event.key === 'Enter') this.#choose(this.active);
    else return;
    event.preventDefault();
  };

  #choose(id: string): void {
    if (!id) return;
    // Closed first: what is chosen may move the focus, and a dialog gives it back when it closes.
    this.native.close();
    this.tell('choose', id);
  }

  readonly #closed = (): void => {
    this.open = false;
    this.tell('close');
  };

  override render(): unknown {
    const items = this.#items;
    return html`<dialog
      part="dialog"
      aria-label=${this.label}
      @close=${this.#closed}
      @click=${(event: Event) => event.target === this.native && this.native.close()}
    >
      <div class="box">
        <div class="field">
          ${icon('search')}
          <input
            type="text"
            role="combobox"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="go"
            autofocus
            aria-label=${this.label}
            placeholder=${this.label}
            aria-expanded=${items.length > 0}
            aria-controls="list"
            aria-autocomplete="list"
            aria-activedescendant=${this.active ? `o-${this.active}` : nothing}
            .value=${this.text}
            @keydown=${this.#onKey}
            @input=${() => this.tell('search', this.field.value)}
          />
          <button class="close" aria-label=${`${msg('Close')}, Esc`} @click=${() => this.native.close()}>
            <kbd>Esc</kbd>${icon('close')}
          </button>
        </div>
        <div class="progress ${this.busy ? 'busy' : ''}"></div>
        <div class="list" id="list" role="listbox" aria-label=${msg('Results')}>
          ${repeat(
            this.groups.filter((group) => group.items.length > 0),
            ({ id }) => id,
            (group) => this.#group(group),
          )}
        </div>
        ${items.length === 0 && !this.busy ? html`<p class="none">${msg('Nothing found. Try other words.')}</p>` : nothing}
        ${this.problem ? html`<p class="problem">${icon('warning')}${this.problem}</p>` : nothing}
        <div class="keys" aria-hidden="true">
          <span><kbd>↑</kbd><kbd>↓</kbd> ${msg('move')}</span><span><kbd>↵</kbd> ${msg('open')}</span>
        </div>
        <p class="visually-hidden" role="status">${this.open ? this.said : ''}</p>
      </div>
      ${this.open ? html`<x-toaster></x-toaster>` : nothing}
    </dialog>`;
  }

  #group({ id, label, items }: PaletteGroup): TemplateResult {
    return html`<div role="group" aria-labelledby="g-${id}">
      <div class="heading" id="g-${id}" role="presentation">${label}</div>
      ${repeat(
        items,
        (item) => item.id,
        (item) =>
          html`<div
            class="option"
            id="o-${item.id}"
            role="option"
            aria-selected=${item.id === this.active}
            @pointermove=${() => this.#goTo(item.id)}
            @click=${() => this.#choose(item.id)}
          >
            ${item.icon ?? nothing}<span class="name cut">${item.label}</span>
            ${item.hint ? html`<span class="hint cut">${item.hint}</span>` : nothing}
            ${item.keys ? html`<span class="shortcut" aria-hidden="true">${item.keys.map((key) => html`<kbd>${key}</kbd>`)}</span>` : nothing}
          </div>`,
      )}
    </div>`;
  }
}
