import { msg, str } from '@lit/localize';
import type { Permission, RoleView, WorkspaceSettings } from '@tabard/contract';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { addCodeWords } from '../../base/code-words.ts';
import { property, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { columnsOf } from '../../core/columns-of.ts';
import { Query } from '../../core/query.ts';
import { listPanelStyles } from '../../core/list-panel.styles.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';
import { Select } from '../../kit/select.ts';
import type { Column } from '../../kit/table-layout.ts';
import { Table } from '../../kit/table.ts';
import { placeChoice, placeChoiceStyles } from '../place-choice.ts';
import { refusalWords } from './refusal-words.ts';
import type { RoleTask } from './role-tasks.ts';
import { extentOf, invitedOf, nameOf, originOf, peopleOf, purposeOf, unknownOf } from './role-words.ts';

/** What the platform answers about the roles of a place. */
interface Roles {
  items: RoleView[];
  grantable: Permission[];
}
type Act = RoleTask['kind'];

/**
 * The roles of a workspace, or of an organization that a person administers: the built-in ones and those that were made out of
 * permissions. Make one, change it, copy it, see who has it, remove it and say who follows.
 *
 * @summary Roles and what they let people do.
 */
export class RoleList extends Widget {
  static override tag = 'role-list';
  static override widgetName = 'role-list' as const;
  static override permission = 'member.read' as const;
  static override uses: readonly PrefixedElementClass[] = [...widgetParts, Select, Table];
  static override styles: CSSResultGroup = [Widget.styles, badgeMarkStyles, placeChoiceStyles, listPanelStyles];
  static override later = [...Widget.later, async () => (await import('../../kit/menu.ts')).Menu];

  /** The organization whose roles are shown; empty for those of the workspace. */
  @property({ attribute: 'organization-id' }) organizationId = '';
  /** What a person is about to do, in a dialog. */
  @state() private task: RoleTask | null = null;

  readonly #roles = new Query<Roles>(this, {
    key: () => ['roles', 'list', this.organizationId],
    ask: (session) => session.client.roles.list(this.#place),
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

  protected override view(session: Session): TemplateResult {
    const writes = session.can('role.manage');
    const { value: place } = this.#settings;
    return html`<div class="bar">
        <h1>${msg('Roles')}</h1>
        ${place && placeChoice(place, { label: msg('Roles of'), value: this.organizationId, choose: (id) => (this.organizationId = id) })}
        ${
          writes && this.offers('create')
            ? html`<x-button
                class="push"
                variant="primary"
                icon="plus"
                ?disabled=${this.#roles.value === null}
                @click=${() => void this.#begin({ kind: 'create' })}
                >${msg('Make a role')}</x-button
              >`
            : ''
        }
      </div>
      <div class="panel list">${this.show(this.#roles, ({ items }) => this.#table(items, writes))}</div>
      ${
        this.task && this.#roles.value
          ? html`<x-role-tasks
              .session=${session}
              .task=${this.task}
              .roles=${this.#roles.value}
              .place=${this.#place}
              @close=${() => (this.task = null)}
              @done=${(event: CustomEvent<string>) => this.#done(session, event.detail)}
            ></x-role-tasks>`
          : ''
      }`;
  }

  /** Those that were made come first: they are what a page is opened for. */
  #table(items: readonly RoleView[], writes: boolean): TemplateResult {
    const rows = items.toSorted((a, b) => Number(a.isBuiltIn) - Number(b.isBuiltIn));
    return html`<x-table
      card-height="96"
      label=${msg('Roles')}
      .columns=${columnsOf(this.configuration, this.#columns(writes))}
      .rows=${rows}
      .card=${(row: RoleView) => this.#card(row, writes)}
    ></x-table>`;
  }

  #columns(writes: boolean): Column<RoleView>[] {
    return [
      { id: 'name', label: msg('Role'), width: 'minmax(256px, 3fr)', cell: (row) => named(row) },
      {
        id: 'permissions',
        label: msg('May do'),
        width: 'minmax(130px, 1fr)',
        cell: (row) =>
          html`<span class="two"
            ><span>${extentOf(row)}</span
            ><span class="caption cut" title=${unknownOf(row)}>${unknownOf(row)}</span></span
          >`,
      },
      {
        id: 'people',
        label: msg('People'),
        width: 'minmax(110px, 1fr)',
        cell: (row) =>
          html`<span class="two"
            ><span class=${row.members === 0 ? 'muted' : ''}>${peopleOf(row)}</span
            ><span class="caption">${invitedOf(row)}</span></span
          >`,
      },
      { id: 'from', label: msg('Where from'), width: 'minmax(140px, 1fr)', gives: 1, cell: (row) => origin(row) },
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

  #card(row: RoleView, writes: boolean): TemplateResult {
    return html`<span class="row"
      ><span class="two grow"
        >${named(row)}<span class="row caption"
          >${origin(row)}<span>${extentOf(row)}</span><span>${peopleOf(row)}</span></span
        ></span
      >${this.#menu(row, writes)}</span
    >`;
  }

  #menu(role: RoleView, writes: boolean): TemplateResult | '' {
    const all: (MenuItem & { id: Act })[] = [
      ...(writes && role.canManage ? [{ id: 'edit', label: msg('Change'), icon: 'edit' } as const] : []),
      ...(writes ? [{ id: 'duplicate', label: msg('Duplicate'), icon: 'copy' } as const] : []),
      { id: 'holders', label: msg('Permissions and people'), icon: 'eye' },
      ...(writes && role.canManage
        ? [{ id: 'remove', label: msg('Remove'), icon: 'trash', danger: true } as const]
        : []),
    ];
    const items = all.filter(({ id }) => this.offers(id));
    if (items.length === 0) return '';
    return html`<x-menu
      icon="more"
      size="small"
      label=${msg(str`Actions for ${nameOf(role)}`)}
      .items=${items}
      @choose=${(event: CustomEvent<Exclude<Act, 'create'>>) => void this.#begin({ kind: event.detail, role })}
    ></x-menu>`;
  }

  /** Opens a dialog, whose code comes when it is first wanted. */
  async #begin(task: RoleTask): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, (await import('./role-tasks.ts')).RoleTasks);
      this.task = task;
    });
  }

  #done(session: Session, words: string): void {
    this.task = null;
    for (const area of ['roles', 'members', 'invitations']) session.cache.invalidate([area]);
    void this.toast(words);
  }
}

const named = (row: RoleView): TemplateResult =>
  html`<span class="two"
    ><bdi class="strong cut" title=${nameOf(row)}>${nameOf(row)}</bdi
    ><span class="caption cut" title=${purposeOf(row)}>${purposeOf(row)}</span></span
  >`;

const origin = (row: RoleView): TemplateResult =>
  row.isBuiltIn ? badgeMark(originOf(row), 'neutral') : html`<span class="cut">${originOf(row)}</span>`;
