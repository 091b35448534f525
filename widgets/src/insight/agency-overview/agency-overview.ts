import { msg, str } from '@lit/localize';
import type { Metric, Page, TreeNode } from '@tabard/contract';
import type { RollUp, RollUpItem } from '@tabard/contract/insight/roll-up';
import { css, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { columnsOf } from '../../core/columns-of.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { goToWorkspace } from '../../identity/go-to-workspace.ts';
import { badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Figure } from '../../kit/figure.ts';
import { Sparkline } from '../../kit/sparkline.ts';
import { Table } from '../../kit/table.ts';
import { Tabs } from '../../kit/tabs.ts';
import { figuresStyles } from '../figures.styles.ts';
import { periodFigure } from '../period-figure.ts';
import { clientCard, clientColumns } from './client-columns.ts';

const DAYS = { '7': 7, '30': 30, '90': 90 } as const;
type Period = keyof typeof DAYS;
const FIGURES = ['sent', 'replied', 'bounced', 'unsubscribed', 'complained'] as const satisfies readonly Metric[];

/**
 * All clients of an organization at a look: what they sent and got together, where something is wrong, the worst first. A client is opened
 * by its line.
 *
 * @summary All clients of an agency, those in trouble first.
 * @event {CustomEvent<{ workspaceId: string, organizationId: string, name: string }>} open-place - Somebody wants to go into a workspace. Prevented, the host does it.
 */
export class AgencyOverview extends Widget {
  static override tag = 'agency-overview';
  static override widgetName = 'agency-overview' as const;
  static override permission = 'organization.manage' as const;
  static override uses: readonly PrefixedElementClass[] = [...widgetParts, Figure, Sparkline, Table, Tabs];
  static override later = [...Widget.later, async () => (await import('../../kit/search-field.ts')).SearchField];
  static override styles: CSSResultGroup = [
    Widget.styles,
    badgeMarkStyles,
    figuresStyles,
    css`
      .root {
        overflow: auto;
      }
      .root > * {
        flex-shrink: 0;
      }
      .list {
        display: flex;
        flex-direction: column;
        margin-block-start: var(--_space-4);
        overflow: hidden;
        max-block-size: max(560px, 100dvh - 320px);
        --row: 56px;
      }
      .note {
        padding: var(--_space-2) var(--_space-4);
      }
    `,
  ];
  protected override readonly skeleton = 'figures';

  /** The organization whose clients are shown; empty for the highest one that the person administers. */
  @property({ attribute: 'organization-id' }) organizationId = '';
  @state() private period: Period = '30';
  @state() private search = '';

  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({ days: this.period === '30' ? '' : this.period, search: this.search }),
    ({ days = '30', search = '' }) => {
      if (days in DAYS) this.period = days as Period; // one of its keys
      this.search = search;
    },
  );

  readonly #root = new Query<Page<TreeNode>>(this, {
    key: () => (this.organizationId || !this.session?.can('organization.manage') ? null : ['tree', 'root']),
    ask: (session) => session.client.tree.list({}),
    onFailure: this.onFailure,
  });
  readonly #overview = new Query<RollUp>(this, {
    key: () => (this.#place ? ['rollUps', this.#place, this.period, this.search] : null),
    ask: (session) =>
      session.client.rollUps.overview({
        organizationId: this.#place,
        days: DAYS[this.period],
        ...(this.search && { search: this.search }),
      }),
    onFailure: this.onFailure,
  });

  get #place(): string {
    return this.organizationId || (this.#root.value?.items[0]?.organizationId ?? '');
  }

  protected override view(_session: Session): TemplateResult {
    // Whoever is let into one workspace alone has no branch.
    if (this.#root.failure?.code === 'organization.not_found') return this.notAllowed();
    const labels: Record<Period, string> = { '7': msg('7 days'), '30': msg('30 days'), '90': msg('90 days') };
    return html`<div class="bar">
        <h1>${msg('Clients')}</h1>
        <x-search
          class="push"
          label=${msg('Find a client')}
          placeholder=${msg('Name')}
          .value=${this.search}
          @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
        ></x-search>
        <x-tabs
          label=${msg('Period')}
          .tabs=${(Object.keys(DAYS) as Period[]).map((id) => ({ id, label: labels[id] }))}
          selected=${this.period}
          @choose=${(event: CustomEvent<Period>) => (this.period = event.detail)}
        ></x-tabs>
      </div>
      ${this.#place ? this.show(this.#overview, (value) => this.#all(value), 'figures') : this.show(this.#root, () => '', 'figures')}`;
  }

  #all({ totals, items, isCut }: RollUp): TemplateResult {
    const { format } = this;
    if (totals.workspaces === 0)
      return this.search
        ? html`<x-empty heading=${msg(str`Nothing is called “${this.search}”`)}></x-empty>`
        : html`<x-empty
            drawing="people"
            heading=${msg('There is no client yet')}
            text=${msg('Make a workspace for each client on the page of organizations.')}
          ></x-empty>`;
    return html`<div class="figures">
        <x-figure
          name=${msg('In trouble')}
          counts=${msg('Clients in which something is wrong; what it is stands beside each.')}
          value=${format.number(totals.troubled)}
          detail=${msg(str`of ${format.number(totals.workspaces)}`)}
        ></x-figure>
        ${FIGURES.map((metric) => periodFigure({ metric, figure: figureOf(totals, metric), days: DAYS[this.period], format }))}
      </div>
      <div class="panel list">
        <x-table
          openable
          card-height="84"
          label=${msg('Clients')}
          .columns=${columnsOf(this.configuration, clientColumns(format))}
          .rows=${items}
          .rowName=${({ name }: RollUpItem) => name}
          .card=${(row: RollUpItem) => clientCard(row, format)}
          @open-row=${(event: CustomEvent<RollUpItem>) => this.#open(event.detail)}
        ></x-table>
        ${isCut ? html`<p class="note caption">${msg('There are more. Find others by their names.')}</p>` : ''}
      </div>`;
  }

  #open({ id, organizationId, name }: RollUpItem): void {
    if (this.announce('open-place', { workspaceId: id, organizationId, name })) goToWorkspace(id);
  }
}

/** A figure of all together. What is sent alone is known day by day. */
function figureOf({ counts, previous, trend }: RollUp['totals'], metric: Metric) {
  const share = (of: Record<Metric, number>): number | null => (of.sent ? of[metric] / of.sent : null);
  return {
    count: counts[metric],
    previous: previous[metric],
    rate: share(counts),
    previousRate: share(previous),
    trend: metric === 'sent' ? trend : [],
  };
}
