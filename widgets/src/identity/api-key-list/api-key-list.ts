import { msg, str } from '@lit/localize';
import type { ApiKey, ApiKeyGrantable } from '@tabard/contract';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { addCodeWords } from '../../base/code-words.ts';
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
import { badgeMarkStyles } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';
import type { Column } from '../../kit/table-layout.ts';
import { Table } from '../../kit/table.ts';
import { apiKeyListStyles } from './api-key-list.styles.ts';
import { keyEnd, keyMark, keyUse } from './key-marks.ts';
import type { KeyTask } from './key-tasks.ts';
import { refusalWords } from './refusal-words.ts';

type Act = 'edit' | 'rotate' | 'revoke';

/**
 * The keys by which servers speak with the platform: make one, say from where and for how long it is good, give it a new secret while the
 * old one still works, end it. A secret is shown once.
 *
 * @summary The API keys of a workspace or of the organization that a person administers.
 */
export class ApiKeyList extends Widget {
  static override tag = 'api-key-list';
  static override widgetName = 'api-key-list' as const;
  static override permission = 'api_key.manage' as const;
  static override uses: readonly PrefixedElementClass[] = [...widgetParts, Table];
  static override styles: CSSResultGroup = [Widget.styles, badgeMarkStyles, apiKeyListStyles];
  static override later = [
    ...Widget.later,
    async () => (await import('../../kit/menu.ts')).Menu,
    async () => (await import('../../kit/tabs.ts')).Tabs,
  ];
  /** What a person is about to do, in a dialog. */
  @state() private task: KeyTask | null = null;
  @state() private shown: ApiKey['state'] = 'active';

  readonly #keys = new ListQuery<ApiKey>(this, {
    key: () => ['apiKeys', 'list', this.shown],
    ask: (session, page) => session.client.apiKeys.list({ ...page, filter: { state: this.shown } }),
    onFailure: this.onFailure,
  });
  readonly #grantable = new Query<ApiKeyGrantable>(this, {
    key: () => ['apiKeys', 'grantable'],
    ask: (session) => session.client.apiKeys.grantable(),
    onFailure: this.onFailure,
  });
  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({ view: this.shown === 'ended' ? 'ended' : '' }),
    ({ view }) => void (this.shown = view === 'ended' ? 'ended' : 'active'),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    addCodeWords(refusalWords);
  }

  protected override view(session: Session): TemplateResult {
    return html`<div class="bar">
        <h1>${msg('API keys')}</h1>
        ${this.offers('create') ? html`<div class="push">${this.#add('primary')}</div>` : ''}
      </div>
      <x-tabs
        class="views"
        label=${msg('API keys')}
        .tabs=${[
          { id: 'active', label: msg('Active') },
          { id: 'ended', label: msg('Ended') },
        ]}
        selected=${this.shown}
        @choose=${(event: CustomEvent<ApiKey['state']>) => (this.shown = event.detail)}
      ></x-tabs>
      <div class="panel list">${this.show(this.#keys, ({ items }) => this.#table(items))}</div>
      ${
        this.task
          ? html`<x-key-tasks
              .session=${session}
              .task=${this.task}
              .grantable=${this.#grantable.value ?? null}
              @close=${() => (this.task = null)}
              @done=${(event: CustomEvent<string>) => this.#done(session, event.detail)}
            ></x-key-tasks>`
          : ''
      }`;
  }

  #add(variant: 'primary' | 'secondary'): TemplateResult {
    return html`<x-button variant=${variant} icon="plus" @click=${() => void this.#begin({ kind: 'create' })}
      >${msg('Make a key')}</x-button
    >`;
  }

  #table(items: readonly ApiKey[]): TemplateResult {
    if (items.length === 0) return this.#none();
    return html`<x-table
      card-height="96"
      label=${msg('API keys')}
      .columns=${columnsOf(this.configuration, this.#columns())}
      .rows=${items}
      .card=${(row: ApiKey) => this.#card(row)}
      ?has-more=${this.#keys.hasMore}
      @need-more=${() => void this.#keys.more()}
    ></x-table>`;
  }

  #none(): TemplateResult {
    if (this.shown === 'ended')
      return html`<x-empty
        heading=${msg('No key has ended')}
        text=${msg('Keys that were revoked or whose time is over are kept here.')}
      ></x-empty>`;
    return html`<x-empty
      drawing="lock"
      heading=${msg('There is no key yet')}
      text=${msg('A server of yours speaks with the platform by a key. Give each server its own.')}
      >${this.offers('create') ? this.#add('secondary') : ''}</x-empty
    >`;
  }

  #columns(): Column<ApiKey>[] {
    const { format } = this;
    return [
      { id: 'name', label: msg('Key'), width: 'minmax(200px, 3fr)', cell: (row) => this.#name(row) },
      {
        id: 'reach',
        label: msg('Good for'),
        width: 'minmax(170px, 2fr)',
        cell: (row) =>
          html`<span class="two"
            ><span class="cut">${this.#reach(row)}</span
            ><span class="caption cut" dir="auto" title=${row.networks.join(', ')}>${this.#from(row)}</span></span
          >`,
      },
      {
        id: 'used',
        label: msg('Last used'),
        width: 'minmax(120px, 1fr)',
        gives: 1,
        cell: (row) => keyUse(row, format),
      },
      {
        id: 'state',
        label: msg('State'),
        width: 'minmax(150px, 2fr)',
        cell: (row) =>
          html`<span class="two"
            ><span class="row">${keyMark(row)}</span><span class="caption cut">${keyEnd(row, format)}</span></span
          >`,
      },
      {
        id: 'acts',
        label: msg('Actions'),
        hideLabel: true,
        width: '56px',
        align: 'end',
        cell: (row) => this.#menu(row),
      },
    ];
  }

  #card(row: ApiKey): TemplateResult {
    return html`<span class="row"
      ><span class="two grow"
        >${this.#name(row)}<span class="row caption">${this.#reach(row)}</span
        ><span class="row caption">${keyMark(row)} ${keyEnd(row, this.format)}</span></span
      >${this.#menu(row)}</span
    >`;
  }

  #name({ name, hint, permissions }: ApiKey): TemplateResult {
    const count = this.format.number(permissions.length);
    const may = this.format.plural(permissions.length, {
      one: msg('1 permission'),
      other: msg(str`${count} permissions`),
    });
    return html`<span class="two"
      ><span class="strong cut">${name}</span
      ><span class="caption cut"><span class="num" dir="ltr">…${hint}</span> · ${may}</span></span
    >`;
  }

  #reach({ workspaceId }: ApiKey): string {
    const here = this.session?.current?.workspace;
    if (workspaceId === null) return msg('Every workspace');
    return workspaceId === here?.id ? here.name : msg('Another workspace');
  }

  #from({ networks }: ApiKey): string {
    return networks.length > 0 ? networks.join(', ') : msg('From anywhere');
  }

  #menu(row: ApiKey): unknown {
    const all: MenuItem[] = [
      { id: 'edit', label: msg('Change'), icon: 'edit' },
      { id: 'rotate', label: msg('Give it a new secret'), icon: 'refresh' },
      { id: 'revoke', label: msg('Revoke'), icon: 'trash', danger: true },
    ];
    const items = all.filter(({ id }) => this.offers(id));
    if (row.state === 'ended' || items.length === 0) return '';
    return html`<x-menu
      icon="more"
      size="small"
      label=${msg(str`Actions for ${row.name}`)}
      .items=${items}
      @choose=${(event: CustomEvent<Act>) => void this.#begin({ kind: event.detail, key: row })}
    ></x-menu>`;
  }

  /** Opens a dialog, whose code comes when it is first wanted. */
  async #begin(task: KeyTask): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./key-tasks.ts')).KeyTasks);
      this.task = task;
    });
  }

  /** Asks for the list again and says what was done; while a secret is shown the dialog stays. */
  #done(session: Session, words: string): void {
    session.cache.invalidate(['apiKeys']);
    if (!words) return;
    this.task = null;
    void this.toast(words);
  }
}
