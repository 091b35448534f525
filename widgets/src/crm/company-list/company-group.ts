import { msg, str } from '@lit/localize';
import type { Company, GroupMember } from '@tabard/contract/crm/company';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Combobox } from '../../kit/combobox.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Menu } from '../../kit/menu.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { Tree } from '../../kit/tree.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { companyPicker } from '../company-picker.ts';
import { groupLines, mayLie, type GroupAct } from './group-lines.ts';

/** What moved, and where it was. */
interface Moved {
  member: GroupMember;
  from: string | null;
}

/**
 * The group that a company belongs to, as a tree: open one, move one by hand, by keys or by dialog, or make it stand alone. A move has a
 * way back.
 *
 * @event open-place - Somebody wants to go to another company; `detail` is its address.
 */
export class CompanyGroup extends PrefixedElement {
  static override tag = 'company-group';
  static override uses = [Banner, Button, Combobox, Dialog, Menu, Skeleton, Tree];
  static override styles = [
    widgetStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--_space-3);
      }
      .panel {
        overflow: hidden;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) company!: Company;
  @state() private shut: ReadonlySet<string> = new Set();
  @state() private failure: Failure | null = null;
  @state() private moved: Moved | null = null;
  /** The company that gets another place, and the one that is chosen for it. */
  @state() private moving: GroupMember | null = null;
  @state() private to = '';
  @state() private adding = false;

  readonly #group = new Query(this, {
    key: () => ['companies', 'group', this.company.id],
    ask: ({ client }) => client.companies.group({ id: this.company.id }),
  });

  get #items(): readonly GroupMember[] {
    return this.#group.value?.items ?? [];
  }
  #find(id: string): GroupMember | undefined {
    return this.#items.find((one) => one.id === id);
  }
  get #writes(): boolean {
    return this.session.can('company.write') && !this.company.archivedAt;
  }

  async #put(id: string, parentId: string | null): Promise<boolean> {
    this.failure = null;
    try {
      await this.session.client.companies.update({ id, parentId });
      this.session.cache.invalidate(['companies']);
      return true;
    } catch (error) {
      this.failure = toFailure(error);
      return false;
    }
  }

  async #move(id: string, to: string | null): Promise<void> {
    const member = this.#find(id);
    if (!member || !(await this.#put(id, to))) return;
    this.moved = { member, from: member.parentId };
    [this.moving, this.to] = [null, ''];
  }

  async #undo({ member, from }: Moved): Promise<void> {
    if (await this.#put(member.id, from)) this.moved = null;
  }

  #act(act: GroupAct, id: string): void {
    const member = this.#find(id);
    if (!member) return;
    if (act === 'open') this.tell('open-place', `/companies/${id}`);
    else if (act === 'move') [this.moving, this.to, this.adding] = [member, '', false];
    else if (act === 'add') [this.moving, this.to, this.adding] = [member, '', true];
    else void this.#move(id, null);
  }

  override render(): unknown {
    const { failure, moved, session } = this;
    return html`${failure && !this.moving ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''}
    ${
      moved
        ? html`<x-banner
            >${msg(str`${moved.member.name} has another place.`)}<x-button
              slot="actions"
              size="small"
              @click=${() => void this.#undo(moved)}
              >${msg('Undo')}</x-button
            ></x-banner
          >`
        : ''
    }
    ${this.#tree(session)} ${this.#dialog(session)}`;
  }

  #tree(session: Session): unknown {
    const { value, failure } = this.#group;
    if (failure && !value)
      return html`<x-banner tone="danger"
        >${textOf(failure)}<x-button slot="actions" size="small" @click=${() => void this.#group.reload()}
          >${msg('Try again')}</x-button
        ></x-banner
      >`;
    if (!value) return html`<x-skeleton shape="text"></x-skeleton>`;
    return html`<div class="panel">
        <x-tree
          label=${msg('Companies of the group')}
          current=${this.company.id}
          .rows=${groupLines(value.items, {
            current: this.company.id,
            shut: this.shut,
            writes: this.#writes,
            format: session.format,
          })}
          .mayDrop=${(id: string, to: string) => mayLie(this.#items, id, to)}
          @toggle=${(event: CustomEvent<string>) => this.#toggle(event.detail)}
          @act=${({ detail }: CustomEvent<{ act: GroupAct; id: string }>) => this.#act(detail.act, detail.id)}
          @drop-line=${({ detail }: CustomEvent<{ id: string; to: string }>) => void this.#move(detail.id, detail.to)}
        ></x-tree>
      </div>
      ${value.isCut ? html`<span class="caption">${msg('Only the first thousand are shown.')}</span>` : ''}
      ${
        value.items.length === 1
          ? html`<span class="caption"
              >${msg('This company stands alone. Choose what it belongs to, or what belongs to it, among its actions.')}</span
            >`
          : ''
      }`;
  }

  #toggle(id: string): void {
    const shut = new Set(this.shut);
    if (!shut.delete(id)) shut.add(id);
    this.shut = shut;
  }

  #dialog(session: Session): unknown {
    const { moving, adding, failure } = this;
    const name = moving?.name ?? '';
    const done = (): void => {
      if (!moving || !this.to) return;
      if (adding) void this.#add(this.to, moving.id);
      else void this.#move(moving.id, this.to);
    };
    return html`<x-dialog
      heading=${adding ? msg(str`Add a company below ${name}`) : msg(str`Move ${name}`)}
      .open=${moving !== null}
      @close=${() => (this.moving = null)}
    >
      ${failure ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''}
      ${
        moving
          ? companyPicker({
              client: session.client,
              label: adding ? msg('Company') : msg('Below'),
              name: 'to',
              value: this.to,
              known: null,
              without: moving.id,
              choose: (id) => (this.to = id),
            })
          : ''
      }
      <x-button slot="footer" @click=${() => (this.moving = null)}>${msg('Cancel')}</x-button>
      <x-button slot="footer" variant="primary" ?disabled=${!this.to} @click=${done}
        >${adding ? msg('Add') : msg('Move')}</x-button
      >
    </x-dialog>`;
  }

  /** A company that is elsewhere comes below one of the group; where it was is read first, for the way back. */
  async #add(id: string, to: string): Promise<void> {
    try {
      const before = await this.session.client.companies.get({ id });
      if (!(await this.#put(id, to))) return;
      const { name, parentId, domains, leadCount, archivedAt } = before;
      this.moved = {
        member: { id, name, parentId, domain: domains[0] ?? null, leadCount, archivedAt },
        from: parentId,
      };
      [this.moving, this.to] = [null, ''];
    } catch (error) {
      this.failure = toFailure(error);
    }
  }
}
