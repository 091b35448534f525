import { msg } from '@lit/localize';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { addDays } from '../../kit/calendar-days.ts';
import { Dialog } from '../../kit/dialog.ts';
import { EmptyState } from '../../kit/empty-state.ts';
import { Select } from '../../kit/select.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { typeWord } from '../task/task-labels.ts';

/**
 * Who completed how many tasks of which type, and how many of them on time.
 *
 * @event close - It was closed.
 */
export class TaskReport extends PrefixedElement {
  static override tag = 'task-report';
  static override uses = [Banner, Button, Dialog, EmptyState, Select, Skeleton];
  static override styles = [
    widgetStyles,
    css`
      .body {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      th,
      td {
        padding: 8px 6px;
        border-block-end: 1px solid var(--_border);
        text-align: start;
        font-weight: var(--_font-weight-normal);
      }
      thead th {
        font-size: var(--_font-size-s);
        color: var(--_text-muted);
      }
      .end {
        text-align: end;
      }
      .bars {
        inline-size: 32%;
      }
      svg {
        display: block;
        border-radius: 5px;
      }
      @media (max-width: 460px) {
        .bars {
          display: none;
        }
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property() today = '';
  @state() private days = 30;

  readonly #report = new Query(this, {
    key: () => ['tasks', 'report', this.today, String(this.days)],
    ask: (session) => session.client.tasks.report({ from: addDays(this.today, 1 - this.days), to: this.today }),
  });

  override render(): unknown {
    const periods = [
      { value: '7', label: msg('Last 7 days') },
      { value: '30', label: msg('Last 30 days') },
      { value: '90', label: msg('Last 90 days') },
    ];
    return html`<x-dialog open wide heading=${msg('Who did what')} @close=${() => this.tell('close')}>
      <div class="body">
        <x-select
          label=${msg('Period')}
          .options=${periods}
          .value=${String(this.days)}
          @change=${(event: Event) => (this.days = Number((event.target as Select).value))}
        ></x-select>
        ${this.#body()}
      </div>
    </x-dialog>`;
  }

  #body(): unknown {
    const { value, failure } = this.#report;
    if (failure && !value) return html`<x-banner tone="danger">${textOf(failure)}</x-banner>`;
    if (!value) return html`<x-skeleton shape="text"></x-skeleton>`;
    if (value.items.length === 0)
      return html`<x-empty drawing="search" heading=${msg('Nothing was done in this time')}></x-empty>`;
    const { format } = this.session;
    const most = Math.max(...value.items.map(({ done }) => done));
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${msg('Assignee')}</th>
          <th scope="col">${msg('Type')}</th>
          <th scope="col" class="end">${msg('Done')}</th>
          <th scope="col" class="end">${msg('On time')}</th>
          <th scope="col" class="bars"><span class="visually-hidden">${msg('Done, of which on time')}</span></th>
        </tr>
      </thead>
      <tbody>
        ${value.items.map(
          ({ assigneeId, assigneeName, type, done, onTime }) =>
            html`<tr>
              <th scope="row">${assigneeName ?? (assigneeId ? msg('Somebody who left') : msg('Nobody'))}</th>
              <td>${typeWord(type)}</td>
              <td class="end">${format.number(done)}</td>
              <td class="end">${format.progress(onTime / done)}</td>
              <td class="bars" aria-hidden="true">${this.#bar(onTime / most, (done - onTime) / most)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  /** What was on time, and the rest of what was done. */
  #bar(onTime: number, late: number): unknown {
    return html`<svg width="100%" height="10" viewBox="0 0 100 10" preserveAspectRatio="none">
      <rect width="100" height="10" fill="var(--_sunken)"></rect>
      <rect width=${onTime * 100} height="10" fill="var(--_accent)"></rect>
      <rect x=${onTime * 100} width=${late * 100} height="10" fill="var(--_border-strong)"></rect>
    </svg>`;
  }
}
