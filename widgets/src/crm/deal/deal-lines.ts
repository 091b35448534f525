import { msg, str } from '@lit/localize';
import type { DealLine } from '@tabard/contract/crm/deal';
import { lineTotal, linesTotal } from '@tabard/contract/crm/deal-lines';
import { linesLimit } from '@tabard/contract/crm/deal-words';
import { css } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Button } from '../../kit/button.ts';
import { Input } from '../../kit/input.ts';
import { NumberField } from '../../kit/number-field.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { amountOf, decimalOf, moneyText } from './money.ts';

type NumberPart = 'quantity' | 'unitPrice' | 'discount';

/**
 * What a deal sells: products with how many, for how much each, and what is taken off. Their sum is what the deal is worth.
 *
 * @event edit - `detail` are the lines.
 */
export class DealLines extends PrefixedElement {
  static override tag = 'deal-lines';
  static override uses = [Button, Input, NumberField];
  static override styles = [
    widgetStyles,
    css`
      :host {
        display: flex !important;
        flex-direction: column;
        gap: var(--_space-3);
      }
      ul {
        display: flex;
        flex-direction: column;
        gap: var(--_space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr) minmax(0, 1fr) auto;
        gap: var(--_space-2);
        align-items: end;
        padding-block-end: var(--_space-3);
        border-block-end: 1px solid var(--_border);
      }
      .name {
        grid-column: 1 / 4;
      }
      .sum {
        grid-column: 1 / -1;
        display: flex;
        justify-content: space-between;
        font-variant-numeric: tabular-nums;
      }
      .total {
        font-weight: var(--_font-weight-strong);
      }
    `,
  ];
  @property({ attribute: false }) lines: readonly DealLine[] = [];
  @property() currency = 'EUR';
  @property() locale = 'en';
  @property({ type: Boolean }) disabled = false;
  /** What the platform says of a field of a line, by its path. */
  @property({ attribute: false }) problemOf: (path: string) => string = () => '';

  #set(at: number, change: Partial<DealLine>): void {
    this.tell(
      'edit',
      this.lines.map((line, place) => (place === at ? { ...line, ...change } : line)),
    );
  }
  readonly #add = (): void => {
    this.tell('edit', [...this.lines, { name: '', quantity: 1000, unitPrice: 0, discount: 0 }]);
    void this.updateComplete.then(() => {
      const names = this.renderRoot.querySelectorAll<HTMLElement>('.name');
      names[names.length - 1]?.focus();
    });
  };

  override render(): unknown {
    const { lines, currency, locale, disabled } = this;
    return html`<ul aria-label=${msg('Products')}>
        ${lines.map((line, at) => this.#line(line, at))}
      </ul>
      ${
        lines.length > 0
          ? html`<div class="sum total">
              <span>${msg('Total')}</span><span>${moneyText(locale, linesTotal(lines), currency)}</span>
            </div>`
          : html`<p class="muted">${msg('With products, the value of the deal is their sum.')}</p>`
      }
      ${
        disabled
          ? ''
          : html`<div>
              <x-button size="small" icon="plus" ?disabled=${lines.length >= linesLimit} @click=${this.#add}
                >${msg('Add a product')}</x-button
              >
            </div>`
      }`;
  }

  #remove(at: number): void {
    const lines = this.lines.filter((_, place) => place !== at);
    this.tell('edit', lines);
  }

  /** The numbers of a line, as fields show and take them. */
  #numbers(line: DealLine): { part: NumberPart; label: string; value: string; take: (typed: number) => number }[] {
    const { currency } = this;
    return [
      {
        part: 'quantity',
        label: msg('Quantity'),
        value: String(line.quantity / 1000),
        take: (typed) => Math.round(typed * 1000),
      },
      {
        part: 'unitPrice',
        label: `${msg('Price each')} (${currency})`,
        value: decimalOf(line.unitPrice, currency),
        take: (typed) => amountOf(String(typed), currency),
      },
      {
        part: 'discount',
        label: `${msg('Discount')} (%)`,
        value: String(line.discount / 100),
        take: (typed) => Math.round(typed * 100),
      },
    ];
  }

  #line(line: DealLine, at: number): unknown {
    const { currency, disabled, locale } = this;
    const number = at + 1;
    return html`<li>
      <x-input
        class="name"
        required
        label=${msg(str`Product ${number}`)}
        maxlength="200"
        error=${this.problemOf(`lines.${at}.name`)}
        .value=${line.name}
        ?disabled=${disabled}
        @input=${({ target }: Event) => this.#set(at, { name: (target as Input).value })}
      ></x-input>
      ${
        disabled
          ? html`<span></span>`
          : html`<x-button
              variant="quiet"
              icon="trash"
              label=${msg(str`Remove product ${number}`)}
              @click=${() => this.#remove(at)}
            ></x-button>`
      }
      ${this.#numbers(line).map(
        ({ part, label, value, take }) =>
          html`<x-number-field
            label=${label}
            min="0"
            .value=${value}
            error=${this.problemOf(`lines.${at}.${part}`)}
            ?disabled=${disabled}
            @input=${({ target }: Event) => this.#set(at, { [part]: take(Number((target as NumberField).value) || 0) })}
          ></x-number-field>`,
      )}
      <span class="sum caption"
        ><span>${msg('Sum')}</span><span>${moneyText(locale, lineTotal(line), currency)}</span></span
      >
    </li>`;
  }
}
