import { msg, str } from '@lit/localize';
import type { Conversation, ConversationSummary, Message } from '@tabard/contract';
import type { PropertyValues } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { repeat } from 'lit/directives/repeat.js';
import { defineElement } from '../../base/define-element.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { holdUnsaved, keepDraft, keptDraft } from '../../core/drafts.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { textOf } from '../../base/failure-text.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import type { Select } from '../../kit/select.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { TextArea } from '../../kit/text-area.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { withWhom } from '../intent-labels.ts';
import { messageCard } from './message-card.ts';
import type { Decision, questionBar } from './question-bar.ts';
import { threadViewStyles } from './thread-view.styles.ts';

const ROOM_ABOVE_PX = 12;

/**
 * One thread and the answer to it.
 * @event back - The reader wants the list (one pane only).
 * @event archive - The thread is done.
 */
export class ThreadView extends PrefixedElement {
  static override tag = 'thread-view';
  static override uses = [Banner, Button, Skeleton, TextArea];
  static override styles = [widgetStyles, threadViewStyles];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: 'conversation-id' }) conversationId = '';
  @property({ attribute: false }) summary: ConversationSummary | null = null;
  @property({ type: Boolean, reflect: true }) narrow = false;
  @state() private text = '';
  /** The address that was chosen for the answer. */
  @state() private to = '';
  @state() private problem = '';
  @state() private imagesIn: ReadonlySet<string> = new Set();
  /** Few threads ask something. */
  @state() private bar: typeof questionBar | null = null;
  @query('.messages') private scroller!: HTMLElement | null;
  @query('.answer') private answer!: TextArea | null;
  #shown = 0;
  /** Whether the reader is where the newest message is; until they scroll away, it stays in sight. */
  #atNewest = true;
  #scrolledTo = 0;
  readonly #sizes = new ResizeObserver(() => this.#showNewest());

  readonly #thread = new Query<Conversation>(this, {
    key: () => (this.conversationId ? ['conversations', 'get', this.conversationId] : null),
    ask: (session) => session.client.conversations.get({ id: this.conversationId }),
  });

  get #shownThread(): ConversationSummary | null {
    return this.#thread.value ?? this.summary;
  }

  /** Puts the caret into the answer. */
  reply(): void {
    this.answer?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('conversationId')) return;
    this.text = keptDraft<string>(this.session, this.conversationId) ?? '';
    [this.problem, this.to, this.#shown] = ['', '', 0];
  }

  /** Takes down what is written, so that neither another thread nor a reload loses it. */
  #write(text: string, id = this.conversationId): void {
    keepDraft(this.session, id, text || null);
    if (id === this.conversationId) this.text = text;
  }

  protected override updated(): void {
    if (this.#shownThread?.question && !this.bar)
      void import('./question-bar.ts').then((loaded) => (this.bar = loaded.questionBar));
    holdUnsaved(this, this.text.trim() !== '');
    const messages = this.#thread.value?.messages ?? [];
    if (messages.length > this.#shown) {
      // Who reads further up is not torn away by somebody else's answer.
      this.#atNewest ||= this.#shown === 0 || messages.at(-1)?.direction === 'out';
      // Frames and pictures take their time to know their height, and the place for the answer grows.
      for (const box of [this.scroller, ...this.renderRoot.querySelectorAll('.message')])
        if (box) this.#sizes.observe(box);
    }
    this.#shown = messages.length;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    holdUnsaved(this, false);
    this.#sizes.disconnect();
    this.#shown = 0;
  }

  /** Where the newest message is seen: whole, or from its beginning where it is higher than the room. */
  #newestTop(scroller: HTMLElement): number {
    const newest = scroller.querySelector<HTMLElement>('.message:last-of-type');
    const end = scroller.scrollHeight - scroller.clientHeight;
    if (!newest) return end;
    const above = newest.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    return Math.max(0, Math.min(end, above - ROOM_ABOVE_PX));
  }

  readonly #showNewest = (): void => {
    const { scroller } = this;
    if (!scroller || !this.#atNewest) return;
    scroller.scrollTop = this.#newestTop(scroller);
    this.#scrolledTo = scroller.scrollTop;
  };

  readonly #onScroll = (): void => {
    const { scroller } = this;
    // What we did ourselves is told late, when the messages may have grown on.
    if (!scroller || scroller.scrollTop === this.#scrolledTo) return;
    this.#atNewest = Math.abs(scroller.scrollTop - this.#newestTop(scroller)) < 8;
  };

  readonly #send = async (): Promise<void> => {
    const text = this.text.trim();
    const { to } = this;
    const { session, conversationId: id } = this;
    const thread = this.#thread.value;
    if (!text || !thread) return;
    const pending: Message = {
      id: `pending_${Date.now()}`,
      direction: 'out',
      state: 'sending',
      class: 'human',
      from: { name: msg('You'), address: thread.mailbox.address },
      to: [],
      replyTo: [],
      subject: thread.subject,
      text,
      quoted: '',
      html: null,
      footer: null,
      blockedImages: 0,
      attachments: [],
      problem: null,
      source: 'none',
      sentAt: new Date().toISOString(),
    };
    const undo = this.#thread.patch((value) => ({ ...value, messages: [...value.messages, pending] }));
    this.#write('');
    this.problem = '';
    // The button goes out with the text; who sent by keyboard must not lose the place.
    this.reply();
    try {
      const sent = await session.client.conversations.reply({ id, text, ...(to && { to }) });
      session.cache.patch<Conversation>(['conversations', 'get', id], (value) => ({
        ...value,
        messages: value.messages.map((one) => (one.id === pending.id ? sent : one)),
      }));
      session.cache.invalidate(['conversations', 'list']);
    } catch (error) {
      undo();
      // What was begun meanwhile stands below it.
      const since = this.conversationId === id ? this.text : keptDraft<string>(session, id);
      this.#write(since ? `${text}\n\n${since}` : text, id);
      if (this.conversationId === id) this.problem = textOf(toFailure(error));
    }
  };

  override render(): unknown {
    const { session } = this;
    const thread = this.#thread.value;
    const shown = this.#shownThread;
    return html`<div class="head">
        <x-button
          class="back"
          variant="quiet"
          icon="back"
          label=${msg('Back to the list')}
          @click=${() => this.tell('back')}
        ></x-button>
        <h2>${shown?.subject || msg('No subject')}</h2>
        <x-button
          class="push"
          size="small"
          icon=${!shown || shown.state === 'open' ? 'archive' : 'undo'}
          @click=${() => this.tell('archive')}
          >${shown?.state === 'aside' ? msg('Move to inbox') : shown?.state === 'archived' ? msg('Reopen') : msg('Archive')}</x-button
        >
      </div>
      <div class="messages" tabindex="0" role="log" aria-label=${msg('Messages')} @scroll=${this.#onScroll}>
        ${this.#thread.failure && !thread ? html`<x-banner tone="danger">${textOf(this.#thread.failure)}</x-banner>` : ''}
        ${
          thread
            ? repeat(
                thread.messages,
                (one) => one.id,
                (one) => this.#message(one, shown?.counterpart.address ?? ''),
              )
            : html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`
        }
      </div>
      ${shown?.question ? this.bar?.(shown.question, session.can('inbox.reply') ? this.#decide : null) : ''}
      ${
        session.can('inbox.reply') && shown
          ? html`<div class="composer" @keydown=${this.#onKey}>
              ${this.problem ? html`<x-banner tone="danger">${this.problem}</x-banner>` : ''}
              ${thread ? this.#recipient(thread) : ''}
              <x-text-area
                class="answer"
                hide-label
                rows="2"
                label=${msg('Your answer')}
                placeholder=${msg(str`Reply to ${withWhom(shown)}`)}
                .value=${this.text}
                @input=${(event: Event) => this.#write((event.target as TextArea).value)}
              ></x-text-area>
              <div class="row">
                <span class="caption cut">${msg(str`From ${shown.mailbox.address}`)}</span>
                <x-button class="push" variant="primary" icon="send" ?disabled=${!this.text.trim()} @click=${this.#send}
                  >${msg('Send')}</x-button
                >
              </div>
            </div>`
          : ''
      }`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#send();
    else if (event.key === 'Escape') this.scroller?.focus();
    // A letter typed here is text, not one of the inbox's keys.
    event.stopPropagation();
  };

  #message(one: Message, counterpart: string): unknown {
    return messageCard({
      message: one,
      format: this.session.format,
      counterpart,
      images: this.imagesIn.has(one.id),
      onImages: () => (this.imagesIn = new Set([...this.imagesIn, one.id])),
      onDownload: () =>
        // Few mails ever need it.
        void this.#try(async () => (await import('./download-source.ts')).downloadSource(this.session, one.id)),
    });
  }

  /** Does something whose failure is told above the answer. */
  async #try(work: () => Promise<unknown>): Promise<void> {
    this.problem = '';
    try {
      await work();
    } catch (error) {
      this.problem = textOf(toFailure(error));
    }
  }

  readonly #decide = (decision: Decision): void => {
    const { session, conversationId: id } = this;
    void this.#try(async () => {
      await session.client.conversations.decide({ id, decision });
      session.cache.invalidate(['conversations']);
    });
  };

  /** Where the answer goes: to the one the thread is with, unless another of its addresses is chosen. */
  #recipient(thread: Conversation): unknown {
    const [first, ...others] = thread.recipients;
    const label = ({ name, address }: { name: string; address: string }): string =>
      name ? `${name} <${address}>` : address;
    if (others.length === 0)
      return first ? html`<span class="caption cut recipient">${msg(str`Replying to ${label(first)}`)}</span>` : '';
    // Few threads have several addresses.
    void import('../../kit/select.ts').then(
      (kit) => defineElement(this.tagPrefix, kit.Select),
      () => undefined,
    );
    return html`<x-select
      class="to"
      label=${msg('To')}
      .options=${thread.recipients.map((one) => ({ value: one.address, label: label(one) }))}
      .value=${this.to || thread.recipients[0]?.address}
      @change=${(event: Event) => (this.to = (event.target as Select).value)}
    ></x-select>`;
  }
}
