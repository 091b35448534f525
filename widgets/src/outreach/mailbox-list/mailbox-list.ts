import { msg } from '@lit/localize';
import type { Mailbox, MailboxUse } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { codeWords } from '../../base/code-words.ts';
import { html } from '../../base/html.ts';
import { Confirmation } from '../../core/confirmation.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea, type RecordLook } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { MenuItem } from '../../kit/menu.ts';
import type { Column } from '../../kit/table-layout.ts';
import { mailboxTones, mailboxWord } from '../mailbox-labels.ts';
import { stopQuestion } from './stop-question.ts';
import { mailboxGlance } from './mailbox-glance.ts';
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
  protected override readonly area = 'mailboxes';
  protected override readonly writePermission = 'mailbox.manage';
  protected override readonly addAction = 'connect';
  protected override readonly cardHeight = 84;
  readonly #confirmation = new Confirmation(this);
  /** Whether a person has said that campaigns may stop. */
  #stops = false;

  protected override readonly look: RecordLook<Mailbox> = {
    room: 1120,
    load: async () => (await import('../look-card.ts')).LookCard,
    view: (session, box) =>
      html`<x-look-card .session=${session} .glance=${mailboxGlance(box, session.format)}></x-look-card>`,
  };

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
        width: 'minmax(230px, 3fr)',
        cell: (box) =>
          html`<span class="two"
            ><span class="strong">${box.address}</span><span class="caption">${box.displayName}</span></span
          >`,
      },
      {
        id: 'state',
        label: msg('State'),
        width: 'minmax(130px, 2fr)',
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
        width: '130px',
        gives: 1,
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
        ><span class="strong">${wrapped(box.address)}</span>${
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

  /** Archiving stops the campaigns that send from it, and says so before. */
  protected override async move(session: Session, ids: readonly string[], archive: boolean): Promise<void> {
    if (archive) {
      let uses: readonly MailboxUse[] = [];
      const asked = await this.attempt(async () => {
        uses = (await session.client.mailboxes.uses({ ids: [...ids] })).campaigns;
      });
      if (!asked || (uses.length > 0 && !(await this.#confirmation.ask(stopQuestion(uses, this.format))))) return;
      this.#stops = uses.length > 0;
    }
    await super.move(session, ids, archive);
  }

  protected override put(session: Session, ids: readonly string[], archived: boolean): PromiseLike<unknown> {
    if (!archived || !this.#stops) return super.put(session, ids, archived);
    return session.client.mailboxes.archive({ ids: [...ids], stopSending: true });
  }

  protected override view(session: Session): TemplateResult {
    return html`${super.view(session)} ${this.#confirmation.view()}`;
  }

  protected override async loadForm() {
    return (await import('./mailbox-form.ts')).MailboxForm;
  }

  protected override formView(
    session: Session,
    record: Mailbox | null,
    { close, saved, move }: FormEnds,
  ): TemplateResult {
    return html`<x-mailbox-form
      .session=${session}
      .record=${record}
      open
      .move=${this.mayMove && move}
      @close=${close}
      @saved=${saved}
    ></x-mailbox-form>`;
  }
}

const health = ({ state, archivedAt }: Mailbox): TemplateResult =>
  archivedAt ? badgeMark(msg('Archived'), 'neutral') : badgeMark(mailboxWord(state), mailboxTones[state], true);

/** An address that breaks before its domain where it must. */
const wrapped = (address: string): TemplateResult => {
  const at = address.lastIndexOf('@');
  return html`${address.slice(0, at)}<wbr />${address.slice(at)}`;
};
