import { msg, str } from '@lit/localize';
import type { AnyRole, Invitation, Member } from '@tabard/contract';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { addCodeWords } from '../../base/code-words.ts';
import { state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import type { PrefixedElementClass } from '../../base/prefixed-element.ts';
import { columnsOf } from '../../core/columns-of.ts';
import { ListQuery } from '../../core/list-query.ts';
import type { Session } from '../../core/session.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { avatarMark, initialsOf } from '../../kit/avatar-mark.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';
import type { Column } from '../../kit/table-layout.ts';
import { Table } from '../../kit/table.ts';
import { roleName } from '../role-labels.ts';
import { invitationMark, invitationNote, invited } from './invitation-marks.ts';
import { deactivatedMark, dialogOf, memberActs, type MemberAct } from './member-acts.ts';
import { refusalWords } from './refusal-words.ts';
import { MemberTeams } from './member-teams.ts';
import { memberListStyles } from './member-list.styles.ts';
import type { MemberTask } from './member-tasks.ts';

/** Milliseconds after which a mail may have left. */
const MAIL_TAKES = 4_000;

type Task = MemberTask | { kind: 'reset' | 'transfer'; member: Member };
type Act = MemberAct | 'resend' | 'link' | 'revoke';

/**
 * The people of the workspace and what they may do, and the invitations that are open: invite, send again, hand over a link, change a
 * role, hand the workspace over, reset a lost app for codes, deactivate somebody or take them out.
 *
 * @summary The members of a workspace.
 */
export class MemberList extends Widget {
  static override tag = 'member-list';
  static override widgetName = 'member-list' as const;
  static override permission = 'member.read' as const;
  static override uses: readonly PrefixedElementClass[] = [...widgetParts, Table];
  static override styles: CSSResultGroup = [Widget.styles, badgeMarkStyles, memberListStyles];
  static override later = [...Widget.later, async () => (await import('../../kit/menu.ts')).Menu];
  /** What a person is about to do, in a dialog. */
  @state() private task: Task | null = null;

  readonly #members = new ListQuery<Member>(this, {
    key: () => ['members', 'list'],
    ask: (session, page) => session.client.members.list(page),
    onFailure: this.onFailure,
  });
  readonly #invitations = new ListQuery<Invitation>(this, {
    key: () => ['invitations', 'list'],
    ask: (session, page) => session.client.invitations.list(page),
    onFailure: this.onFailure,
  });

  readonly #teams = new MemberTeams(this);

  /** Asks again for a while, as long as a mail is on its way. */
  #again: ReturnType<typeof setTimeout> | undefined;
  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#again || !this.#invitations.items.some(({ mail }) => mail?.state === 'waiting')) return;
    this.#again = setTimeout(() => {
      this.#again = undefined;
      if (this.isConnected) void this.#invitations.reload();
    }, MAIL_TAKES);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addCodeWords(refusalWords);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#again);
    this.#again = undefined;
  }

  protected override view(session: Session): TemplateResult {
    const invites = session.can('member.manage') && this.offers('invite');
    return html`<div class="bar">
        <h1>${msg('Members')}</h1>
        ${
          invites
            ? html`<x-button
                class="push"
                variant="primary"
                icon="plus"
                @click=${() => void this.#begin({ kind: 'invite' })}
                >${msg('Invite people')}</x-button
              >`
            : ''
        }
      </div>
      <div class="panel list">${this.show(this.#members, ({ items }) => this.#people(items))}</div>
      ${this.#invitations.items.length > 0 ? this.#open(this.#invitations.items) : ''}
      ${this.task ? this.#dialog(session, this.task) : ''}`;
  }

  #dialog(session: Session, task: Task): TemplateResult {
    const close = () => (this.task = null);
    const done = (event: CustomEvent<string | Member>) => this.#done(session, event.detail);
    if (task.kind === 'reset')
      return html`<x-reset-task
        .session=${session}
        .member=${task.member}
        @close=${close}
        @done=${done}
      ></x-reset-task>`;
    if (task.kind === 'transfer')
      return html`<x-transfer-task
        .session=${session}
        .member=${task.member}
        @close=${close}
        @done=${done}
      ></x-transfer-task>`;
    return html`<x-member-tasks .session=${session} .task=${task} @close=${close} @done=${done}></x-member-tasks>`;
  }

  #people(items: readonly Member[]): TemplateResult {
    const own = items.toSorted((a, b) => Number(a.inheritedFrom !== null) - Number(b.inheritedFrom !== null));
    return html`<x-table
      card-height="96"
      label=${msg('Members')}
      .columns=${columnsOf(this.configuration, this.#memberColumns())}
      .rows=${own}
      .card=${(row: Member) => html`<span class="row">${face(row)}${this.#card(person(row), [this.#facts(row), this.#seenWords(row)], this.#memberMenu(row))}</span>`}
      ?has-more=${this.#members.hasMore}
      @need-more=${() => void this.#members.more()}
    ></x-table>`;
  }

  #open(items: readonly Invitation[]): TemplateResult {
    return html`<h2 class="open">${msg('Open invitations')}</h2>
      <div class="panel list">
        <x-table
          card-height="76"
          label=${msg('Open invitations')}
          .columns=${this.#invitationColumns()}
          .rows=${items}
          .card=${(row: Invitation) => this.#card(invited(row, this.format), [roleName(row), invitationMark(row)], this.#invitationMenu(row))}
          ?has-more=${this.#invitations.hasMore}
          @need-more=${() => void this.#invitations.more()}
        ></x-table>
      </div>`;
  }

  #card(who: TemplateResult, facts: readonly unknown[], menu: unknown): TemplateResult {
    return html`<span class="row grow"
      ><span class="two grow">${who}<span class="row caption">${facts}</span></span
      >${menu}</span
    >`;
  }

  /** The role of a card, and where somebody has it from. */
  #facts(row: Member): TemplateResult {
    const from = row.inheritedFrom;
    return html`<span>${roleName(row)}</span
      >${deactivatedMark(row)}${from ? badgeMark(msg(str`From ${from.name}`), 'neutral') : ''}${this.#teams.marks(row)}`;
  }

  #seen({ lastSeenAt }: Member): TemplateResult {
    return html`<span class="muted">${lastSeenAt ? this.format.relative(lastSeenAt) : msg('Not yet')}</span>`;
  }

  /** The same where no head says what it is. */
  #seenWords({ lastSeenAt }: Member): string {
    const when = lastSeenAt && this.format.relative(lastSeenAt);
    return when ? msg(str`Seen ${when}`) : msg('Not seen yet');
  }

  #memberColumns(): Column<Member>[] {
    return [
      {
        id: 'name',
        label: msg('Person'),
        width: 'minmax(240px, 2fr)',
        cell: (row) => html`${face(row)}<span class="two">${person(row)}</span>`,
      },
      {
        id: 'role',
        label: msg('Role'),
        width: 'minmax(252px, 2fr)',
        cell: ({ inheritedFrom, ...row }) =>
          html`<span class="two"
            ><span class="row"><span class="cut">${roleName(row)}</span>${deactivatedMark(row)}</span
            >${inheritedFrom ? html`<span class="caption cut">${msg(str`From ${inheritedFrom.name}`)}</span>` : ''}</span
          >`,
      },
      ...this.#teams.columns,
      { id: 'seen', label: msg('Last seen'), width: '148px', gives: 1, align: 'end', cell: (row) => this.#seen(row) },
      { ...acts(), cell: (row) => this.#memberMenu(row) },
    ];
  }

  #invitationColumns(): Column<Invitation>[] {
    return [
      {
        id: 'name',
        label: msg('Email address'),
        width: 'minmax(240px, 2fr)',
        cell: (row) => html`<span class="two">${invited(row, this.format)}</span>`,
      },
      { id: 'role', label: msg('Role'), width: 'minmax(120px, 1fr)', cell: (row) => roleName(row) },
      {
        id: 'state',
        label: msg('State'),
        width: 'minmax(180px, 1fr)',
        cell: (row) =>
          html`<span class="two"
            ><span class="row">${invitationMark(row)}</span>${invitationNote(row, this.format)}</span
          >`,
      },
      { ...acts(), cell: (row) => this.#invitationMenu(row) },
    ];
  }

  #memberMenu(row: Member): unknown {
    return this.#menu(row.name, memberActs(row), (act) => {
      if (act === 'reactivate') void this.#reactivate(row);
      else if (act !== 'resend' && act !== 'link' && act !== 'revoke') void this.#begin({ kind: act, member: row });
    });
  }

  #invitationMenu(row: Invitation): unknown {
    if (!row.canManage) return '';
    const items: MenuItem[] = [
      { id: 'resend', label: msg('Send again'), icon: 'mail' },
      ...(row.state === 'open' ? [{ id: 'link', label: msg('Get a link'), icon: 'link' } as const] : []),
      { id: 'revoke', label: msg('Withdraw'), icon: 'trash', danger: true },
    ];
    return this.#menu(row.email, items, (act) => {
      if (act === 'resend') void this.#resend(row);
      else if (act === 'link' || act === 'revoke') void this.#begin({ kind: act, invitation: row });
    });
  }

  #menu(of: string, all: readonly MenuItem[], choose: (act: Act) => void): unknown {
    const items = all.filter(({ id }) => this.offers(id));
    if (items.length === 0) return '';
    return html`<x-menu
      icon="more"
      size="small"
      label=${msg(str`Actions for ${of}`)}
      .items=${items}
      @choose=${(event: CustomEvent<Act>) => choose(event.detail)}
    ></x-menu>`;
  }

  /** Opens a dialog, whose code comes when it is first wanted. */
  async #begin(task: Task): Promise<void> {
    await this.attempt(async () => {
      defineElement(this.tagPrefix, await dialogOf(task.kind));
      this.task = task;
    });
  }

  async #resend({ id, email }: Invitation): Promise<void> {
    const { session } = this;
    if (session && (await this.attempt(() => session.client.invitations.resend({ id }))))
      this.#done(session, msg(str`The invitation of ${email} is good for seven days again.`));
  }

  async #reactivate({ id, name }: Member): Promise<void> {
    const { session } = this;
    if (session && (await this.attempt(() => session.client.members.reactivate({ id }))))
      this.#done(session, msg(str`${name} is active again.`));
  }

  /** Says what was done; a role can be given back. */
  #done(session: Session, done: string | Member): void {
    const { task } = this;
    if (task?.kind !== 'invite') this.task = null;
    session.cache.invalidate(['members']);
    session.cache.invalidate(['invitations']);
    if (typeof done === 'string') return void (done && this.toast(done));
    const before = task?.kind === 'edit' ? task.member.role : done.role;
    void this.toast({
      text: msg(str`${done.name} is ${roleName(done)} now.`),
      action: { label: msg('Undo'), run: () => void this.#giveBack(session, done, before) },
    });
  }

  async #giveBack(session: Session, { id }: Member, role: AnyRole): Promise<void> {
    await this.attempt(() => session.client.members.update({ id, role }));
    session.cache.invalidate(['members']);
  }
}

const acts = () => ({ id: 'acts', label: msg('Actions'), hideLabel: true, width: '56px', align: 'end' }) as const;

const face = ({ name }: Member): TemplateResult => avatarMark(initialsOf(name));

const person = ({ name, email }: Member): TemplateResult =>
  html`<span class="strong">${name}</span><span class="caption cut">${email}</span>`;
