import { hrefOf } from '../../core/href-of.ts';
import { msg } from '@lit/localize';
import type { Conversation, ConversationSummary } from '@tabard/contract';
import { type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { WindowedQuery } from '../../core/windowed-query.ts';
import { Avatar } from '../../kit/avatar.ts';
import { Badge } from '../../kit/badge.ts';
import { factsStyles } from '../../kit/facts.styles.ts';
import { rowsNote, rowsNoteStyles } from '../../kit/rows-note.ts';
import { SearchField } from '../../kit/search-field.ts';
import { Tabs } from '../../kit/tabs.ts';
import { inboxStyles } from './inbox.styles.ts';
import { otherMailDoor } from './other-mail-door.ts';
import type * as OtherMail from './other-mail.ts';
import { personPanel } from './person-panel.ts';
import { ThreadList } from './thread-list.ts';
import { ThreadView } from './thread-view.ts';

type View = 'people' | 'unread' | 'all' | 'archived' | 'aside';

/**
 * All mailboxes in one place: threads, the one being read, and who it is with. Three panes, two on tablets, one on phones.
 * `j` and `k` move, `Enter` opens, `r` replies, `e` archives, `u` marks unread, `/` searches: while the focus is inside, or with
 * `shortcuts="page"` while nothing has it and the element fills the page.
 *
 * @summary The shared inbox.
 * @csspart search - The field that searches conversations.
 * @event {CustomEvent<{ id: string }>} select-conversation - A thread was opened, or the one that was open was left (id empty).
 */
export class Inbox extends Widget {
  static override tag = 'inbox';
  static override widgetName = 'inbox' as const;
  static override permission = 'inbox.read' as const;
  static override uses = [...widgetParts, Avatar, Badge, SearchField, Tabs, ThreadList, ThreadView];
  static override later = [
    ...Widget.later,
    // It brings what makes mails of strangers safe to show; the list need not wait for it.
    async () => (await import('../../kit/mail-frame.ts')).MailFrame,
  ];
  static override styles = [Widget.styles, factsStyles, rowsNoteStyles, inboxStyles];
  protected override readonly skeleton = 'panes';

  /** The thread to open: the target of a deep link. */
  @property({ attribute: 'conversation-id' }) conversationId = '';
  /** `page` hears the keys also while nothing on the page has the focus, `inside` only in the element. */
  @property() shortcuts: 'page' | 'inside' = 'inside';
  @state() private shown: View = 'people';
  @state() private search = '';
  @state() private narrow = false;
  /** What only the mail that concerns nobody here needs. */
  @state() private other: typeof OtherMail | null = null;
  @query('.threads') private threads!: ThreadList | null;
  @query('.reader') private reader!: ThreadView | null;
  readonly #resize = new ResizeObserver(([entry]) => (this.narrow = (entry?.contentRect.width ?? 999) <= 680));

  readonly #counts = new Query(this, {
    key: () => ['conversations', 'counts'],
    ask: (session) => session.client.conversations.counts(),
  });
  readonly #list = new WindowedQuery<ConversationSummary>(this, {
    key: () => ['conversations', 'list', this.shown, this.search],
    ask: (session, asked) =>
      session.client.conversations.list({
        ...asked,
        state: this.shown === 'archived' || this.shown === 'aside' ? this.shown : 'open',
        ...(this.shown === 'people' && { humanOnly: true }),
        ...(this.shown === 'unread' && { unread: true }),
        ...(this.search && { search: this.search }),
      }),
    total: () => (this.search ? null : (this.#counts.value?.[this.shown === 'all' ? 'open' : this.shown] ?? null)),
    onFailure: this.onFailure,
    limit: 40,
  });
  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({ view: this.shown === 'people' ? '' : this.shown, search: this.search }),
    ({ view = 'people', search = '' }) => void ([this.shown, this.search] = [view as View, search]), // an unknown one shows what is open
  );
  #stopHearing = (): void => {};
  /** Once there was a list, its place is held while another one loads. */
  #began = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    this.addEventListener('keydown', this.#onKey);
    void this.#hearPage();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#stopHearing();
    this.removeEventListener('keydown', this.#onKey);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('shortcuts')) void this.#hearPage();
    if (this.shown === 'aside' && !this.other) void import('./other-mail.ts').then((loaded) => (this.other = loaded));
    // Where there is room for a thread, the newest one is open.
    const first = this.#list.at(0);
    if (!this.conversationId && first && !this.narrow && this.offsetWidth > 680) this.conversationId = first.id;
  }

  /** Its own chunk: most hosts have keys of their own. */
  async #hearPage(): Promise<void> {
    if (this.shortcuts !== 'page') return;
    const { hearPageKeys } = await import('../../base/page-keys.ts');
    this.#stopHearing();
    if (this.isConnected) this.#stopHearing = hearPageKeys(this, () => (this.shortcuts === 'page' ? this : null));
  }

  #open(thread: ConversationSummary): void {
    this.#leave(thread.id);
    if (thread.unread) void this.#mark(thread, false);
  }
  /** Goes from the open thread to another one, or to none. */
  #leave(id = ''): void {
    this.conversationId = id;
    this.announce('select-conversation', { id });
  }

  async #mark(thread: ConversationSummary, unread: boolean): Promise<void> {
    const { session } = this;
    if (!session) return;
    await this.attempt(
      () => session.client.conversations.mark({ id: thread.id, unread }),
      this.#list.patch((rows) => rows.changed(thread.id, (one) => ({ ...one, unread }))),
    );
    session.cache.invalidate(['conversations', 'counts']);
  }

  async #archive(thread: ConversationSummary): Promise<void> {
    const { session } = this;
    if (!session) return;
    const at = this.#list.value?.indexOf(thread.id) ?? -1;
    const next = this.#list.at(at + 1) ?? this.#list.at(at - 1);
    const [act, back] = thread.state === 'open' ? (['archive', 'reopen'] as const) : (['reopen', 'archive'] as const);
    const undo = this.#list.patch((rows) => rows.without(new Set([thread.id])));
    this.#leave(this.narrow ? '' : next?.id);
    const refresh = (): void => session.cache.invalidate(['conversations']);
    if (await this.attempt(() => session.client.conversations[act]({ id: thread.id }), undo)) {
      refresh();
      void this.toast({
        text: act === 'archive' ? msg('Conversation archived') : msg('Conversation reopened'),
        action: {
          label: msg('Undo'),
          run: () => void this.attempt(() => session.client.conversations[back]({ id: thread.id })).then(refresh),
        },
      });
    }
  }

  readonly #hrefOf = ({ id }: ConversationSummary): string | null => hrefOf(this, `/inbox/${id}`);
  /** Where the open thread is; -1 when it is not in the list. */
  get #current(): number {
    return this.conversationId ? (this.#list.value?.indexOf(this.conversationId) ?? -1) : -1;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const typed = event.composedPath()[0];
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      (typed instanceof Element && typed.matches('input, textarea, select'))
    )
      return;
    const at = this.#current;
    const current = this.#list.at(at);
    const go = (to: number): void => {
      const index = Math.min(this.#list.count - 1, Math.max(0, to));
      const thread = this.#list.at(index);
      if (thread) this.#open(thread);
      this.threads?.focusRow(index);
    };
    const keys: Record<string, () => unknown> = {
      j: () => go(at + 1),
      k: () => go(at - 1),
      r: () => this.reader?.reply(),
      e: () => current && this.#archive(current),
      u: () => current && this.#mark(current, !current.unread),
      '/': () => this.renderRoot.querySelector<SearchField>('.search')?.focus(),
    };
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    if (!act) return;
    event.preventDefault();
    act();
  };

  protected override view(session: Session): TemplateResult {
    const known = this.#list.at(this.#current);
    const current =
      known ?? session.cache.peek<Conversation>(['conversations', 'get', this.conversationId])?.value ?? null;
    return html`<div class="panel panes ${this.conversationId ? 'reading' : ''}">
      <div class="list">
        ${this.#top()} ${this.#threads()}
        ${this.shown === 'aside' ? '' : otherMailDoor(this.#counts.value?.aside, this.format, this.#show)}
      </div>
      ${
        this.conversationId
          ? html`<x-thread-view
                class="reader"
                .session=${session}
                .summary=${current}
                conversation-id=${this.conversationId}
                ?narrow=${this.narrow}
                @back=${() => this.#leave()}
                @archive=${() => current && void this.#archive(current)}
              ></x-thread-view>
              ${current ? personPanel(current, this.format) : html`<aside></aside>`}`
          : html`<div class="empty reader">
                <x-empty
                  drawing="mail"
                  heading=${msg('Nothing is open')}
                  text=${msg('Choose a conversation to read it here.')}
                ></x-empty>
              </div>
              <aside></aside>`
      }
    </div>`;
  }

  #top(): TemplateResult {
    const { value } = this.#counts;
    const count = (number: number | undefined): string => (number ? this.format.compact(number) : '');
    return html`<div class="top">
      ${this.shown === 'aside' ? this.other?.otherMailHead(this.#show) : this.#views(count(value?.unread), count(value?.open))}
      <x-search
        part="search"
        class="search"
        label=${msg('Search conversations')}
        value=${this.search}
        @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
      ></x-search>
    </div>`;
  }

  readonly #show = (view: View): void => {
    this.shown = view;
    this.#leave();
  };

  #views(unread: string, open: string): TemplateResult {
    return html`<x-tabs
      label=${msg('View')}
      .tabs=${[
        { id: 'people', label: msg('People') },
        { id: 'unread', label: msg('Unread'), count: unread },
        { id: 'all', label: msg('All'), count: open },
        { id: 'archived', label: msg('Archived') },
      ]}
      selected=${this.shown}
      @choose=${(event: CustomEvent<View>) => this.#show(event.detail)}
    ></x-tabs>`;
  }

  #threads(): TemplateResult {
    const list = this.#list;
    if (list.failure && !list.value) return this.failed(list.failure, () => void list.reload());
    if (!list.value && !this.#began) return this.loading('panes');
    this.#began = true;
    if (list.value && list.count === 0) {
      return this.search
        ? html`<x-empty drawing="search" heading=${msg('No conversation matches')} text=${msg('Try other words.')}
            ><x-button @click=${() => (this.search = '')}>${msg('Clear search')}</x-button></x-empty
          >`
        : html`<x-empty
            drawing="mail"
            heading=${this.shown === 'unread' ? msg('All read') : msg('No conversations here')}
            text=${
              this.shown === 'aside'
                ? this.other?.nothingAside()
                : msg('Replies to your campaigns appear here by themselves.')
            }
          ></x-empty>`;
    }
    return html`<x-thread-list
        class="threads"
        .rows=${list}
        .revision=${list.value}
        .format=${this.format}
        .hrefOf=${this.#hrefOf}
        current=${this.conversationId}
        question=${JSON.stringify([this.shown, this.search])}
        total=${list.value?.end ?? -1}
        @view-rows=${(event: CustomEvent<{ from: number; until: number }>) => list.want(event.detail.from, event.detail.until)}
        @open-thread=${(event: CustomEvent<ConversationSummary>) => this.#open(event.detail)}
      ></x-thread-list>
      ${rowsNote(list)}`;
  }
}
