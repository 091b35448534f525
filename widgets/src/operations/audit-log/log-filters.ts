import { msg } from '@lit/localize';
import { css, type TemplateResult } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Button } from '../../kit/button.ts';
import { DateRangeField } from '../../kit/date-range-field.ts';
import type { FormControl } from '../../kit/form-control.ts';
import { Select } from '../../kit/select.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { actorKindWords, areaWords } from './action-labels.ts';
import { wholeLog, type LogView } from './log-filter.ts';

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const valueOf = (event: Event): string => (event.target as FormControl).value; // the field's own event

/**
 * What of the audit log is looked at: about what, by whom, when, and what was taken from an entry.
 *
 * @event change-look - `detail` is what changes of the view.
 */
export class LogFilters extends PrefixedElement {
  static override tag = 'log-filters';
  static override uses = [Button, DateRangeField, Select];
  static override styles = [
    widgetStyles,
    css`
      .filters,
      .narrowed {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--_space-2);
        margin-block-end: var(--_space-4);
      }
      .filters > * {
        flex: 0 1 190px;
        min-inline-size: 150px;
      }
      .filters > .period {
        flex-basis: 270px;
      }
      @media (max-width: 640px) {
        .filters > * {
          flex: 1 1 150px;
        }
        .filters > .period {
          flex-basis: 100%;
        }
      }
    `,
  ];
  @property({ attribute: false }) look: LogView = wholeLog;

  #change(change: Partial<LogView>): void {
    this.tell('change-look', change);
  }

  override render(): unknown {
    const { area, kind, period } = this.look;
    return html`<div class="filters">
        <x-select
          size="small"
          label=${msg('About')}
          .options=${[{ value: '', label: msg('Everything') }, ...options(areaWords())]}
          .value=${area}
          @change=${(event: Event) => this.#change({ area: valueOf(event), narrowing: null })}
        ></x-select>
        <x-select
          size="small"
          label=${msg('Who')}
          .options=${[{ value: '', label: msg('Everybody') }, ...options(actorKindWords())]}
          .value=${kind}
          @change=${(event: Event) => this.#change({ kind: valueOf(event) as LogView['kind'], narrowing: null })}
        ></x-select>
        <x-date-range-field
          class="period"
          size="small"
          label=${msg('Period')}
          .value=${period}
          @change=${(event: Event) => this.#change({ period: valueOf(event) })}
        ></x-date-range-field>
      </div>
      ${this.#narrowed()}`;
  }

  #narrowed(): TemplateResult | '' {
    const { narrowing } = this.look;
    if (!narrowing) return '';
    return html`<div class="narrowed">
      <x-button size="small" icon="close" @click=${() => this.#change({ narrowing: null })}
        >${narrowing.words}</x-button
      >
    </div>`;
  }
}
