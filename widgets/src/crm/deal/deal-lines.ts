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

  #line(line: DealLine, at: number): unknown {
    const { currency, disabled, locale } = this;
    const number = at + 1;
    const fieldOf = (part: 'quantity' | 'unitPrice' | 'discount', value: string, take: (typed: number) => number) => ({
      value,
      error: this.problemOf(`lines.${at}.${part}`),
      input: ({ target }: Event) => this.#set(at, { [part]: take(Number((target as NumberField).value) || 0) }),
    });
    const parts = [
      {
        label: msg('Quantity'),
        ...fieldOf('quantity', String(line.quantity / 1000), (n) => Math.round(n * 1000)),
      },
      {
        label: `${msg('Price each')} (${currency})`,
        ...fieldOf('unitPrice', decimalOf(line.unitPrice, currency), (n) => amountOf(String(n), currency)),
      },
      {
        label: `${msg('Discount')} (%)`,
        ...fieldOf('discount', String(line.discount / 100), (n) => Math.round(n * 100)),
      },
    ];
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
              @click=${() =>
                this.tell(
                  'edit',
                  this.lines.filter((_, place) => place !== at),
                )}
            ></x-button>`
      }
      ${parts.map(
        ({ label, value, error, input }) =>
          html`<x-number-field
            label=${label}
            min="0"
            .value=${value}
            error=${error}
            ?disabled=${disabled}
            @input=${input}
          ></x-number-field>`,
      )}
      <span class="sum caption"
        ><span>${msg('Sum')}</span><span>${moneyText(locale, lineTotal(line), currency)}</span></span
      >
    </li>`;
  }
}
