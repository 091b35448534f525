import { msg, str } from '@lit/localize';
import { customFieldColors, optionsLimit } from '@tabard/contract/crm/custom-value';
import type { CustomField } from '@tabard/contract/crm/custom-field';
import { css } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Button } from '../../kit/button.ts';
import { fieldStyles } from '../../kit/field.styles.ts';
import { Input } from '../../kit/input.ts';
import { kitStyles } from '../../kit/kit.styles.ts';
import { Select } from '../../kit/select.ts';
import { freeKey } from './field-key.ts';

type FieldOption = CustomField['options'][number];
type Color = FieldOption['color'];

/**
 * What a choice can be: labels with colours, in an order. What is stored of an option stays when its label changes.
 *
 * @event edit - `detail` are the options.
 */
export class OptionRows extends PrefixedElement {
  static override tag = 'option-rows';
  static override uses = [Button, Input, Select];
  static override styles = [
    kitStyles,
    fieldStyles,
    css`
      ul {
        display: flex;
        flex-direction: column;
        gap: var(--_space-2);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 116px auto;
        gap: var(--_space-2);
        align-items: start;
      }
      .acts {
        display: flex;
      }
      .add {
        margin-block-start: var(--_space-2);
      }
      @media (max-width: 420px) {
        li {
          grid-template-columns: minmax(0, 1fr) 96px;
        }
        .acts {
          grid-column: 1 / -1;
        }
      }
    `,
  ];
  @property({ attribute: false }) options: readonly FieldOption[] = [];
  /** What the platform says of one, by its place. */
  @property({ attribute: false }) problemOf: (at: number) => string = () => '';
  @property() error = '';

  #edit(options: readonly FieldOption[]): void {
    this.tell('edit', options);
  }
  #set(at: number, change: Partial<FieldOption>): void {
    this.#edit(this.options.map((option, place) => (place === at ? { ...option, ...change } : option)));
  }
  #move(at: number, by: number): void {
    const options = [...this.options];
    options.splice(at + by, 0, ...options.splice(at, 1));
    this.#edit(options);
  }
  readonly #add = (): void => {
    const taken = this.options.map(({ id }) => id);
    const id = freeKey('', taken, `option_${this.options.length + 1}`);
    this.#edit([...this.options, { id, label: '', color: null }]);
    void this.updateComplete.then(() => {
      const rows = this.renderRoot.querySelectorAll<HTMLElement>('.name');
      rows[rows.length - 1]?.focus();
    });
  };
  #remove(at: number): void {
    this.#edit(this.options.filter((_, place) => place !== at));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.add')?.focus());
  }

  override render(): unknown {
    const { options } = this;
    return html`<div role="group" aria-labelledby="label" class="field">
      <span id="label" class="label needed">${msg('Options')}</span>
      <ul>
        ${repeat(
          options,
          ({ id }) => id,
          (option, at) => this.#row(option, at),
        )}
      </ul>
      ${this.error ? html`<div class="error" role="alert">${this.error}</div>` : ''}
      <div>
        <x-button class="add" size="small" icon="plus" ?disabled=${options.length >= optionsLimit} @click=${this.#add}
          >${msg('Add an option')}</x-button
        >
      </div>
    </div>`;
  }

  #row({ id, label, color }: FieldOption, at: number): unknown {
    const number = at + 1;
    const act = (name: 'up' | 'down' | 'trash', words: string, run: () => void, disabled = false): unknown =>
      html`<x-button variant="quiet" icon=${name} label=${words} ?disabled=${disabled} @click=${run}></x-button>`;
    return html`<li data-id=${id}>
      <x-input
        class="name"
        hide-label
        required
        label=${msg(str`Option ${number}`)}
        maxlength="100"
        error=${this.problemOf(at)}
        .value=${label}
        @input=${({ target }: Event) => this.#set(at, { label: (target as Input).value })}
      ></x-input>
      <x-select
        hide-label
        label=${msg(str`Colour of option ${number}`)}
        placeholder=${msg('No colour')}
        .options=${customFieldColors.map((value) => ({ value, label: colorWord(value) }))}
        .value=${color ?? ''}
        @change=${({ target }: Event) => this.#set(at, { color: ((target as Select).value || null) as Color })}
      ></x-select>
      <span class="acts"
        >${act('up', msg(str`Option ${number}: up`), () => this.#move(at, -1), at === 0)}${act(
          'down',
          msg(str`Option ${number}: down`),
          () => this.#move(at, 1),
          at === this.options.length - 1,
        )}${act('trash', msg(str`Option ${number}: remove`), () => this.#remove(at))}</span
      >
    </li>`;
  }
}

function colorWord(color: NonNullable<Color>): string {
  const words: Record<typeof color, string> = {
    grey: msg('Grey'),
    red: msg('Red'),
    orange: msg('Orange'),
    yellow: msg('Yellow'),
    green: msg('Green'),
    teal: msg('Teal'),
    blue: msg('Blue'),
    violet: msg('Violet'),
    pink: msg('Pink'),
  };
  return words[color];
}
