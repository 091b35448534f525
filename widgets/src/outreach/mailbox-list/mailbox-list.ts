import { msg, str } from '@lit/localize';
import type { Mailbox } from '@tabard/contract';
import { css, type PropertyValues, type TemplateResult } from 'lit';
import { state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import type { Session } from '../../core/session.ts';
import { Widget, widgetParts } from '../../core/widget.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { mailboxTones, mailboxWord } from '../mailbox-labels.ts';

/** Boxes on one page. */
const PAGE = 24;

/**
 * The identities that send and receive: their health, what they sent today of what they may, and the way to connect one.
 *
 * @summary The list of mailboxes.
 * @csspart badge - The word about how a mailbox does.
 */
export class MailboxList extends Widget {
  static override tag = 'mailbox-list';
  static override widgetName = 'mailbox-list' as const;
  static override permission = 'mailbox.read' as const;
  static override uses = [...widgetParts];
  static override later = [
    ...Widget.later,
    async () => (await import('../../kit/progress-bar.ts')).ProgressBar,
    async () => (await import('../../kit/menu.ts')).Menu,
  ];
  static override styles = [
    Widget.styles,
    badgeMarkStyles,
    css`
      .boxes {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(320px, 100%), 1fr));
        gap: var(--_space-4);
      }
      .box {
        padding: var(--_card-padding);
        display: flex;
        flex-direction: column;
        gap: var(--_space-3);
      }
      .box .row > .cut {
        flex: 1;
      }
      .sent {
        min-block-size: 6px;
      }
      .today {
        margin-block-start: 6px;
      }
      .pages {
        margin-block-start: var(--_space-4);
      }
      .problem {
        font-size: var(--_font-size-s);
        color: var(--_danger-text);
      }
    `,
  ];
  @state() private editing: Mailbox | null = null;
  @state() private formOpen = false;

  readonly #list = new ListQuery<Mailbox>(this, {
    key: () => ['mailboxes', 'list'],
    ask: async (session, page) => session.client.mailboxes.list(page),
    onFailure: this.onFailure,
    limit: PAGE,
  });
  /** The page shown, counted from 1. */
  @state() private page = 1;

  async #edit(mailbox: Mailbox | null): Promise<void> {
    // Its own chunk: most visits only look.
    const { MailboxForm } = await import('./mailbox-form.ts');
    defineElement(this.tagPrefix, MailboxForm);
    [this.editing, this.formOpen] = [mailbox, true];
  }

  async #act(act: string, box: Mailbox): Promise<void> {
    const { session } = this;
    if (!session) return;
    const { mailboxes } = session.client;
    if (act === 'edit') return this.#edit(box);
    await this.attempt(async () => {
      if (act === 'check') {
        const { smtp, imap } = await mailboxes.check({ id: box.id });
        const bad = [smtp, imap].find((one) => one && !one.ok);
        void this.toast(bad ? { text: bad.message, tone: 'danger' } : msg('The connection works.'));
      } else if (act === 'archive') await mailboxes.archive({ id: box.id });
      else await mailboxes.update({ id: box.id, paused: act === 'pause' });
      session.cache.invalidate(['mailboxes']);
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Few have so many mailboxes that they need pages.
    if (!this.#paged && (this.#list.hasMore || this.#list.items.length > PAGE)) {
      this.#paged = true;
      void import('../../kit/pagination.ts').then(({ Pagination }) => defineElement(this.tagPrefix, Pagination));
    }
  }
  #paged = false;

  protected override view(session: Session): TemplateResult {
    const manages = session.can('mailbox.manage');
    return html`<div class="bar">
        <h1>${msg('Mailboxes')}</h1>
        ${manages && this.offers('connect') ? html`<x-button class="push" variant="primary" icon="plus" @click=${() => void this.#edit(null)}>${msg('Connect a mailbox')}</x-button>` : ''}
      </div>
      ${this.show(this.#list, ({ items }) =>
        items.length === 0
          ? html`<div class="panel">
              <x-empty
                drawing="mail"
                heading=${msg('No mailbox is connected')}
                text=${msg('Campaigns send from your own mailboxes, and replies come back to them.')}
              >
                ${manages && this.offers('connect') ? html`<x-button variant="primary" icon="plus" @click=${() => void this.#edit(null)}>${msg('Connect a mailbox')}</x-button>` : ''}
              </x-empty>
            </div>`
          : this.#page(items, manages),
      )}
      <x-mailbox-form
        .session=${session}
        .mailbox=${this.editing}
        ?open=${this.formOpen}
        @close=${() => (this.formOpen = false)}
        @saved=${() => {
          this.formOpen = false;
          void this.toast(msg('The mailbox is connected.'));
        }}
      ></x-mailbox-form>`;
  }

  #page(items: readonly Mailbox[], manages: boolean): TemplateResult {
    const page = Math.min(this.page, Math.ceil(items.length / PAGE));
    const shown = items.slice(PAGE * (page - 1), PAGE * page);
    const more = items.length > PAGE * page || this.#list.hasMore;
    const { format } = this;
    return html`<div class="boxes">${shown.map((box) => this.#box(box, manages))}</div>
      ${
        more || page > 1
          ? html`<x-pagination
              class="pages"
              page=${page}
              ?has-more=${more}
              ?busy=${this.#list.loadingMore}
              @turn=${(event: CustomEvent<number>) => void this.#turn(event.detail)}
              >${msg(str`${format.number(PAGE * (page - 1) + 1)} to ${format.number(PAGE * (page - 1) + shown.length)}`)}</x-pagination
            >`
          : ''
      }`;
  }

  async #turn(page: number): Promise<void> {
    if (this.#list.items.length <= PAGE * (page - 1)) await this.#list.more();
    this.page = page;
  }

  #box(box: Mailbox, manages: boolean): TemplateResult {
    const { format } = this;
    const acts = [
      { id: 'check', label: msg('Test connection'), icon: 'plug' as const },
      { id: 'edit', label: msg('Edit'), icon: 'edit' as const },
      box.state === 'paused'
        ? { id: 'resume', label: msg('Resume'), icon: 'play' as const }
        : { id: 'pause', label: msg('Pause'), icon: 'pause' as const },
      { id: 'archive', label: msg('Archive'), icon: 'archive' as const, danger: true },
    ].filter(({ id }) => this.offers(id));
    return html`<section class="panel box" aria-label=${box.address}>
      <div class="row">
        <div class="cut">
          <div class="strong cut">${box.address}</div>
          <div class="caption cut">${box.displayName}</div>
        </div>
        ${badgeMark(mailboxWord(box.state), mailboxTones[box.state], true)}
        ${manages && acts.length > 0 ? html`<x-menu icon="more" size="small" label=${`${msg('Actions for')} ${box.address}`} .items=${acts} @choose=${(event: CustomEvent<string>) => void this.#act(event.detail, box)}></x-menu>` : ''}
      </div>
      <div>
        <div class="sent">
          <x-progress label=${msg('Sent today')} value=${box.dailyCap ? box.sentToday / box.dailyCap : 0}></x-progress>
        </div>
        <div class="row caption num today">
          <span>${format.number(box.sentToday)} / ${format.number(box.dailyCap)} ${msg('today')}</span
          ><span class="push"
            >${box.imap ? (box.lastReceivedAt ? `${msg('Received')} ${format.relative(box.lastReceivedAt)}` : msg('Nothing received yet')) : msg('Sends only')}</span
          >
        </div>
      </div>
      ${box.problem ? html`<div class="problem">${box.problem}</div>` : ''}
    </section>`;
  }
}
