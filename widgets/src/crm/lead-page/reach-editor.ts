import { msg } from '@lit/localize';
import type { LeadEmail, LeadPhone } from '@tabard/contract/crm/lead-reach';
import { emailKinds, phoneKinds, type EmailKind, type PhoneKind } from '@tabard/contract/crm/lead-words';
import { css } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Button } from '../../kit/button.ts';
import { Input } from '../../kit/input.ts';
import { Select } from '../../kit/select.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { kindWord } from '../lead-words.ts';

/** One further address or number as it is written. */
export interface ReachRow {
  value: string;
  kind: EmailKind | PhoneKind;
  label: string | null;
}

export const emailRows = (emails: readonly LeadEmail[]): ReachRow[] =>
  emails.map(({ email, kind, label }) => ({ value: email, kind, label }));
export const phoneRows = (phones: readonly LeadPhone[]): ReachRow[] =>
  phones.map(({ number, kind, label }) => ({ value: number, kind, label }));

/**
 * Writes further addresses or numbers, each with what it is for and what it is called.
 *
 * @event change-rows - `detail` are the rows as they are written now.
 */
export class ReachEditor extends PrefixedElement {
  static override tag = 'reach-editor';
  static override uses = [Button, Input, Select];
  static override styles = [
    widgetStyles,
    css`
      .one {
        margin-block-end: var(--_space-4);
        display: grid;
        grid-template-columns: 1fr 1fr auto;
        gap: var(--_space-2);
        align-items: end;
      }
      .one > :first-child {
        grid-column: 1 / -1;
      }
    `,
  ];
  @property() of: 'email' | 'phone' = 'email';
  @property({ attribute: false }) rows: readonly ReachRow[] = [];
  @property({ attribute: false }) problemOf: (at: number) => string = () => '';

  #tell(rows: readonly ReachRow[]): void {
    this.rows = rows;
    this.tell('change-rows', rows);
  }
  #change(at: number, change: Partial<ReachRow>): void {
    this.#tell(this.rows.map((row, place) => (place === at ? { ...row, ...change } : row)));
  }

  override render(): unknown {
    const isEmail = this.of === 'email';
    const kinds = (isEmail ? emailKinds : phoneKinds).map((value) => ({ value, label: kindWord(value) }));
    return html`${this.rows.map(
      (row, at) =>
        html`<div class="one" role="group" aria-label=${row.value || msg('New')}>
          <x-input
            type=${isEmail ? 'email' : 'tel'}
            label=${isEmail ? msg('Email') : msg('Phone')}
            error=${this.problemOf(at)}
            maxlength=${isEmail ? 254 : 50}
            .value=${row.value}
            @input=${(event: Event) => this.#change(at, { value: (event.target as Input).value })}
          ></x-input>
          <x-select
            label=${msg('Kind')}
            required
            .options=${kinds}
            .value=${row.kind}
            @change=${(event: Event) => this.#change(at, { kind: (event.target as Select).value as ReachRow['kind'] })}
          ></x-select>
          <x-input
            label=${msg('Label')}
            maxlength="60"
            .value=${row.label ?? ''}
            @input=${(event: Event) => this.#change(at, { label: (event.target as Input).value || null })}
          ></x-input>
          <x-button
            icon="trash"
            variant="quiet"
            label=${msg('Remove')}
            @click=${() => this.#tell(this.rows.filter((_, place) => place !== at))}
          ></x-button>
        </div>`,
    )}
    ${
      this.rows.length < 10
        ? html`<div>
            <x-button
              size="small"
              icon="plus"
              @click=${() => this.#tell([...this.rows, { value: '', kind: 'work', label: null }])}
              >${isEmail ? msg('Add an address') : msg('Add a number')}</x-button
            >
          </div>`
        : ''
    }`;
  }
}
