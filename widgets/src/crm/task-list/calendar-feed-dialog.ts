import { msg } from '@lit/localize';
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
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';

/**
 * A person's own calendar feed: its secret address is made here, shown once, and revoked.
 *
 * @event close - It was closed.
 */
export class CalendarFeedDialog extends PrefixedElement {
  static override tag = 'calendar-feed-dialog';
  static override uses = [Banner, Button, Dialog, Input, Skeleton];
  static override styles = [
    widgetStyles,
    css`
      .body {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
        line-height: var(--_line-height-text);
      }
      .row {
        align-items: end;
      }
      .address {
        flex: 1;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  /** Said once, when it is made. */
  @state() private url = '';
  @state() private copied = false;
  @state() private failure: Failure | null = null;
  @state() private busy = false;

  readonly #feed = new Query(this, {
    key: () => ['calendarFeeds', 'own'],
    ask: (session) => session.client.calendarFeeds.get({}),
  });

  async #run(change: () => Promise<string>): Promise<void> {
    [this.busy, this.failure, this.copied] = [true, null, false];
    try {
      this.url = await change();
      this.session.cache.invalidate(['calendarFeeds']);
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  }

  readonly #make = (): void => void this.#run(async () => (await this.session.client.calendarFeeds.create({})).url);
  readonly #revoke = (): void =>
    void this.#run(async () => {
      await this.session.client.calendarFeeds.revoke({});
      return '';
    });

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.url);
      this.copied = true;
    } catch {
      // Where a page may not write to the clipboard, the address is there to be chosen.
      this.copied = false;
    }
  };

  override render(): unknown {
    const feed = this.#feed;
    const failure = this.failure ?? (feed.value ? null : feed.failure);
    const since = feed.value?.createdAt;
    return html`<x-dialog open heading=${msg('Calendar feed')} @close=${() => this.tell('close')}>
      <div class="body">
        <p>
          ${msg('Your open tasks with a due time, in the calendar program that you use. Add the address there as a calendar to subscribe to.')}
        </p>
        ${failure ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''} ${this.url ? this.#address() : ''}
        ${
          feed.value
            ? html`<p class="caption">
                ${since ? this.#state(since, feed.value.readAt) : msg('You have no feed yet.')}
              </p>`
            : feed.failure
              ? ''
              : html`<x-skeleton shape="text"></x-skeleton>`
        }
      </div>
      ${
        since ? html`<x-button slot="footer" ?busy=${this.busy} @click=${this.#revoke}>${msg('Revoke')}</x-button>` : ''
      }
      <x-button slot="footer" variant=${since ? 'secondary' : 'primary'} ?busy=${this.busy} @click=${this.#make}
        >${since ? msg('Make a new address') : msg('Make the address')}</x-button
      >
    </x-dialog>`;
  }

  #address(): unknown {
    return html`<div class="row">
        <x-input class="address" readonly label=${msg('Secret address')} .value=${this.url}></x-input>
        <x-button icon=${this.copied ? 'check' : 'copy'} @click=${() => void this.#copy()}
          >${this.copied ? msg('Copied') : msg('Copy')}</x-button
        >
      </div>
      <x-banner tone="warning"
        >${msg('Whoever has this address can read your tasks. It is shown this once.')}</x-banner
      >`;
  }

  #state(since: string, readAt: string | null): string {
    const { format } = this.session;
    const made = `${msg('Made')}: ${format.dateTime(since)}`;
    return `${made} · ${msg('Last read')}: ${readAt ? format.relative(readAt) : msg('never')}`;
  }
}
