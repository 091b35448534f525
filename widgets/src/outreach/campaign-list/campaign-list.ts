import { msg, str } from '@lit/localize';
import type { CampaignState, CampaignSummary } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { columnsOf } from '../../core/columns-of.ts';
import { html } from '../../base/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import type { Session } from '../../core/session.ts';
import { TableWidget } from '../../core/table-widget.ts';
import { widgetParts } from '../../core/widget.ts';
import { Badge } from '../../kit/badge.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import { Menu, type MenuItem } from '../../kit/menu.ts';
import { SearchField } from '../../kit/search-field.ts';
import { Sparkline } from '../../kit/sparkline.ts';
import { Table } from '../../kit/table.ts';
import type { Column, TableLayout } from '../../kit/table-layout.ts';
import { Tabs } from '../../kit/tabs.ts';
import { stateTones, stateWord } from '../campaign-labels.ts';

type Act = 'pause' | 'resume' | 'complete' | 'archive';
const views = ['all', 'running', 'paused', 'draft', 'completed'] as const satisfies readonly (CampaignState | 'all')[];
type View = (typeof views)[number];

/**
 * The campaigns of the workspace with state, rates and the shape of the last two weeks. Opens a campaign in place.
 *
 * @summary The list of campaigns.
 * @event {CustomEvent<{ id: string }>} select-campaign - A campaign was opened, or a new one asked for (`id` empty). Prevent it to show the editor yourself.
 * @event navigate - It wants to go to `/campaigns/{id}`.
 */
export class CampaignList extends TableWidget {
  static override tag = 'campaign-list';
  static override widgetName = 'campaign-list' as const;
  static override permission = 'campaign.read' as const;
  static override uses = [...widgetParts, Badge, Menu, SearchField, Sparkline, Table, Tabs];
  static override styles = [
    TableWidget.styles,
    css`
      @container widget (max-width: 520px) {
        .filters > .push {
          inline-size: 100%;
          margin: 0;
        }
      }
      .list {
        display: flex;
        flex-direction: column;
        overflow: hidden;
        max-block-size: 860px;
      }
      .filters {
        display: flex;
        gap: var(--_space-3);
        flex-wrap: wrap;
        align-items: center;
        padding-block-end: var(--_space-3);
      }
    `,
  ];

  @state() private search = '';
  /** The view a person chose; until then the one that is configured. */
  @state() private chosen: View | null = null;
  @state() private opened: string | null = null;

  readonly #list = new ListQuery<CampaignSummary>(this, {
    key: () => ['campaigns', 'list', this.shown, this.search],
    ask: async (session, page) =>
      session.client.campaigns.list({
        ...page,
        ...(this.shown !== 'all' && { state: [this.shown] }),
        ...(this.search && { search: this.search }),
      }),
    onFailure: this.onFailure,
  });

  private get shown(): View {
    const configured = this.configuration.defaultFilter?.['state'];
    return this.chosen ?? views.find((view) => view === configured) ?? 'all';
  }

  readonly #open = async (id: string): Promise<void> => {
    if (!this.announce('select-campaign', { id }) || !this.navigate(`/campaigns/${id || 'new'}`)) return;
    const loaded = await this.attempt(async () => {
      const { CampaignEditor } = await import('../campaign-editor/campaign-editor.ts');
      defineElement(this.tagPrefix, CampaignEditor);
    });
    if (loaded) this.opened = id;
  };

  async #act(act: Act, campaign: CampaignSummary): Promise<void> {
    const { session } = this;
    if (!session) return;
    const next: Record<Act, CampaignState> = {
      pause: 'paused',
      resume: 'running',
      complete: 'completed',
      archive: 'archived',
    };
    const undo = this.#list.patch((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === campaign.id ? { ...item, state: next[act] } : item)),
    }));
    if (await this.attempt(() => session.client.campaigns[act]({ id: campaign.id }), undo)) {
      session.cache.invalidate(['campaigns']);
    }
  }

  #acts(session: Session, { state: now }: CampaignSummary): MenuItem[] {
    const items: MenuItem[] = [];
    if (session.can('campaign.launch')) {
      if (now === 'running') items.push({ id: 'pause', label: msg('Pause'), icon: 'pause' });
      if (now === 'paused') items.push({ id: 'resume', label: msg('Resume'), icon: 'play' });
      if (now === 'running' || now === 'paused') items.push({ id: 'complete', label: msg('Complete'), icon: 'check' });
    }
    if (session.can('campaign.write') && now !== 'archived')
      items.push({ id: 'archive', label: msg('Archive'), icon: 'archive' });
    return items.filter(({ id }) => this.offers(id));
  }

  #rate(part: number, campaign: CampaignSummary): TemplateResult {
    const { sent } = campaign.counts;
    return html`<span class=${sent ? '' : 'muted'}>${this.format.percent(sent ? part / sent : null)}</span>`;
  }

  #columns(session: Session): Column<CampaignSummary>[] {
    const { format } = this;
    return [
      {
        id: 'name',
        label: msg('Campaign'),
        width: 'minmax(240px, 2fr)',
        cell: (row) => {
          const [stepCount, leadCount] = [format.number(row.stepCount), format.number(row.counts.leads)];
          const steps = format.plural(row.stepCount, { one: msg('1 step'), other: msg(str`${stepCount} steps`) });
          const leads = format.plural(row.counts.leads, { one: msg('1 lead'), other: msg(str`${leadCount} leads`) });
          const [done, all] = [leadCount, format.number(row.counts.leads + row.enrolling)];
          const joined = row.enrolling > 0 ? msg(str`Adding leads: ${done} of ${all}`) : leads;
          return html`<span class="two"
            ><span class="strong">${row.name}</span><span class="caption">${steps} · ${joined}</span></span
          >`;
        },
      },
      {
        id: 'state',
        label: msg('State'),
        width: '130px',
        cell: (row) => badgeMark(stateWord(row.state), stateTones[row.state], true),
      },
      { id: 'sent', label: msg('Sent'), width: '100px', align: 'end', cell: (row) => format.number(row.counts.sent) },
      ...(['opened', 'replied'] as const).map((id) => ({
        id,
        label: id === 'opened' ? msg('Opened') : msg('Replied'),
        width: '100px',
        align: 'end' as const,
        cell: (row: CampaignSummary) => this.#rate(row.counts[id], row),
      })),
      {
        id: 'trend',
        label: msg('Last 14 days'),
        width: '120px',
        cell: (row) => {
          const total = row.trend.reduce((sum, value) => sum + value, 0);
          return total
            ? html`<x-sparkline
                .values=${row.trend}
                label=${`${format.number(total)} ${msg('sent in the last 14 days')}`}
              ></x-sparkline>`
            : html`<span class="muted">–</span>`;
        },
      },
      {
        id: 'acts',
        label: msg('Actions'),
        hideLabel: true,
        width: '56px',
        align: 'end',
        cell: (row) => this.#menu(session, row),
      },
    ];
  }

  #menu(session: Session, row: CampaignSummary): unknown {
    const items = this.#acts(session, row);
    if (items.length === 0) return '';
    return html`<x-menu
      icon="more"
      label=${`${msg('Actions for')} ${row.name}`}
      size="small"
      .items=${items}
      @click=${(event: Event) => event.stopPropagation()}
      @choose=${(event: CustomEvent<Act>) => void this.#act(event.detail, row)}
    ></x-menu>`;
  }

  protected override view(session: Session): TemplateResult {
    if (this.opened !== null) {
      return html`<x-campaign-editor
        .session=${session}
        campaign-id=${this.opened}
        closable
        @close-editor=${() => {
          this.opened = null;
          session.cache.invalidate(['campaigns', 'list']);
        }}
      ></x-campaign-editor>`;
    }
    const columns = columnsOf(this.configuration, this.#columns(session));
    return html`<div class="bar">
        <h1>${msg('Campaigns')}</h1>
        ${
          session.can('campaign.write') && this.offers('create')
            ? html`<x-button class="push" variant="primary" icon="plus" @click=${() => void this.#open('')}
                >${msg('New campaign')}</x-button
              >`
            : ''
        }
      </div>
      <div class="filters">
        <x-tabs
          label=${msg('State')}
          .tabs=${views.map((id) => ({ id, label: id === 'all' ? msg('All') : stateWord(id) }))}
          selected=${this.shown}
          @choose=${(event: CustomEvent<View>) => (this.chosen = event.detail)}
        ></x-tabs>
        <x-search
          class="push"
          label=${msg('Search campaigns')}
          value=${this.search}
          @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
        ></x-search>
        ${this.tableMenu(columns)}
      </div>
      <div class="panel list">${this.show(this.#list, () => this.#rows(session, columns))}</div>`;
  }

  #rows(session: Session, columns: readonly Column<CampaignSummary>[]): TemplateResult {
    if (this.#list.items.length === 0) {
      const filtered = this.search !== '' || this.shown !== 'all';
      return filtered
        ? html`<x-empty
            drawing="search"
            heading=${msg('No campaign matches')}
            text=${msg('Try other words or another state.')}
          >
            <x-button
              @click=${() => {
                [this.search, this.chosen] = ['', 'all'];
              }}
              >${msg('Clear filters')}</x-button
            >
          </x-empty>`
        : html`<x-empty
            drawing="mail"
            heading=${msg('No campaigns yet')}
            text=${msg('A campaign writes to your leads step by step and stops when they reply.')}
          >
            ${session.can('campaign.write') ? html`<x-button variant="primary" icon="plus" @click=${() => void this.#open('')}>${msg('New campaign')}</x-button>` : ''}
          </x-empty>`;
    }
    return html`<x-table
      label=${msg('Campaigns')}
      openable
      card-height="68"
      density=${this.density}
      .columns=${columns}
      .layout=${this.layout}
      .rows=${this.#list.items}
      .card=${(row: CampaignSummary) =>
        html`<div class="row">
          <span class="two"
            ><span class="strong">${row.name}</span
            ><span class="caption num"
              >${this.format.number(row.counts.sent)} ${msg('sent')} · ${this.#rate(row.counts.replied, row)}
              ${msg('replied')}</span
            ></span
          ><x-badge class="push" dot tone=${stateTones[row.state]}>${stateWord(row.state)}</x-badge>
        </div>`}
      ?has-more=${this.#list.hasMore}
      @need-more=${() => void this.#list.more()}
      @arrange=${(event: CustomEvent<TableLayout>) => this.arrange(event.detail)}
      @open-row=${(event: CustomEvent<CampaignSummary>) => void this.#open(event.detail.id)}
    ></x-table>`;
  }
}
