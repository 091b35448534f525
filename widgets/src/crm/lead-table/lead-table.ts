import { msg, str } from '@lit/localize';
import type { Lead, LeadFilter, LeadStatus } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { defineElement } from '../../core/define-element.ts';
import { html } from '../../core/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget, widgetParts } from '../../core/widget.ts';
import { Avatar } from '../../kit/avatar.ts';
import { Badge } from '../../kit/badge.ts';
import { Menu } from '../../kit/menu.ts';
import { SearchField } from '../../kit/search-field.ts';
import { Table, type Sorting } from '../../kit/table.ts';
import { Tabs } from '../../kit/tabs.ts';
import { nameOf, statusTones, statusWord } from '../lead-words.ts';
import { leadColumns } from './lead-columns.ts';
import { LeadForm } from './lead-form.ts';

const SORTS: Record<string, 'created_at' | 'email' | 'company' | 'last_name'> = {
  name: 'last_name',
  company: 'company',
  added: 'created_at',
};

/**
 * All leads of the workspace: search, filter, sort, open, change, archive with undo, and import from a file.
 *
 * @summary The list of leads.
 * @event {CustomEvent<{ lead: Lead }>} select-lead - A lead was opened. Prevent it to show the lead yourself.
 */
export class LeadTable extends Widget {
  static override tag = 'lead-table';
  static override widgetName = 'lead-table' as const;
  static override permission = 'lead.read' as const;
  static override uses = [...widgetParts, Avatar, Badge, LeadForm, Menu, SearchField, Table, Tabs];
  static override styles = [
    Widget.styles,
    css`
      :host {
        block-size: clamp(420px, 78vh, 860px);
      }
      .list {
        flex: 1;
        min-block-size: 0;
        display: flex;
        flex-direction: column;
        overflow: hidden;
      }
      .filters {
        display: flex;
        gap: var(--_space-3);
        flex-wrap: wrap;
        align-items: center;
        padding-block-end: var(--_space-3);
        min-block-size: 46px;
      }
      .filters.selection {
        background: var(--_accent-soft);
        color: var(--_accent-text);
        margin-block-end: var(--_space-3);
        padding: 4px 8px 4px 14px;
        border-radius: var(--_radius-control);
        font-weight: var(--_font-weight-medium);
        font-size: var(--_font-size-s);
      }
    `,
  ];

  /** A lead to open, by its id: the target of a deep link. */
  @property({ attribute: 'lead-id' }) leadId = '';
  /** Shows leads of one status at first. */
  @property() status: LeadStatus | 'all' = 'all';
  @state() private search = '';
  @state() private sorting: Sorting = { by: 'added', direction: 'desc' };
  @state() private selected: ReadonlySet<string> = new Set();
  @state() private editing: Lead | null = null;
  @state() private formOpen = false;
  @state() private importing = false;

  get #filter(): LeadFilter {
    return { ...(this.search && { search: this.search }), ...(this.status !== 'all' && { status: [this.status] }) };
  }

  readonly #list = new ListQuery<Lead>(this, {
    key: () => ['leads', 'list', this.#filter, this.sorting],
    ask: async (session, page) =>
      session.client.leads.list({
        ...page,
        filter: this.#filter,
        sort: SORTS[this.sorting.by] ?? 'created_at',
        direction: this.sorting.direction,
      }),
    onFailure: this.onFailure,
    limit: 100,
  });
  readonly #count = new Query(this, {
    key: () => ['leads', 'count', this.#filter],
    ask: (session) => session.client.leads.count({ filter: this.#filter }),
  });
  readonly #linked = new Query(this, {
    key: () => (this.leadId ? ['leads', 'get', this.leadId] : null),
    ask: async (session) => this.#open(await session.client.leads.get({ id: this.leadId })),
    onFailure: this.onFailure,
  });

  #open(lead: Lead): Lead {
    if (this.announce('select-lead', { lead })) [this.editing, this.formOpen] = [lead, true];
    return lead;
  }

  readonly #archive = async (): Promise<void> => {
    const { session } = this;
    if (!session) return;
    const ids = [...this.selected];
    const undo = this.#list.patch((page) => ({
      ...page,
      items: page.items.filter((lead) => !this.selected.has(lead.id)),
    }));
    this.selected = new Set();
    // The platform takes 1,000 ids a call.
    const batches = Array.from({ length: Math.ceil(ids.length / 1000) }, (_, at) =>
      ids.slice(at * 1000, at * 1000 + 1000),
    );
    const each = (act: 'archive' | 'restore') => async (): Promise<void> => {
      for (const batch of batches) await session.client.leads[act]({ ids: batch });
      session.cache.invalidate(['leads']);
    };
    if (await this.attempt(each('archive'), undo)) {
      const count = this.format.number(ids.length);
      void this.toast({
        text: this.format.plural(ids.length, { one: msg('1 lead archived'), other: msg(str`${count} leads archived`) }),
        action: { label: msg('Undo'), run: () => void this.attempt(each('restore')) },
      });
    }
  };

  readonly #import = async (): Promise<void> => {
    // Its own chunk: most visits import nothing.
    const { LeadImportWizard } = await import('../lead-import/lead-import-wizard.ts');
    defineElement(this.tagPrefix, LeadImportWizard);
    this.importing = true;
  };

  readonly #card = (lead: Lead): TemplateResult =>
    html`<span class="two"
        ><span class="strong">${nameOf(lead)}</span
        ><span class="caption">${[lead.title, lead.company].filter(Boolean).join(', ') || lead.email}</span></span
      ><x-badge dot tone=${statusTones[lead.status]}>${statusWord(lead.status)}</x-badge>`;

  protected override view(session: Session): TemplateResult {
    void this.#linked;
    return html`<div class="bar">
        <h1>
          ${msg('Leads')}
          <span class="count">${this.#count.value ? this.format.number(this.#count.value.count) : ''}</span>
        </h1>
        <div class="row push">
          ${session.can('lead.import') ? html`<x-button icon="upload" @click=${this.#import}>${msg('Import')}</x-button>` : ''}
          ${
            session.can('lead.write')
              ? html`<x-button
                  variant="primary"
                  icon="plus"
                  @click=${() => {
                    [this.editing, this.formOpen] = [null, true];
                  }}
                  >${msg('Add lead')}</x-button
                >`
              : ''
          }
        </div>
      </div>
      ${this.selected.size > 0 ? this.#selectionBar() : this.#filterBar()}
      <div class="panel list">${this.show(this.#list, () => this.#rows(session))}</div>
      <x-lead-form
        .session=${session}
        .lead=${this.editing}
        ?open=${this.formOpen}
        @close=${() => (this.formOpen = false)}
        @saved=${(event: CustomEvent<Lead>) => {
          this.formOpen = false;
          void this.toast(this.editing ? msg('Changes saved') : msg('Lead added'));
          this.editing = event.detail;
        }}
      ></x-lead-form>
      ${
        this.importing
          ? html`<x-lead-import-wizard
              .session=${session}
              @close=${() => (this.importing = false)}
            ></x-lead-import-wizard>`
          : ''
      }`;
  }

  #filterBar(): TemplateResult {
    const views = ['all', 'new', 'active', 'replied', 'bounced', 'unsubscribed'] as const;
    return html`<div class="filters">
      <x-tabs
        label=${msg('Status')}
        .tabs=${views.map((id) => ({ id, label: id === 'all' ? msg('All') : statusWord(id) }))}
        selected=${this.status}
        @choose=${(event: CustomEvent<LeadStatus | 'all'>) => (this.status = event.detail)}
      ></x-tabs>
      <x-search
        class="push"
        label=${msg('Search leads')}
        value=${this.search}
        @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
      ></x-search>
    </div>`;
  }

  #selectionBar(): TemplateResult {
    const count = this.format.number(this.selected.size);
    return html`<div class="filters selection" role="toolbar" aria-label=${msg('Selected leads')}>
      <span aria-live="polite">${msg(str`${count} selected`)}</span>
      <x-button class="push" size="small" icon="archive" @click=${this.#archive}>${msg('Archive')}</x-button>
      <x-button size="small" variant="quiet" @click=${() => (this.selected = new Set())}>${msg('Clear')}</x-button>
    </div>`;
  }

  #rows(session: Session): TemplateResult {
    const filtered = this.search !== '' || this.status !== 'all';
    if (this.#list.items.length === 0 && filtered) {
      return html`<x-empty
        drawing="search"
        heading=${msg('No lead matches')}
        text=${msg('Try other words or another status.')}
      >
        <x-button
          @click=${() => {
            [this.search, this.status] = ['', 'all'];
          }}
          >${msg('Clear filters')}</x-button
        >
      </x-empty>`;
    }
    if (this.#list.items.length === 0) {
      return html`<x-empty
        drawing="people"
        heading=${msg('No leads yet')}
        text=${msg('Import a file of the people you want to reach, or add one by hand.')}
      >
        ${session.can('lead.import') ? html`<x-button variant="primary" icon="upload" @click=${this.#import}>${msg('Import leads')}</x-button>` : ''}
      </x-empty>`;
    }
    return html`<x-table
      label=${msg('Leads')}
      openable
      .columns=${leadColumns(this.format)}
      .rows=${this.#list.items}
      .card=${this.#card}
      .sorting=${this.sorting}
      .selected=${session.can('lead.write') ? this.selected : null}
      total=${this.#count.value?.count ?? -1}
      ?has-more=${this.#list.hasMore}
      @need-more=${() => void this.#list.more()}
      @open-row=${(event: CustomEvent<Lead>) => this.#open(event.detail)}
      @sort=${(event: CustomEvent<Sorting>) => (this.sorting = event.detail)}
      @select-rows=${(event: CustomEvent<ReadonlySet<string>>) => (this.selected = event.detail)}
    ></x-table>`;
  }
}
