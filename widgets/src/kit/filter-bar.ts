import { msg, str } from '@lit/localize';
import { property, query, state } from '../base/decorators.ts';
import { html } from '../base/html.ts';
import { PrefixedElement } from '../base/prefixed-element.ts';
import { Button } from './button.ts';
import { filterBarStyles } from './filter-bar.styles.ts';
import {
  dropCondition,
  noFilter,
  openFields,
  setCondition,
  type Condition,
  type FilterField,
  type FilterGroup,
} from './filter-group.ts';
import { fieldStyles } from './field.styles.ts';
import { icon } from './draw-icon.ts';
import { kitStyles } from './kit.styles.ts';
import { placePopover } from './place-popover.ts';

/**
 * Conditions as chips: field, comparison, value; all of them or any. It keeps nothing: what is chosen is told, what is
 * given is shown. Left and right move between chips, Enter changes one, Delete takes it away.
 *
 * @fires filter - `detail` is the new group of conditions.
 * @fires more - Somebody wants to ask for more than these fields; only with `more`.
 * @csspart editor - The panel in which a condition is written.
 */
export class FilterBar extends PrefixedElement {
  static override tag = 'filter-bar';
  static override uses = [Button];
  static override styles = [kitStyles, fieldStyles, filterBarStyles];

  @property({ attribute: false }) fields: readonly FilterField[] = [];
  @property({ attribute: false }) group: FilterGroup = noFilter;
  /** Offers "any of them" beside "all of them"; whoever asks must be able to answer it. */
  @property({ type: Boolean }) combines = false;
  /** What is offered below the fields, for whoever wants to ask for more. */
  @property() more = '';
  @query('.editor') private editor!: HTMLElement;
  /** The condition being written; its place may be one past the last. */
  @state() private editing: { at: number; field: string } | null = null;
  @state() private stop = 0;
  @state() private said = '';

  #words({ field: id, operator, values }: Condition): { field: string; how: string; what: string } {
    const field = this.fields.find((one) => one.id === id);
    const word = (value: string): string => field?.options?.find((option) => option.value === value)?.label ?? value;
    const how = field?.operators.find((one) => one.id === operator)?.label ?? operator;
    return { field: field?.label ?? id, how, what: values.map(word).join(', ') };
  }

  #change(group: FilterGroup): void {
    this.tell('filter', group);
  }

  async #open(at: number, field: string, anchor: Element): Promise<void> {
    this.editing = { at, field };
    await this.updateComplete;
    if (!this.editor.matches(':popover-open')) this.editor.showPopover();
    placePopover(this.editor, anchor, 'start');
    (this.editor.querySelector<HTMLElement>('input') ?? this.editor.querySelector('button'))?.focus();
  }

  #close(): void {
    if (this.editor.matches(':popover-open')) this.editor.hidePopover();
  }
  readonly #closed = (event: Event): void => {
    if ((event as ToggleEvent).newState !== 'closed' || !this.editing) return;
    const inside = this.editor.contains(this.shadowRoot?.activeElement ?? null) || !this.shadowRoot?.activeElement;
    this.stop = this.editing.at;
    this.editing = null;
    // Somebody who clicked elsewhere is there already.
    if (inside) this.#focusStop();
  };

  #focusStop(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.bar [tabindex="0"]')?.focus());
  }

  #drop(at: number): void {
    const dropped = this.group.conditions[at];
    this.said = dropped ? msg(str`Filter removed: ${this.#words(dropped).field}`) : '';
    this.stop = Math.min(at, this.group.conditions.length - 1);
    this.#change(dropCondition(this.group, at));
    this.#focusStop();
  }

  readonly #onBarKey = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const rtl = getComputedStyle(this).direction === 'rtl';
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1, Home: -99, End: 99 }[event.key];
    const last = this.group.conditions.length;
    if (step) this.stop = Math.min(last, Math.max(0, this.stop + step));
    else if ((event.key === 'Delete' || event.key === 'Backspace') && target.matches('.edit')) {
      event.preventDefault();
      return this.#drop(this.stop);
    } else return;
    event.preventDefault();
    this.#focusStop();
  };

  #set(field: FilterField, operator: string, values: readonly string[]): void {
    const at = this.editing?.at ?? 0;
    if (values.length > 0) this.#change(setCondition(this.group, at, { field: field.id, operator, values }));
    else if (at < this.group.conditions.length) this.#change(dropCondition(this.group, at));
  }

  override render(): unknown {
    const { conditions, match } = this.group;
    const stop = Math.min(this.stop, conditions.length);
    return html`<div class="bar" role="toolbar" aria-label=${msg('Filters')} @keydown=${this.#onBarKey}>
        ${conditions.map((condition, at) => this.#chip(condition, at, at === stop))}
        <span class="add"
          ><button
            aria-haspopup="dialog"
            tabindex=${stop === conditions.length ? 0 : -1}
            @focus=${() => (this.stop = conditions.length)}
            ?disabled=${!this.more && openFields(this.fields, this.group).length === 0}
            @click=${(event: Event) => void this.#open(conditions.length, '', event.currentTarget as Element)}
          >
            ${icon('plus')}${msg('Filter')}
          </button></span
        >
        ${
          this.combines && conditions.length > 1
            ? html`<button
                class="plain"
                aria-pressed=${match === 'any'}
                @click=${() => this.#change({ ...this.group, match: match === 'all' ? 'any' : 'all' })}
              >
                ${match === 'all' ? msg('All must hold') : msg('Any is enough')}
              </button>`
            : ''
        }
        ${
          conditions.length > 0
            ? html`<button class="plain" @click=${() => this.#change({ ...this.group, conditions: [] })}>
                ${msg('Clear')}
              </button>`
            : ''
        }
      </div>
      <div
        class="editor"
        part="editor"
        popover
        role="dialog"
        aria-label=${msg('Filter')}
        @toggle=${this.#closed}
        @keydown=${this.#onEditorKey}
      >
        ${this.editing ? this.#editor(this.editing) : ''}
      </div>
      <span class="visually-hidden" role="status">${this.said}</span>`;
  }

  #chip(condition: Condition, at: number, stop: boolean): unknown {
    const { field, how, what } = this.#words(condition);
    return html`<span class="chip">
      <button
        class="edit"
        aria-keyshortcuts="Delete"
        aria-haspopup="dialog"
        tabindex=${stop ? 0 : -1}
        @focus=${() => (this.stop = at)}
        @click=${(event: Event) => void this.#open(at, condition.field, event.currentTarget as Element)}
      >
        <span>${field}</span><span class="how">${how}</span><span class="what cut">${what}</span></button
      ><button class="drop" tabindex="-1" aria-label=${msg(str`Remove filter ${field}`)} @click=${() => this.#drop(at)}>
        ${icon('close')}
      </button>
    </span>`;
  }

  readonly #onEditorKey = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const target = event.target as HTMLElement;
    if (!step || target.matches('select, .box')) return;
    event.preventDefault();
    const stops = [...this.editor.querySelectorAll<HTMLElement>('.choice:is(button), .choice input')];
    stops.at((stops.indexOf(target) + step) % stops.length)?.focus();
  };

  #editor({ at, field: id }: { at: number; field: string }): unknown {
    const field = this.fields.find((one) => one.id === id);
    if (!field) return this.#fieldChoices(at);
    const condition = this.group.conditions[at];
    const operator = condition?.operator ?? field.operators[0]?.id ?? '';
    const values = condition?.values ?? [];
    const head = html`<h3>
      ${field.label}
      ${
        field.operators.length > 1
          ? html`<select
              aria-label=${msg('Comparison')}
              @change=${(event: Event) => this.#set(field, (event.target as HTMLSelectElement).value, values)}
            >
              ${field.operators.map((one) => html`<option value=${one.id} .selected=${one.id === operator}>${one.label}</option>`)}
            </select>`
          : html`<span class="how">${field.operators[0]?.label}</span>`
      }
    </h3>`;
    return field.options
      ? html`${head}${this.#options(field, operator, values)}`
      : html`${head}${this.#text(field, operator, values)}`;
  }

  #fieldChoices(at: number): unknown {
    const choose = (one: FilterField): void => {
      this.editing = { at, field: one.id };
      void this.updateComplete.then(() => this.editor.querySelector<HTMLElement>('input')?.focus());
    };
    return html`${openFields(this.fields, this.group).map(
      (one) => html`<button class="choice" @click=${() => choose(one)}>${one.label}</button>`,
    )}${this.more ? html`<button class="choice more" @click=${this.#askMore}>${this.more}</button>` : ''}`;
  }
  readonly #askMore = (): void => {
    this.#close();
    this.tell('more');
  };

  #options(field: FilterField, operator: string, values: readonly string[]): unknown {
    return field.options?.map(
      ({ value, label }) =>
        html`<label class="choice"
          ><input
            type=${field.several ? 'checkbox' : 'radio'}
            name="value"
            .checked=${values.includes(value)}
            @change=${(event: Event) => {
              const on = (event.target as HTMLInputElement).checked;
              const rest = field.several ? values.filter((one) => one !== value) : [];
              this.#set(field, operator, on ? [...rest, value] : rest);
            }}
          />${label}</label
        >`,
    );
  }

  #text(field: FilterField, operator: string, values: readonly string[]): unknown {
    return html`<form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const text = this.editor.querySelector<HTMLInputElement>('.box')?.value.trim() ?? '';
        this.#set(field, operator, text ? [text] : []);
        this.#close();
      }}
    >
      <input class="box" aria-label=${field.label} .value=${values[0] ?? ''} autocomplete="off" />
      <x-button variant="primary" @click=${(event: Event) => (event.target as Element).closest('form')?.requestSubmit()}
        >${msg('Apply')}</x-button
      >
    </form>`;
  }
}
