import { msg, str } from '@lit/localize';
import { css, nothing, type PropertyValues } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { ruleWords } from '../base/rule-words.ts';
import { FormControl, type Flaw } from './form-control.ts';
import { icon } from './draw-icon.ts';
import { listboxStyles } from './listbox.styles.ts';
import { folded, matchOptions } from './match-options.ts';
import { keepPlaced } from './place-popover.ts';
import type { Option } from './select.ts';

/** More options than these are not drawn: typing narrows them. */
const DRAWN = 200;

/**
 * A field that finds one of many by typing: options given or asked for, chosen strictly or written freely. Focus stays in
 * the text; the active option is named by `aria-activedescendant`.
 *
 * Keys: Down and Up open the list and move in it, Alt Down opens it, Alt Up closes it, Enter takes the active option,
 * Escape closes the list and, the second time, leaves the field to what is around it, Tab takes what is active and moves on.
 *
 * @fires input - The value changed.
 * @fires change - An option was taken, or free text was written and the field left.
 * @csspart input - The native input.
 * @csspart list - The floating list.
 * @csspart option - One option.
 * @cssstate open - The list is shown.
 */
export class Combobox extends FormControl {
  static override tag = 'combobox';
  static override styles = [
    FormControl.styles,
    listboxStyles,
    css`
      .box {
        padding-inline-end: 34px;
        text-overflow: ellipsis;
      }
    `,
  ];
  @property({ attribute: false }) options: readonly Option[] = [];
  /** Asks for options by what was typed, instead of `options`; called when typing pauses, the call before is aborted. */
  @property({ attribute: false }) load: ((typed: string, signal: AbortSignal) => Promise<readonly Option[]>) | null =
    null;
  /** Takes any text as a value; options are suggestions then. */
  @property({ type: Boolean }) free = false;
  @property() placeholder = '';
  @state() protected open = false;
  /** What stands in the text while it is being typed; null when it shows the value. */
  @state() protected typed: string | null = null;
  @state() private active = -1;
  @state() private found: readonly Option[] | null = null;
  @state() private waiting = false;
  @state() private failed = '';
  @query('input') protected native!: HTMLInputElement;
  @query('.list') private list!: HTMLElement;
  /** What was taken from an answer that is gone by now: its words are still known. */
  #taken: Option | null = null;
  #close: (() => void) | null = null;
  #asking: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The words of a value. */
  protected textOf(value: string): string {
    const known = [...this.options, ...(this.found ?? []), ...(this.#taken ? [this.#taken] : [])];
    return known.find((option) => option.value === value)?.label ?? (this.free || this.load ? value : '');
  }
  /** The value of words; null when they are none. */
  protected readValue(typed: string): string | null {
    const wanted = folded(typed);
    if (wanted === '') return '';
    const option = this.shownOptions.find(({ label, disabled }) => !disabled && folded(label) === wanted);
    return option?.value ?? (this.free ? typed.trim() : null);
  }
  protected get shownOptions(): readonly Option[] {
    // Until somebody types, everything is offered, whatever is chosen.
    const options = this.load ? (this.found ?? []) : matchOptions(this.options, this.typed ?? '');
    return [...Map.groupBy(options, ({ group }) => group ?? '').values()].flat();
  }
  protected override flaw(): Flaw {
    if (this.value !== '' || !this.required) return null;
    return [{ valueMissing: true }, ruleWords(this.free ? 'required' : 'not_listed') ?? ''];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.hide();
  }

  protected show(): void {
    if (this.open || this.off || this.readOnly) return;
    this.open = true;
    this.failed = '';
    this.active = this.shownOptions.findIndex(({ value }) => value === this.value && value !== '');
    if (this.load && this.found === null && this.typed === null) this.#ask('');
  }
  protected hide(): void {
    this.open = false;
    this.active = -1;
    this.#asking?.abort();
    clearTimeout(this.#timer);
    if (!this.#close) return;
    this.#close();
    this.#close = null;
    this.list.hidePopover();
  }

  #ask(typed: string): void {
    const { load } = this;
    if (!load) return;
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    [this.waiting, this.failed] = [true, ''];
    load(typed, asking.signal).then(
      (options) => {
        if (asking.signal.aborted) return;
        [this.found, this.waiting] = [options, false];
        this.active = typed && !this.free ? 0 : -1;
      },
      (error: unknown) => {
        if (asking.signal.aborted) return;
        [this.found, this.waiting] = [[], false];
        this.failed = error instanceof Error && error.message ? error.message : msg('This could not be loaded.');
      },
    );
  }

  protected choose(option: Option): void {
    if (option.disabled) return;
    this.#taken = option;
    this.typed = null;
    this.hide();
    this.take(option.value);
  }

  /** Makes a value of what was typed, or goes back to the one before. */
  protected settle(): void {
    const { typed } = this;
    this.hide();
    if (typed === null) return;
    this.typed = null;
    const value = this.readValue(typed);
    if (value !== null) this.take(value);
    this.found = this.load ? null : this.found;
  }

  readonly #onType = (event: Event): void => {
    event.stopPropagation();
    this.typed = this.native.value;
    this.show();
    this.active = this.typed && !this.free && !this.load ? 0 : -1;
    clearTimeout(this.#timer);
    if (this.load) this.#timer = setTimeout(() => this.#ask(this.typed ?? ''), 200);
  };

  protected readonly onKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { key, altKey } = event;
    const options = this.shownOptions.slice(0, DRAWN);
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (altKey && key === 'ArrowUp') return this.hide();
      if (!this.open) {
        this.show();
        if (!altKey && this.active < 0) this.active = key === 'ArrowDown' ? 0 : options.length - 1;
        return;
      }
      const step = key === 'ArrowDown' ? 1 : -1;
      this.active =
        this.active < 0 && step < 0 ? options.length - 1 : (this.active + step + options.length) % options.length;
    } else if (key === 'Escape' && this.open) {
      // What is around the field, such as a dialog, stays open.
      event.preventDefault();
      event.stopPropagation();
      this.typed = null;
      this.hide();
    } else if ((key === 'Enter' || key === 'Tab') && this.open) {
      const option = options[this.active];
      if (key === 'Enter') event.preventDefault();
      if (option) this.choose(option);
      else this.settle();
    } else if (key === 'Enter') {
      this.settle();
      this.onEnter(event);
    }
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.mark('open', this.open);
    if (this.open && !this.#close) {
      this.list.style.setProperty('min-width', `${this.native.offsetWidth}px`);
      this.list.showPopover();
      this.#close = keepPlaced(this.list, this.native);
    }
    this.list.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  #options(): unknown {
    const all = this.shownOptions;
    const drawn = all.slice(0, DRAWN);
    if (this.failed || drawn.length === 0)
      return html`<div class="note ${this.failed ? 'wrong' : ''}">${this.#note()}</div>`;
    let at = 0;
    const one = (option: Option): unknown => this.#option(option, at++);
    return html`<div role="listbox" id="list" aria-label=${msg('Suggestions')}>
        ${[...Map.groupBy(drawn, ({ group }) => group ?? '')].map(([group, options], index) =>
          group
            ? html`<div role="group" aria-labelledby="group-${index}">
                <div class="group" id="group-${index}" role="presentation">${group}</div>
                ${options.map(one)}
              </div>`
            : options.map(one),
        )}
      </div>
      ${all.length > drawn.length ? html`<div class="note">${msg('Type to see fewer.')}</div>` : ''}`;
  }
  /** What the list amounts to, seen where it is empty and heard in any case. */
  #note(): string {
    if (this.failed) return this.failed;
    const count = this.shownOptions.length;
    if (count === 0) return this.waiting ? msg('Loading') : this.emptyNote();
    return count === 1 ? msg('1 suggestion') : msg(str`${count} suggestions`);
  }
  protected emptyNote(): string {
    return this.free ? msg('No suggestion; what you write is taken.') : msg('Nothing matches.');
  }

  #option(option: Option, at: number): unknown {
    return html`<div
      class="option ${at === this.active ? 'active' : ''}"
      part="option"
      role="option"
      id="option-${at}"
      aria-selected=${option.value === this.value}
      aria-disabled=${option.disabled ? 'true' : nothing}
      @click=${() => this.choose(option)}
    >
      <span class="cut">${option.label}</span>
      ${option.hint ? html`<span class="caption cut">${option.hint}</span>` : ''}
      ${option.value === this.value ? icon('check') : ''}
    </div>`;
  }

  override render(): unknown {
    const listed = this.open && !this.failed && this.shownOptions.length > 0;
    return this.frame(
      html`<span class="wrap">
          <input
            id="control"
            class="box"
            part="input"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            aria-autocomplete="list"
            aria-expanded=${listed}
            aria-controls=${listed ? 'list' : nothing}
            aria-activedescendant=${listed && this.active >= 0 ? `option-${this.active}` : nothing}
            aria-invalid=${this.invalid}
            aria-describedby=${this.describedBy}
            placeholder=${this.placeholder || nothing}
            .value=${this.typed ?? this.textOf(this.value)}
            ?required=${this.required}
            ?disabled=${this.off}
            ?readonly=${this.readOnly}
            @input=${this.#onType}
            @change=${(event: Event) => event.stopPropagation()}
            @keydown=${this.onKey}
            @click=${() => this.show()}
            @blur=${() => this.settle()}
          /><button
            class="end"
            type="button"
            tabindex="-1"
            aria-hidden="true"
            ?disabled=${this.off || this.readOnly}
            @mousedown=${this.#onToggle}
          >
            ${icon(this.endIcon)}
          </button>
        </span>
        <div class="list" part="list" popover="manual" @mousedown=${(event: Event) => event.preventDefault()}>
          ${this.open ? this.#options() : ''}
        </div>
        <div class="visually-hidden" role="status">${this.open ? this.#note() : ''}</div>`,
    );
  }
  protected readonly endIcon: 'down' | 'clock' = 'down';

  readonly #onToggle = (event: Event): void => {
    event.preventDefault();
    this.native.focus();
    if (this.open) this.hide();
    else this.show();
  };
}
