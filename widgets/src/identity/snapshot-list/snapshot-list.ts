import { msg, str } from '@lit/localize';
import type { Page, TreeNode } from '@tabard/contract';
import type { Snapshot } from '@tabard/contract/identity/snapshot';
import { css, type CSSResultGroup, type TemplateResult } from 'lit';
import { addCodeWords } from '../../base/code-words.ts';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { columnsOf } from '../../core/columns-of.ts';
import { listPanelStyles } from '../../core/list-panel.styles.ts';
import { ListQuery } from '../../core/list-query.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import type { MenuItem } from '../../kit/menu.ts';
import type { Column } from '../../kit/table-layout.ts';
import { Table } from '../../kit/table.ts';
import { refusalWords } from './refusal-words.ts';
import type { SnapshotTask } from './snapshot-tasks.ts';
import { holdsWords, versionName } from './snapshot-words.ts';

type Act = 'open' | 'download' | 'remove';

/**
 * The set-ups that an organization keeps: take one from a workspace, see what is in it, roll it out to others, see what has drifted,
 * take a roll-out back, move it between installations as a file.
 *
 * @summary Set-ups of workspaces that can be rolled out to others.
 */
export class SnapshotList extends Widget {
  static override tag = 'snapshot-list';
  static override widgetName = 'snapshot-list' as const;
  static override permission = 'organization.manage' as const;
  static override uses: readonly PrefixedElementClass[] = [...widgetParts, Table];
  static override styles: CSSResultGroup = [
    Widget.styles,
    listPanelStyles,
    css`
      .adding {
        flex-wrap: wrap;
      }
    `,
  ];
  static override later = [...Widget.later, async () => (await import('../../kit/menu.ts')).Menu];

  /** The organization whose snapshots are shown; empty for the highest one that the person administers. */
  @property({ attribute: 'organization-id' }) organizationId = '';
  /** What a person is about to do, in a dialog. */
  @state() private task: SnapshotTask | null = null;
  /** The one that is open beside the list. */
  @state() private opened: Snapshot | null = null;

  readonly #root = new Query<Page<TreeNode>>(this, {
    key: () => (this.organizationId || !this.session?.can('organization.manage') ? null : ['tree', 'root']),
    ask: (session) => session.client.tree.list({}),
    onFailure: this.onFailure,
  });
  readonly #snapshots = new ListQuery<Snapshot>(this, {
    key: () => (this.#place ? ['snapshots', 'list', this.#place] : null),
    ask: (session, page) => session.client.snapshots.list({ ...page, organizationId: this.#place }),
    onFailure: this.onFailure,
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addCodeWords(refusalWords);
  }

  get #place(): string {
    return this.organizationId || (this.#root.value?.items[0]?.organizationId ?? '');
  }

  protected override view(session: Session): TemplateResult {
    // Whoever is let into one workspace alone has no branch.
    if (this.#root.failure?.code === 'organization.not_found') return this.notAllowed();
    return html`<div class="bar">
        <h1>${msg('Snapshots')}</h1>
        <div class="push row adding">${this.#adding('primary')}</div>
      </div>
      <div class="panel list">
        ${this.organizationId || this.#root.value ? this.show(this.#snapshots, ({ items }) => this.#table(session, items)) : this.show(this.#root, () => '')}
      </div>
      ${
        this.task
          ? html`<x-snapshot-tasks
              .session=${session}
              .task=${this.task}
              .names=${[...new Set(this.#snapshots.items.map(({ name }) => name))]}
              organization-id=${this.#place}
              @close=${() => (this.task = null)}
              @done=${(event: CustomEvent<string>) => this.#done(session, event.detail)}
            ></x-snapshot-tasks>`
          : ''
      }
      ${
        this.opened
          ? html`<x-snapshot-drawer
              .session=${session}
              .snapshot=${this.opened}
              .offers=${this.#offers}
              @close=${() => (this.opened = null)}
            ></x-snapshot-drawer>`
          : ''
      }`;
  }
  readonly #offers = (act: string): boolean => this.offers(act);

  #adding(variant: 'primary' | 'secondary'): TemplateResult {
    return html`${
      this.offers('add') && variant === 'primary'
        ? html`<x-button icon="upload" @click=${() => void this.#begin({ kind: 'add' })}
            >${msg('Add from a file')}</x-button
          >`
        : ''
    }
    ${
      this.offers('take')
        ? html`<x-button variant=${variant} icon="plus" @click=${() => void this.#begin({ kind: 'take' })}
            >${msg('Take a snapshot')}</x-button
          >`
        : ''
    }`;
  }

  #table(session: Session, items: readonly Snapshot[]): TemplateResult {
    if (items.length === 0)
      return html`<x-empty
        drawing="chart"
        heading=${msg('There is no snapshot yet')}
        text=${msg('Set up one workspace as you like it, take a snapshot, and roll it out to the others.')}
        >${this.#adding('secondary')}</x-empty
      >`;
    return html`<x-table
      card-height="96"
      openable
      label=${msg('Snapshots')}
      .columns=${columnsOf(this.configuration, this.#columns(session))}
      .rows=${items}
      .rowName=${versionName}
      .card=${(row: Snapshot) => this.#card(session, row)}
      ?has-more=${this.#snapshots.hasMore}
      @need-more=${() => void this.#snapshots.more()}
      @open-row=${(event: CustomEvent<Snapshot>) => void this.#open(event.detail)}
    ></x-table>`;
  }

  #columns(session: Session): Column<Snapshot>[] {
    return [
      {
        id: 'name',
        label: msg('Name'),
        width: 'minmax(160px, 2fr)',
        cell: (row) => html`<bdi class="strong cut">${versionName(row)}</bdi>`,
      },
      {
        id: 'workspace',
        label: msg('Taken from'),
        width: 'minmax(130px, 1.5fr)',
        cell: (row) => html`<bdi class="cut">${row.workspaceName}</bdi>`,
      },
      {
        id: 'parts',
        label: msg('Holds'),
        width: 'minmax(180px, 3fr)',
        cell: (row) =>
          html`<span class="cut" title=${holdsWords(row, this.format)}>${holdsWords(row, this.format)}</span>`,
      },
      {
        id: 'createdAt',
        label: msg('Taken'),
        width: '120px',
        cell: (row) =>
          html`<time class="muted" datetime=${row.createdAt} title=${this.format.dateTime(row.createdAt)}
            >${this.format.relative(row.createdAt)}</time
          >`,
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

  #card(session: Session, row: Snapshot): TemplateResult {
    return html`<span class="row"
      ><span class="two grow"
        ><bdi class="strong cut">${versionName(row)}</bdi
        ><span class="caption cut">${msg(str`From ${row.workspaceName}, ${this.format.relative(row.createdAt)}`)}</span
        ><span class="caption cut">${holdsWords(row, this.format)}</span></span
      >${this.#menu(session, row)}</span
    >`;
  }

  #menu(session: Session, snapshot: Snapshot): TemplateResult {
    const items: MenuItem[] = [{ id: 'open', label: msg('Open'), icon: 'eye' }];
    if (this.offers('download')) items.push({ id: 'download', label: msg('Download'), icon: 'download' });
    if (this.offers('remove')) items.push({ id: 'remove', label: msg('Delete'), icon: 'trash', danger: true });
    return html`<x-menu
      icon="more"
      size="small"
      label=${msg(str`Actions for ${versionName(snapshot)}`)}
      .items=${items}
      @choose=${(event: CustomEvent<Act>) => void this.#act(session, event.detail, snapshot)}
    ></x-menu>`;
  }

  async #act(session: Session, act: Act, snapshot: Snapshot): Promise<void> {
    if (act === 'open') return this.#open(snapshot);
    if (act === 'remove') return this.#begin({ kind: 'remove', snapshot });
    await this.attempt(async () => (await import('./download-snapshot.ts')).downloadSnapshot(session, snapshot));
  }

  async #open(snapshot: Snapshot): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./snapshot-drawer.ts')).SnapshotDrawer);
      this.opened = snapshot;
    });
  }

  /** Opens a dialog, whose code comes when it is first wanted. */
  async #begin(task: SnapshotTask): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./snapshot-tasks.ts')).SnapshotTasks);
      this.task = task;
    });
  }

  #done(session: Session, words: string): void {
    this.task = null;
    session.cache.invalidate(['snapshots']);
    void this.toast(words);
  }
}
