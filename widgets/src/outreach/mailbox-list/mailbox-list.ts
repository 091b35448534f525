import { msg } from '@lit/localize';
import type { Mailbox } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { codeWords } from '../../base/code-words.ts';
import { html } from '../../base/html.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';
import type { Column } from '../../kit/table-layout.ts';
import { AskFirst } from '../ask-first.ts';
import { askDisconnect } from '../campaign-questions.ts';
import { mailboxSends, mailboxTones, mailboxWord } from '../mailbox-labels.ts';
import { receivedWhen, receivedWords, sentWords } from './mailbox-figures.ts';

type Act = 'check' | 'edit' | 'pause' | 'resume' | 'archive' | 'restore';

/**
 * The identities that send and receive: their health, what they sent today of what they may, and the way to connect one.
 *
 * @summary The list of mailboxes.
 */
export class MailboxList extends RecordList<Mailbox> {
  static override tag = 'mailbox-list';
  static override widgetName = 'mailbox-list' as const;
  static override permission = 'mailbox.read' as const;
  static override later = [
    ...RecordList.later,
    async () => (await import('../../kit/progress-bar.ts')).ProgressBar,
    async () => (await import('../../kit/menu.ts')).Menu,
    async () => (await import('../../kit/dialog.ts')).Dialog,
  ];
  readonly #ask = new AskFirst(this);
  protected override readonly area = 'mailboxes';
  protected override readonly writePermission = 'mailbox.manage';
  protected override readonly addAction = 'connect';
  protected override readonly cardHeight = 84;

  protected override procedures({ client }: Session): RecordArea<Mailbox> {
    return client.mailboxes;
  }

  protected override words(): ListWords {
    return {
      heading: msg('Mailboxes'),
      search: msg('Search mailboxes'),
      add: msg('Connect a mailbox'),
      none: msg('No mailbox is connected'),
      purpose: msg('Campaigns send from your own mailboxes, and replies come back to them.'),
      noMatch: msg('No mailbox matches'),
      saved: msg('The mailbox is connected.'),
    };
  }

  protected override allColumns(): Column<Mailbox>[] {
    const { format } = this;
    return [
      {
        id: 'address',
        label: msg('Mailbox'),
        width: 'minmax(209px, 11fr)',
        cell: (box) =>
          html`<span class="two"
            ><span class="strong">${box.address}</span><span class="caption">${box.displayName}</span></span
          >`,
      },
      {
        id: 'state',
        label: msg('State'),
        width: 'minmax(171px, 9fr)',
        cell: (box) =>
          html`<span class="row"
            >${health(box)}${box.problem ? html`<span class="caption wrong" dir="auto" title=${box.problem}>${box.problem}</span>` : ''}</span
          >`,
      },
      {
        id: 'today',
        label: msg('Sent today'),
        width: '130px',
        cell: (box) =>
          html`<span class="row"
            ><x-progress
              class="grow"
              label=${msg('Sent today')}
              value=${box.dailyCap ? box.sentToday / box.dailyCap : 0}
            ></x-progress
            ><span class="caption num">${sentWords(box, format)}</span></span
          >`,
      },
      {
        id: 'received',
        label: msg('Received'),
        width: '140px',
        align: 'end',
        cell: (box) => html`<span class="muted">${receivedWhen(box, format)}</span>`,
      },
      {
        id: 'acts',
        label: msg('Actions'),
        hideLabel: true,
        width: '56px',
        align: 'end',
        cell: (box) => this.#menu(box),
      },
    ];
  }

  protected override card(box: Mailbox): TemplateResult {
    const { format } = this;
    return html`<span class="row"
      ><span class="two"
        ><span class="strong">${box.address}</span>${
          box.problem
            ? html`<span class="caption wrong" dir="auto">${box.problem}</span>`
            : html`<span class="caption num">${sentWords(box, format)} ${msg('today')}</span
                ><span class="caption">${receivedWords(box, format)}</span>`
        }</span
      >${health(box)}${this.#menu(box)}</span
    >`;
  }

  #menu(box: Mailbox): unknown {
    const items = this.#acts(box).filter(({ id }) => this.offers(id));
    if (items.length === 0 || !this.session?.can(this.writePermission)) return '';
    return html`<x-menu
      icon="more"
      size="small"
      label=${`${msg('Actions for')} ${box.address}`}
      .items=${items}
      @choose=${(event: CustomEvent<Act>) => void this.#act(event.detail, box)}
    ></x-menu>`;
  }

  #acts({ archivedAt, state }: Mailbox): MenuItem[] {
    if (archivedAt) return [{ id: 'restore', label: msg('Restore'), icon: 'archive' }];
    return [
      { id: 'check', label: msg('Test connection'), icon: 'plug' },
      { id: 'edit', label: msg('Edit'), icon: 'edit' },
      state === 'paused'
        ? { id: 'resume', label: msg('Resume'), icon: 'play' }
        : { id: 'pause', label: msg('Pause'), icon: 'pause' },
      { id: 'archive', label: msg('Archive'), icon: 'archive', danger: true },
    ];
  }

  async #act(act: Act, box: Mailbox): Promise<void> {
    const { session } = this;
    if (!session) return;
    if (act === 'edit') return this.visit(box);
    if (act === 'archive' || act === 'restore') return this.move(session, [box.id], act === 'archive');
    const { mailboxes } = session.client;
    await this.attempt(async () => {
      if (act === 'check') {
        const { smtp, imap } = await mailboxes.check({ id: box.id });
        const bad = [smtp, imap].find((one) => one && !one.ok);
        void this.toast(
          bad ? { text: codeWords(bad.code) ?? bad.message, tone: 'danger' } : msg('The connection works.'),
        );
      } else await mailboxes.update({ id: box.id, paused: act === 'pause' });
      session.cache.invalidate([this.area]);
    });
  }

  /** Campaigns under way that send through it stand still without it, so somebody is asked. */
  protected override async move(session: Session, ids: readonly string[], archive: boolean): Promise<void> {
    const using = archive ? await this.#campaignsThrough(session, ids) : 0;
    if (using === 0 || (await this.#ask.ask(askDisconnect(using, this.format))))
      await super.move(session, ids, archive);
  }

  /** How many campaigns under way send through some of them; none where campaigns may not be seen or cannot be read. */
  async #campaignsThrough(session: Session, ids: readonly string[]): Promise<number> {
    if (!session.can('campaign.read')) return 0;
    const filter = { state: ['running' as const, 'paused' as const] };
    const page = await session.client.campaigns.list({ filter, limit: 200 }).catch(() => null);
    return page?.items.filter(({ mailboxIds }) => mailboxIds.some((id) => ids.includes(id))).length ?? 0;
  }

  protected override view(session: Session): TemplateResult {
    return html`${super.view(session)}${this.#ask.view()}`;
  }

  /** A mailbox that comes back is paused; whoever takes an archiving back wants it to go on as before. */
  protected override async wasUndone({ client }: Session, boxes: readonly Mailbox[]): Promise<void> {
    for (const { id } of boxes.filter(mailboxSends)) await client.mailboxes.update({ id, paused: false });
  }

  protected override async loadForm() {
    return (await import('./mailbox-form.ts')).MailboxForm;
  }

  protected override formView(session: Session, record: Mailbox | null, { close, saved }: FormEnds): TemplateResult {
    return html`<x-mailbox-form
      .session=${session}
      .record=${record}
      open
      @close=${close}
      @saved=${saved}
    ></x-mailbox-form>`;
  }
}

const health = ({ state }: Mailbox): TemplateResult => badgeMark(mailboxWord(state), mailboxTones[state], true);
