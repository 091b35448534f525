import { msg, str } from '@lit/localize';
import type { WorkspaceSettings } from '@tabard/contract';
import type { Domain } from '@tabard/contract/identity/domain';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { addCodeWords } from '../../base/code-words.ts';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { columnsOf } from '../../core/columns-of.ts';
import { ListQuery } from '../../core/list-query.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { badgeMarkStyles } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';
import { Select } from '../../kit/select.ts';
import type { Column } from '../../kit/table-layout.ts';
import { Table } from '../../kit/table.ts';
import { domainListStyles } from './domain-list.styles.ts';
import type { DomainTask } from './domain-tasks.ts';
import { domainMark, domainNote, purposeName } from './domain-words.ts';
import { placeChoice, placeChoiceStyles } from '../place-choice.ts';
import { refusalWords } from './refusal-words.ts';

/**
 * The host names of a workspace, or of an organization that a person administers: add one, copy the records that prove it and lead it
 * here, see how it stands, have it checked, give it back.
 *
 * @summary Host names for the app, links, the API and notices.
 */
export class DomainList extends Widget {
  static override tag = 'domain-list';
  static override widgetName = 'domain-list' as const;
  static override permission = 'domain.read' as const;
  static override uses: readonly PrefixedElementClass[] = [...widgetParts, Select, Table];
  static override styles: CSSResultGroup = [Widget.styles, badgeMarkStyles, placeChoiceStyles, domainListStyles];
  static override later = [...Widget.later, async () => (await import('../../kit/menu.ts')).Menu];

  /** The organization whose names are shown; empty for those of the workspace. */
  @property({ attribute: 'organization-id' }) organizationId = '';
  /** What a person is about to do, in a dialog. */
  @state() private task: DomainTask | null = null;

  readonly #domains = new ListQuery<Domain>(this, {
    key: () => ['domains', 'list', this.organizationId],
    ask: (session, page) => session.client.domains.list({ ...page, ...this.#place }),
    onFailure: this.onFailure,
  });
  readonly #settings = new Query<WorkspaceSettings>(this, {
    key: () => (this.session?.can('settings.read') ? ['settings', 'get'] : null),
    ask: (session) => session.client.settings.get({}),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addCodeWords(refusalWords);
  }

  get #place(): { organizationId?: string } {
    return this.organizationId ? { organizationId: this.organizationId } : {};
  }
  /** The name that a dialog is about, as it is now. */
  get #current(): Domain | null {
    const { task } = this;
    if (!task || task.kind === 'create') return null;
    return this.#domains.items.find(({ id }) => id === task.domain.id) ?? task.domain;
  }

  protected override view(session: Session): TemplateResult {
    const writes = session.can('domain.manage');
    const { value: place } = this.#settings;
    return html`<div class="bar">
        <h1>${msg('Domains')}</h1>
        ${place && placeChoice(place, { label: msg('Domains of'), value: this.organizationId, choose: (id) => (this.organizationId = id) })}
        ${writes && this.offers('create') ? html`<div class="push">${this.#add('primary')}</div>` : ''}
      </div>
      <div class="panel list">${this.show(this.#domains, ({ items }) => this.#table(items, writes))}</div>
      ${
        this.task
          ? html`<x-domain-tasks
              .session=${session}
              .task=${this.task}
              .domain=${this.#current}
              .place=${this.#place}
              ?can-check=${writes && this.offers('check')}
              @close=${() => (this.task = null)}
              @change-domain=${(event: CustomEvent<Domain>) => this.#changed(session, event.detail)}
              @done=${(event: CustomEvent<string>) => this.#done(session, event.detail)}
            ></x-domain-tasks>`
          : ''
      }`;
  }

  #add(variant: 'primary' | 'secondary'): TemplateResult {
    return html`<x-button variant=${variant} icon="plus" @click=${() => void this.#begin({ kind: 'create' })}
      >${msg('Add a domain')}</x-button
    >`;
  }

  #table(items: readonly Domain[], writes: boolean): TemplateResult {
    if (items.length === 0)
      return html`<x-empty
        drawing="globe"
        heading=${msg('There is no domain yet')}
        text=${msg('Clients sign in and follow links at your own host name once it is added here.')}
        >${writes && this.offers('create') ? this.#add('secondary') : ''}</x-empty
      >`;
    return html`<x-table
      card-height="96"
      label=${msg('Domains')}
      .columns=${columnsOf(this.configuration, this.#columns(writes))}
      .rows=${items}
      .card=${(row: Domain) => this.#card(row, writes)}
      ?has-more=${this.#domains.hasMore}
      @need-more=${() => void this.#domains.more()}
    ></x-table>`;
  }

  #columns(writes: boolean): Column<Domain>[] {
    return [
      { id: 'name', label: msg('Name'), width: 'minmax(180px, 3fr)', cell: (row) => name(row) },
      { id: 'purpose', label: msg('For'), width: 'minmax(150px, 1fr)', cell: (row) => purposeName(row.purpose) },
      {
        id: 'state',
        label: msg('State'),
        width: 'minmax(180px, 3fr)',
        cell: (row) =>
          html`<span class="two"
            ><span class="row">${domainMark(row)}</span
            ><span class="caption cut">${domainNote(row, this.format)}</span></span
          >`,
      },
      {
        id: 'acts',
        label: msg('Actions'),
        hideLabel: true,
        width: '56px',
        align: 'end',
        cell: (row) => this.#menu(row, writes),
      },
    ];
  }

  #card(row: Domain, writes: boolean): TemplateResult {
    return html`<span class="row"
      ><span class="two grow"
        >${name(row)}<span class="row caption">${purposeName(row.purpose)} ${domainMark(row)}</span
        ><span class="caption cut">${domainNote(row, this.format)}</span></span
      >${this.#menu(row, writes)}</span
    >`;
  }

  #menu(domain: Domain, writes: boolean): TemplateResult {
    const items: MenuItem[] = [{ id: 'show', label: msg('Records and state'), icon: 'eye' }];
    if (writes && this.offers('check')) items.push({ id: 'check', label: msg('Check now'), icon: 'refresh' });
    if (writes && this.offers('remove'))
      items.push({ id: 'remove', label: msg('Remove'), icon: 'trash', danger: true });
    return html`<x-menu
      icon="more"
      size="small"
      label=${msg(str`Actions for ${domain.readable}`)}
      .items=${items}
      @choose=${(event: CustomEvent<'show' | 'check' | 'remove'>) => void this.#choose(event.detail, domain)}
    ></x-menu>`;
  }

  async #choose(act: 'show' | 'check' | 'remove', domain: Domain): Promise<void> {
    if (act !== 'check') return this.#begin({ kind: act, domain });
    const { session } = this;
    if (!session) return;
    await this.attempt(async () => this.#changed(session, await session.client.domains.check({ id: domain.id })));
  }

  /** Opens a dialog, whose code comes when it is first wanted. */
  async #begin(task: DomainTask): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./domain-tasks.ts')).DomainTasks);
      this.task = task;
    });
  }

  /** A name is another one now; one that was just made is shown with its records. */
  #changed(session: Session, domain: Domain): void {
    if (this.task?.kind === 'create') this.task = { kind: 'show', domain };
    else if (this.task) this.task = { ...this.task, domain };
    session.cache.invalidate(['domains']);
  }

  #done(session: Session, words: string): void {
    this.task = null;
    session.cache.invalidate(['domains']);
    void this.toast(words);
  }
}

/** The name as people read it, and as name servers know it where that is another one. */
function name({ host, readable }: Domain): TemplateResult {
  return html`<span class="two"
    ><bdi class="strong cut" title=${readable}>${readable}</bdi
    >${readable === host ? '' : html`<span class="caption cut" dir="ltr">${host}</span>`}</span
  >`;
}
