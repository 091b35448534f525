import { msg } from '@lit/localize';
import type { ConversationSummary } from '@tabard/contract';
import { css, nothing, type PropertyValues } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { RowsView } from '../../base/sparse-rows.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { kitStyles } from '../../kit/kit.styles.ts';
import { RowWindow } from '../../kit/row-window.ts';
import { meaningOf, withWhom } from '../intent-labels.ts';

/** A thread that is known, as it is drawn. */
interface Drawn {
  index: number;
  one: ConversationSummary;
  stop: number;
  current: boolean;
  href: string | null;
}

/**
 * Threads in a window that moves over them. One of them is in the tab order; up and down, page, home and end move to
 * others, Enter opens.
 *
 * @fires open-thread - `detail` is the conversation.
 * @fires view-rows - `detail` is the range drawn, `{ from, until }`: what is missing of it may be loaded.
 */
export class ThreadList extends PrefixedElement {
  static override tag = 'thread-list';
  static override styles = [
    kitStyles,
    badgeMarkStyles,
    css`
      :host {
        display: flex;
        flex: 1;
        min-block-size: 0;
      }
      .threads {
        flex: 1;
        min-inline-size: 0;
        overflow: auto;
        overscroll-behavior: contain;
        overflow-anchor: none;
      }
      .body {
        position: relative;
      }
      .rows {
        position: absolute;
        inset-inline: 0;
        contain: layout style;
      }
      .thread {
        display: grid;
        grid-template-columns: 8px minmax(0, 1fr) auto;
        gap: 1px 8px;
        inline-size: 100%;
        padding: 11px 14px 11px 10px;
        border: 0;
        border-block-end: 1px solid var(--_border);
        background: none;
        color: inherit;
        text-align: start;
        text-decoration: none;
        cursor: pointer;
      }
      .thread:hover {
        background: var(--_hover);
      }
      .thread[aria-current='true'] {
        background: var(--_accent-soft);
      }
      .thread:focus-visible {
        outline-offset: -2px;
      }
      .mark {
        inline-size: 7px;
        block-size: 7px;
        border-radius: 9px;
        background: var(--_accent-mark);
        margin-block-start: 7px;
      }
      .who {
        overflow-wrap: anywhere;
        font-weight: var(--_font-weight-medium);
      }
      .unread .who {
        font-weight: var(--_font-weight-strong);
      }
      .rest {
        grid-column: 2 / 4;
        font-size: var(--_font-size-s);
        color: var(--_text-muted);
      }
      .tags {
        grid-column: 2 / 4;
        margin-block-start: 4px;
        display: flex;
        gap: 6px;
      }
      .unread .subject {
        color: var(--_text);
      }
      .coming {
        cursor: default;
        block-size: 7em;
      }
      .coming i {
        grid-column: 2;
        display: block;
        block-size: 9px;
        margin-block: 5px;
        inline-size: 80%;
        border-radius: 99px;
        background: var(--_pressed);
        animation: come 200ms 150ms both;
      }
      .coming i:first-of-type {
        inline-size: 45%;
      }
      @keyframes come {
        from {
          opacity: 0;
        }
      }
      @media (forced-colors: active) {
        .mark {
          background: Highlight;
        }
        .thread[aria-current='true'] {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  @property({ attribute: false }) rows: RowsView<ConversationSummary> = { count: 0, at: () => undefined };
  /** Changes when a known row did. */
  @property({ attribute: false }) revision: unknown = null;
  @property({ attribute: false }) format!: Format;
  /** The address of a thread, where it has one: then it is a link. */
  @property({ attribute: false }) hrefOf: ((thread: ConversationSummary) => string | null) | null = null;
  /** The thread that is open. */
  @property() current = '';
  /** Names what is asked; when it changes, the list begins at its top. */
  @property() question = '';
  /** Conversations there are in all; -1 when nobody knows. */
  @property({ type: Number }) total = -1;
  @query('.threads') private scroller!: HTMLElement | null;
  @state() private active = 0;
  #focusWanted = false;

  readonly #window = new RowWindow(this, {
    scroller: () => this.scroller,
    count: () => this.rows.count,
    onView: (from, until) => this.tell('view-rows', { from, until }),
    idAt: (index) => this.rows.at(index)?.id,
    onShift: (by) => {
      this.active += by;
      this.#focusWanted = Boolean(this.shadowRoot?.activeElement);
    },
  });

  /** Brings a thread into view and gives it the focus. */
  focusRow(index: number): void {
    this.active = index;
    this.#focusWanted = true;
    this.#window.reveal(index);
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('question') || !this.hasUpdated) return;
    this.active = 0;
    this.#window.toTop();
  }

  protected override updated(): void {
    if (!this.#focusWanted) return;
    const target = this.renderRoot.querySelector<HTMLElement>('.rows [tabindex="0"]');
    target?.focus({ preventScroll: true });
    // What stands for a thread that is loading goes when it is there, and the focus with it.
    this.#focusWanted = target?.matches('.coming') ?? true;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    // A thread opens by the space bar whether it is a link or not.
    if (event.key === ' ' && event.target instanceof HTMLAnchorElement) {
      event.preventDefault();
      return event.target.click();
    }
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: this.#window.page,
      PageUp: -this.#window.page,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.focusRow(Math.min(this.rows.count - 1, Math.max(0, this.active + step)));
  };

  override render(): unknown {
    const { drawn } = this.#window;
    return html`<div class="threads" @keydown=${this.#onKey}>
      <div class="body">
        <div class="rows" role="list" aria-label=${msg('Conversations')}>
          ${repeat(
            drawn,
            this.#window.slotOf,
            (index) =>
              html`<div role="listitem" aria-posinset=${index + 1} aria-setsize=${this.total}>
                ${this.#row(index)}
              </div>`,
          )}
        </div>
      </div>
    </div>`;
  }

  #row(index: number): unknown {
    const one = this.rows.at(index);
    // Whoever scrolled away from it with the mouse finds the list in the tab order all the same.
    const stop = index === Math.min(Math.max(this.active, this.#window.from), this.#window.until - 1) ? 0 : -1;
    const current = one?.id === this.current;
    // Scrolling renders the list many times a second; a thread that is the same is left alone.
    const href = one ? (this.hrefOf?.(one) ?? null) : null;
    return guard([index, one, stop, current, this.format, href], () =>
      one
        ? this.#thread({ index, one, stop, current, href })
        : html`<div class="thread coming" tabindex=${stop}><i></i><i></i><i></i></div>`,
    );
  }

  #thread({ index, one, stop, current, href }: Drawn): unknown {
    const looks = one.unread ? 'thread unread' : 'thread';
    const now = current ? 'true' : nothing;
    const reach = (): void => void (this.active = index);
    const open = (event: MouseEvent): void => {
      // With a key held down the browser opens the link elsewhere, as with any link.
      if (href && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
      event.preventDefault();
      this.tell('open-thread', one);
    };
    const words = this.#words(one);
    return href
      ? html`<a class=${looks} href=${href} tabindex=${stop} aria-current=${now} @focus=${reach} @click=${open}
          >${words}</a
        >`
      : html`<button class=${looks} tabindex=${stop} aria-current=${now} @focus=${reach} @click=${open}>
          ${words}
        </button>`;
  }

  #words(one: ConversationSummary): unknown {
    const meaning = meaningOf(one);
    return html`${one.unread ? html`<span class="mark"></span>` : html`<span></span>`}
      <span class="who"
        >${withWhom(one)}${one.unread ? html`<span class="visually-hidden">, ${msg('unread')}</span>` : ''}</span
      >
      <span class="caption" title=${this.format.dateTime(one.lastMessageAt)}
        >${this.format.relative(one.lastMessageAt)}</span
      >
      ${one.subject ? html`<span class="rest subject cut">${one.subject}</span>` : ''}
      ${one.preview ? html`<span class="rest cut">${one.preview}</span>` : ''}
      ${meaning ? html`<span class="tags">${badgeMark(meaning.word, meaning.tone)}</span>` : ''}`;
  }
}
