import { msg } from '@lit/localize';
import type { AuditLogEntry, AuditLogReach } from '@tabard/contract';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { columnsOf } from '../../core/columns-of.ts';
import { ListQuery } from '../../core/list-query.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import type { Column } from '../../kit/table-layout.ts';
import { Table } from '../../kit/table.ts';
import { actionWords, actorKindWords, actorName, areaWords } from './action-labels.ts';
import { auditLogStyles } from './audit-log.styles.ts';
import { filterOf, wholeLog, type LogView, type Narrowing } from './log-filter.ts';
import { learnFurtherWords } from '../../core/learn-further-words.ts';

/**
 * Who did what, when, from where and on whose behalf, with what was before and after: of the workspace, or for those who administer it
 * of the organization above. Narrowed by what, who and when, and exported as CSV.
 *
 * @summary The audit log.
 */
export class AuditLog extends Widget {
  static override tag = 'audit-log';
  static override widgetName = 'audit-log' as const;
  static override permission = 'audit_log.read' as const;
  static override uses: readonly PrefixedElementClass[] = [...widgetParts, Table];
  static override styles: CSSResultGroup = [Widget.styles, badgeMarkStyles, auditLogStyles];
  static override later = [
    ...Widget.later,
    async () => (await import('../../kit/tabs.ts')).Tabs,
    async () => (await import('./log-filters.ts')).LogFilters,
  ];
  @state() private look: LogView = wholeLog;
  /** The entry that is looked at. */
  @state() private opened: AuditLogEntry | null = null;
  @state() private exporting = false;

  readonly #entries = new ListQuery<AuditLogEntry>(this, {
    key: () => ['auditLog', 'list', this.look],
    ask: (session, page) =>
      session.client.auditLog.list({ ...page, scope: this.look.scope, filter: filterOf(this.look) }),
    onFailure: this.onFailure,
  });
  readonly #reach = new Query<AuditLogReach>(this, {
    key: () => ['auditLog', 'reach'],
    ask: (session) => session.client.auditLog.reach(),
    onFailure: this.onFailure,
  });
  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => {
      const { scope, area, kind, period } = this.look;
      return { scope: scope === 'organization' ? scope : '', about: area, by: kind, period };
    },
    ({ scope, about = '', by = '', period = '' }) =>
      void (this.look = {
        scope: scope === 'organization' ? scope : 'workspace',
        area: about in areaWords() ? about : '',
        kind: by in actorKindWords() ? (by as LogView['kind']) : '',
        period: /^[\d-]*\/[\d-]*$/.test(period) ? period : '',
        narrowing: null,
      }),
  );

  #change(change: Partial<LogView>): void {
    this.look = { ...this.look, ...change };
  }

  protected override firstUpdated(): void {
    super.firstUpdated();
    learnFurtherWords(this);
  }

  protected override view(session: Session): TemplateResult {
    return html`<div class="bar">
        <h1>${msg('Audit log')}</h1>
        ${
          this.offers('export')
            ? html`<x-button
                class="push"
                icon="download"
                ?busy=${this.exporting}
                @click=${() => void this.#export(session)}
                >${msg('Download as CSV')}</x-button
              >`
            : ''
        }
      </div>
      ${this.#scopes(session)}
      <x-log-filters
        .look=${this.look}
        @change-look=${(event: CustomEvent<Partial<LogView>>) => this.#change(event.detail)}
      ></x-log-filters>
      <div class="panel list">${this.show(this.#entries, ({ items }) => this.#table(items))}</div>
      ${
        this.opened
          ? html`<x-audit-entry
              .session=${session}
              .entry=${this.opened}
              @close=${() => (this.opened = null)}
              @narrow=${(event: CustomEvent<Narrowing>) => {
                this.opened = null;
                this.#change({ area: '', kind: '', narrowing: event.detail });
              }}
            ></x-audit-entry>`
          : ''
      }`;
  }

  #scopes({ current }: Session): TemplateResult | '' {
    const above = this.#reach.value?.organization;
    if (!above) return '';
    return html`<x-tabs
      class="views"
      label=${msg('Audit log')}
      .tabs=${[
        { id: 'workspace', label: current?.workspace?.name ?? msg('Workspace') },
        { id: 'organization', label: above.name },
      ]}
      selected=${this.look.scope}
      @choose=${(event: CustomEvent<LogView['scope']>) => this.#change({ scope: event.detail })}
    ></x-tabs>`;
  }

  #table(items: readonly AuditLogEntry[]): TemplateResult {
    if (items.length === 0) return this.#none();
    return html`<x-table
      openable
      card-height="84"
      label=${msg('Audit log')}
      .columns=${columnsOf(this.configuration, this.#columns())}
      .rows=${items}
      .card=${(row: AuditLogEntry) => this.#card(row)}
      ?has-more=${this.#entries.hasMore}
      @need-more=${() => void this.#entries.more()}
      @open-row=${(event: CustomEvent<AuditLogEntry>) => void this.#open(event.detail)}
    ></x-table>`;
  }

  #none(): TemplateResult {
    const { area, kind, period, narrowing } = this.look;
    if (!area && !kind && !period && !narrowing)
      return html`<x-empty
        heading=${msg('Nothing was done yet')}
        text=${msg('Every change will be noted here, with who made it.')}
      ></x-empty>`;
    return html`<x-empty drawing="search" heading=${msg('Nothing matches')}>
      <x-button @click=${() => (this.look = { ...wholeLog, scope: this.look.scope })}
        >${msg('Show everything')}</x-button
      >
    </x-empty>`;
  }

  #columns(): Column<AuditLogEntry>[] {
    const { format } = this;
    return [
      {
        id: 'action',
        label: msg('What'),
        width: 'minmax(348px, 3fr)',
        cell: (row) =>
          html`<span class="row"><span class="strong cut">${actionWords(row.action)}</span>${refused(row)}</span>`,
      },
      {
        id: 'actor',
        label: msg('Who'),
        width: 'minmax(140px, 2fr)',
        cell: (row) => html`<span class="two">${actorView(row)}</span>`,
      },
      {
        id: 'subject',
        label: msg('Record'),
        width: 'minmax(120px, 2fr)',
        gives: 2,
        cell: ({ subjects: [subject = '–'] }) =>
          html`<span class="caption num cut" dir="ltr" title=${subject}>${subject}</span>`,
      },
      {
        id: 'from',
        label: msg('From'),
        width: 'minmax(120px, 1fr)',
        gives: 1,
        cell: ({ ip }) => html`<span class="caption num cut" dir="ltr">${ip ?? '–'}</span>`,
      },
      {
        id: 'at',
        label: msg('When'),
        width: 'minmax(110px, 120px)',
        align: 'end',
        cell: ({ at }) => html`<span class="muted" title=${format.dateTime(at)}>${format.relative(at)}</span>`,
      },
    ];
  }

  #card(row: AuditLogEntry): TemplateResult {
    return html`<span class="two"
      ><span class="row"><span class="strong cut">${actionWords(row.action)}</span>${refused(row)}</span
      ><span class="caption cut">${actorName(row.actor)}</span
      ><span class="caption">${this.format.relative(row.at)}</span></span
    >`;
  }

  /** Shows one entry; the code for it comes when it is first wanted. */
  async #open(entry: AuditLogEntry): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./audit-entry.ts')).AuditEntry);
      this.opened = entry;
    });
  }

  async #export(session: Session): Promise<void> {
    if (this.exporting) return;
    this.exporting = true;
    await this.attempt(async () => (await import('./download-log.ts')).downloadLog(session, this.look));
    this.exporting = false;
  }
}

const refused = ({ outcome }: AuditLogEntry): TemplateResult | '' =>
  outcome === 'ok' ? '' : badgeMark(msg('Refused'), 'danger');

const actorView = ({ actor, onBehalfOf }: AuditLogEntry): TemplateResult =>
  html`<span class="cut">${actorName(actor)}</span
    >${actor ? html`<span class="caption cut">${onBehalfOf ? `${actorKindWords()[actor.kind]} · ${onBehalfOf}` : actorKindWords()[actor.kind]}</span>` : ''}`;
