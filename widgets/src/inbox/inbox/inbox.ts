import { msg } from '@lit/localize';
import type { Conversation, ConversationSummary } from '@tabard/contract';
import { type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { html } from '../../core/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Widget, widgetParts } from '../../core/widget.ts';
import { Avatar } from '../../kit/avatar.ts';
import { Badge } from '../../kit/badge.ts';
import { SearchField } from '../../kit/search-field.ts';
import { Tabs } from '../../kit/tabs.ts';
import { meaningOf, withWhom } from '../intent-words.ts';
import { inboxStyles } from './inbox.styles.ts';
import { personPanel } from './person-panel.ts';
import { ThreadView } from './thread-view.ts';

type View = 'people' | 'unread' | 'all' | 'archived';

/**
 * All mailboxes in one place: threads, the one being read, and who it is with. Three panes, two on tablets, one on phones.
 * `j` and `k` move, `Enter` opens, `r` replies, `e` archives, `u` marks unread, `/` searches.
 *
 * @summary The shared inbox.
 * @event {CustomEvent<{ id: string }>} select-conversation - A thread was opened.
 */
export class Inbox extends Widget {
  static override tag = 'inbox';
  static override widgetName = 'inbox' as const;
  static override permission = 'inbox.read' as const;
  static override uses = [...widgetParts, Avatar, Badge, SearchField, Tabs, ThreadView];
  static override styles = [Widget.styles, inboxStyles];
  protected override readonly skeleton = 'panes';

  /** The thread to open: the target of a deep link. */
  @property({ attribute: 'conversation-id' }) conversationId = '';
  @state() private shown: View = 'people';
  @state() private search = '';
  @state() private narrow = false;
  @query('.reader') private reader!: ThreadView | null;
  readonly #resize = new ResizeObserver(([entry]) => (this.narrow = (entry?.contentRect.width ?? 999) <= 680));

  readonly #list = new ListQuery<ConversationSummary>(this, {
    key: () => ['conversations', 'list', this.shown, this.search],
    ask: async (session, page) =>
      session.client.conversations.list({
        ...page,
        state: this.shown === 'archived' ? 'archived' : 'open',
        ...(this.shown === 'people' && { humanOnly: true }),
        ...(this.shown === 'unread' && { unread: true }),
        ...(this.search && { search: this.search }),
      }),
    onFailure: this.onFailure,
    limit: 40,
  });
  readonly #counts = new Query(this, {
    key: () => ['conversations', 'counts'],
    ask: (session) => session.client.conversations.counts(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
    this.addEventListener('keydown', this.#onKey);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.removeEventListener('keydown', this.#onKey);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Where there is room for a thread, the newest one is open.
    const first = this.#list.items[0];
    if (!this.conversationId && first && !this.narrow && this.offsetWidth > 680) this.#open(first, false);
  }

  #open(thread: ConversationSummary, asked = true): void {
    this.conversationId = thread.id;
    if (asked) {
      this.announce('select-conversation', { id: thread.id });
      if (thread.unread) void this.#mark(thread, false);
    }
  }

  #patch(id: string, change: Partial<ConversationSummary>): () => void {
    return this.#list.patch((page) => ({
      ...page,
      items: page.items.map((one) => (one.id === id ? { ...one, ...change } : one)),
    }));
  }

  async #mark(thread: ConversationSummary, unread: boolean): Promise<void> {
    const { session } = this;
    if (!session) return;
    await this.attempt(
      () => session.client.conversations.mark({ id: thread.id, unread }),
      this.#patch(thread.id, { unread }),
    );
    session.cache.invalidate(['conversations', 'counts']);
  }

  async #archive(thread: ConversationSummary): Promise<void> {
    const { session } = this;
    if (!session) return;
    const at = this.#list.items.findIndex((one) => one.id === thread.id);
    const next = this.#list.items[at + 1] ?? this.#list.items[at - 1];
    const act = thread.state === 'archived' ? 'reopen' : 'archive';
    const back = act === 'archive' ? 'reopen' : 'archive';
    const undo = this.#list.patch((page) => ({ ...page, items: page.items.filter((one) => one.id !== thread.id) }));
    this.conversationId = this.narrow ? '' : (next?.id ?? '');
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

  readonly #onKey = (event: KeyboardEvent): void => {
    const typed = event.composedPath()[0];
    if (
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      (typed instanceof Element && typed.matches('input, textarea, select'))
    )
      return;
    const { items } = this.#list;
    const at = items.findIndex((one) => one.id === this.conversationId);
    const current = items[at];
    const go = (to: number): void => {
      const thread = items[Math.min(items.length - 1, Math.max(0, to))];
      if (!thread) return;
      this.#open(thread);
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('.thread[aria-current="true"]')?.focus(),
      );
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
    const known = this.#list.items.find((one) => one.id === this.conversationId);
    const current =
      known ?? session.cache.peek<Conversation>(['conversations', 'get', this.conversationId])?.value ?? null;
    return html`<div class="panel panes ${this.conversationId ? 'reading' : ''}">
      <div class="list">${this.#top()} ${this.show(this.#list, () => this.#threads(), 'panes')}</div>
      ${
        this.conversationId
          ? html`<x-thread-view
                class="reader"
                .session=${session}
                .summary=${current}
                conversation-id=${this.conversationId}
                ?narrow=${this.narrow}
                @back=${() => (this.conversationId = '')}
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
      <x-tabs
        label=${msg('View')}
        .tabs=${[
          { id: 'people', label: msg('People') },
          { id: 'unread', label: msg('Unread'), count: count(value?.unread) },
          { id: 'all', label: msg('All'), count: count(value?.open) },
          { id: 'archived', label: msg('Archived') },
        ]}
        selected=${this.shown}
        @choose=${(event: CustomEvent<View>) => {
          [this.shown, this.conversationId] = [event.detail, ''];
        }}
      ></x-tabs>
      <x-search
        class="search"
        label=${msg('Search conversations')}
        value=${this.search}
        @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
      ></x-search>
    </div>`;
  }

  #threads(): TemplateResult {
    if (this.#list.items.length === 0) {
      return this.search
        ? html`<x-empty drawing="search" heading=${msg('No conversation matches')} text=${msg('Try other words.')}
            ><x-button @click=${() => (this.search = '')}>${msg('Clear search')}</x-button></x-empty
          >`
        : html`<x-empty
            drawing="mail"
            heading=${this.shown === 'unread' ? msg('All read') : msg('No conversations here')}
            text=${msg('Replies to your campaigns appear here by themselves.')}
          ></x-empty>`;
    }
    const nearEnd = (event: Event): void => {
      const box = event.target as HTMLElement;
      if (this.#list.hasMore && box.scrollTop + box.clientHeight > box.scrollHeight - 600) void this.#list.more();
    };
    return html`<div class="threads" @scroll=${nearEnd}>
      ${repeat(
        this.#list.items,
        (one) => one.id,
        (one) => this.#thread(one),
      )}
      ${this.#list.hasMore ? html`<p class="caption" role="status">${msg('Loading more')}</p>` : ''}
    </div>`;
  }

  #thread(one: ConversationSummary): TemplateResult {
    const meaning = meaningOf(one);
    return html`<button
      class="thread ${one.unread ? 'unread' : ''}"
      aria-current=${one.id === this.conversationId ? 'true' : 'false'}
      @click=${() => this.#open(one)}
    >
      ${one.unread ? html`<i></i>` : html`<span></span>`}
      <span class="who cut"
        >${withWhom(one)}${one.unread ? html`<span class="visually-hidden">, ${msg('unread')}</span>` : ''}</span
      >
      <span class="caption" title=${this.format.dateTime(one.lastMessageAt)}
        >${this.format.relative(one.lastMessageAt)}</span
      >
      <span class="rest subject cut">${one.subject}</span>
      <span class="rest cut">${one.preview}</span>
      ${meaning ? html`<span class="tags"><x-badge tone=${meaning.tone}>${meaning.word}</x-badge></span>` : ''}
    </button>`;
  }
}
