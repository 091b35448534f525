import { msg } from '@lit/localize';
import type { BulkOperation, BulkStart } from '@tabard/contract/crm/bulk-operation';
import { css, type PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Button } from '../../kit/button.ts';
import { ProgressBar } from '../../kit/progress-bar.ts';
import type { Toast } from '../../kit/toaster.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { failedWords, faultWords, progressWords, resultWords } from './bulk-words.ts';

/** While no event comes, it is asked so often how far it is. */
const ASK_MS = 2000;

/**
 * Has one thing done to many leads: starts it, shows how far it is, what came of it and of whom nothing could come, and takes it back.
 *
 * @fires toast - `detail` is what to say briefly.
 * @fires ended - It is done, stopped or refused; what is shown of leads is old.
 * @fires refused - Nothing was begun.
 */
export class BulkPanel extends PrefixedElement {
  static override tag = 'bulk-panel';
  static override uses = [Button, ProgressBar];
  static override styles = [
    widgetStyles,
    css`
      .panel {
        display: grid;
        gap: var(--_space-2);
        padding: 10px 14px;
        margin-block-end: var(--_space-2);
        font-size: var(--_font-size-s);
      }
      .row {
        flex-wrap: wrap;
      }
      ul {
        max-block-size: 132px;
        overflow: auto;
      }
      li {
        padding-block: 2px;
        overflow-wrap: anywhere;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  /** What is to be done; another one begins it. */
  @property({ attribute: false }) ask: BulkStart | null = null;
  @state() private operation: BulkOperation | null = null;
  @state() private busy = false;
  #poll: ReturnType<typeof setInterval> | undefined;

  readonly #now = new Query<BulkOperation>(this, {
    key: () => (this.operation?.state === 'running' ? ['bulkOperations', 'get', this.operation.id] : null),
    ask: ({ client }) => client.bulkOperations.get({ id: this.operation?.id ?? '' }),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#poll);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('ask') && this.ask) {
      const { ask } = this;
      const refused = (): void => this.tell('refused');
      void this.#during(() => this.session.client.bulkOperations.start(ask), refused);
    }
    const now = this.#now.value;
    // What ended stays as it ended, whatever was asked before.
    if (now && this.operation?.id === now.id && this.operation.state === 'running' && this.operation !== now)
      this.#take(now);
  }

  #say(toast: Toast): void {
    this.tell('toast', toast);
  }

  /** Takes what is known now; what ended is told, and stays in sight only while there is something to read. */
  #take(operation: BulkOperation): void {
    const ended = this.operation?.id !== operation.id || this.operation.state === 'running';
    this.operation = operation;
    if (operation.state === 'running') {
      this.#poll ??= setInterval(() => {
        if (!this.session.realtime?.live) void this.#now.reload();
      }, ASK_MS);
      return;
    }
    clearInterval(this.#poll);
    this.#poll = undefined;
    if (!ended) return;
    this.tell('ended');
    const { format } = this.session;
    const text = operation.state === 'cancelled' ? msg('Stopped') : resultWords(operation, format);
    this.#say({
      text,
      ...(operation.undoableUntil && { action: { label: msg('Undo'), run: () => void this.#undo(operation.id) } }),
    });
    if (operation.failed === 0) this.operation = null;
  }

  /** Runs a change of an operation and goes on with what it answers. */
  async #during(act: () => PromiseLike<BulkOperation>, refused: () => void = () => undefined): Promise<void> {
    this.busy = true;
    try {
      if (this.session.offline) throw Object.assign(new Error(), { code: 'client.offline' });
      this.#take(await act());
    } catch (error) {
      const failure = toFailure(error);
      this.#say({ text: textOf(failure), tone: 'danger' });
      this.session.report(failure);
      refused();
      this.tell('ended');
    } finally {
      this.busy = false;
    }
  }

  readonly #undo = (id: string): Promise<void> => this.#during(() => this.session.client.bulkOperations.undo({ id }));

  readonly #download = async (id: string): Promise<void> => {
    try {
      const response = await this.session.client.fetch(`/bulk-operations/${id}/failures.csv`);
      const href = URL.createObjectURL(await response.blob());
      Object.assign(document.createElement('a'), {
        href,
        download: `${msg('Leads that were not changed')}.csv`,
      }).click();
      // The browser has taken it by then.
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    } catch (error) {
      this.#say({ text: textOf(toFailure(error)), tone: 'danger' });
    }
  };

  override render(): unknown {
    const { operation, session } = this;
    if (!operation)
      return this.busy
        ? html`<div class="panel"><x-progress value="-1" label=${msg('Working')}></x-progress></div>`
        : '';
    const { id, state: at, done, total } = operation;
    const { client, format } = session;
    if (at === 'running') {
      return html`<div class="panel" role="status">
        <div class="row">
          <span class="num">${progressWords(operation, format)}</span>
          <x-button
            class="push"
            size="small"
            ?busy=${this.busy}
            @click=${() => void this.#during(() => client.bulkOperations.cancel({ id }))}
            >${msg('Stop')}</x-button
          >
        </div>
        <x-progress value=${total > 0 ? done / total : -1} label=${msg('Leads done')}></x-progress>
      </div>`;
    }
    return html`<div class="panel" role="status">
      <div class="row">
        <span class="strong num">${failedWords(operation.failed, format)}</span>
        <span class="row push">
          <x-button size="small" icon="download" @click=${() => void this.#download(id)}>${msg('Download')}</x-button>
          <x-button
            size="small"
            variant="quiet"
            icon="close"
            label=${msg('Dismiss')}
            @click=${() => (this.operation = null)}
          ></x-button>
        </span>
      </div>
      <ul>
        ${this.#reasons(operation).map(([words, count]) => html`<li>${words}${count > 1 ? html` <span class="caption num">× ${format.number(count)}</span>` : ''}</li>`)}
      </ul>
    </div>`;
  }

  /** Why the first of them could not be changed, each reason once. */
  #reasons({ failures }: BulkOperation): [words: string, count: number][] {
    const by = Map.groupBy(failures, ({ code }) => code);
    return [...by].map(([code, those]) => [faultWords(code), those.length]);
  }
}
