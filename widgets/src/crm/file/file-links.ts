import { msg, str } from '@lit/localize';
import type { WorkspaceFile } from '@tabard/contract/crm/file';
import type { FileLink } from '@tabard/contract/crm/file-link';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark, badgeMarkStyles } from '../../kit/badge-mark.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { kitStyles } from '../../kit/kit.styles.ts';
import { Select } from '../../kit/select.ts';
import { Skeleton } from '../../kit/skeleton.ts';

/** Days that are offered until a link leads nowhere. */
const days = [1, 7, 30, 90, 365] as const;

/**
 * The links by which people outside get a file: make one with an expiry, copy it, see how often it was used, take it back.
 *
 * @event close - It was closed.
 */
export class FileLinks extends PrefixedElement {
  static override tag = 'file-links';
  static override uses = [Banner, Button, Dialog, Input, Select, Skeleton];
  static override styles = [
    kitStyles,
    badgeMarkStyles,
    css`
      form,
      .made {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: var(--_space-3);
        margin-block-end: var(--_space-4);
      }
      .days {
        flex: 1 1 160px;
      }
      .url {
        flex: 1 1 240px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2) var(--_space-3);
        padding-block: var(--_space-3);
        border-block-start: 1px solid var(--_border);
      }
      .what {
        flex: 1 1 200px;
        display: flex;
        flex-direction: column;
        gap: 2px;
        min-inline-size: 0;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-2);
        align-items: center;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) file!: WorkspaceFile;
  @state() private days = '7';
  @state() private busy = '';
  @state() private failure: Failure | null = null;
  /** The address of the one that was made just now: it is never said again. */
  @state() private url = '';
  @state() private copied = false;

  readonly #links = new Query<{ items: readonly FileLink[] }>(this, {
    key: () => (this.file ? ['files', 'links', this.file.id] : null),
    ask: ({ client }) => client.fileLinks.list({ fileId: this.file.id }),
  });

  async #try(what: string, work: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    [this.busy, this.failure] = [what, null];
    try {
      await work();
      this.session.cache.invalidate(['files', 'links']);
      this.session.cache.invalidate(['timeline']);
    } catch (error) {
      this.failure = toFailure(error);
    }
    this.busy = '';
  }

  readonly #make = (event?: Event): void => {
    event?.preventDefault();
    void this.#try('make', async () => {
      const { url } = await this.session.client.fileLinks.create({ fileId: this.file.id, days: Number(this.days) });
      [this.url, this.copied] = [url, false];
    });
  };

  readonly #copy = async (): Promise<void> => {
    // Where a page may not write there, the address stands in the field, chosen.
    this.copied = await navigator.clipboard.writeText(this.url).then(
      () => true,
      () => false,
    );
    if (!this.copied) this.renderRoot.querySelector<HTMLElement>('.url')?.focus();
  };

  #daysWord(count: number): string {
    return this.session.format.plural(count, {
      one: msg('One day'),
      other: msg(str`${this.session.format.number(count)} days`),
    });
  }

  override render(): unknown {
    const wrong = this.failure ?? this.#links.failure;
    return html`<x-dialog open heading=${msg(str`Links to ${this.file.name}`)} @close=${() => this.tell('close')}>
      ${wrong ? html`<x-banner tone="danger">${textOf(wrong)}</x-banner>` : ''}
      ${this.url ? this.#made() : this.#form()}
      ${
        this.#links.value
          ? html`<ul aria-label=${msg('Links')}>
              ${this.#links.value.items.map((link) => this.#link(link))}
            </ul>`
          : wrong
            ? ''
            : html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`
      }
      <x-button slot="footer" @click=${() => this.tell('close')}>${msg('Close')}</x-button>
    </x-dialog>`;
  }

  #form(): unknown {
    return html`<form novalidate @submit=${this.#make}>
      <x-select
        class="days"
        label=${msg('Leads to the file for')}
        value=${this.days}
        .options=${days.map((count) => ({ value: String(count), label: this.#daysWord(count) }))}
        @change=${(event: Event) => (this.days = (event.target as Select).value)}
      ></x-select>
      <x-button variant="primary" icon="link" ?busy=${this.busy === 'make'} @click=${() => this.#make()}
        >${msg('Make a link')}</x-button
      >
    </form>`;
  }

  #made(): unknown {
    return html`<div class="made">
      <x-input
        class="url"
        label=${msg('Link')}
        hint=${msg('Copy it now: it is not shown again. Whoever has it gets the file.')}
        readonly
        .value=${this.url}
      ></x-input>
      <x-button variant="primary" icon=${this.copied ? 'check' : 'copy'} @click=${() => void this.#copy()}
        >${this.copied ? msg('Copied') : msg('Copy')}</x-button
      >
      <x-button @click=${() => (this.url = '')}>${msg('Make another one')}</x-button>
      <span class="visually-hidden" role="status">${this.copied ? msg('Copied') : ''}</span>
    </div>`;
  }

  #link(link: FileLink): unknown {
    const { format } = this.session;
    const ended = link.revokedAt !== null || new Date(link.expiresAt).getTime() <= Date.now();
    const opened =
      link.opened === 0
        ? msg('Not used yet')
        : format.plural(link.opened, {
            one: msg('Used once'),
            other: msg(str`Used ${format.number(link.opened)} times`),
          });
    return html`<li>
      <div class="what">
        <span class="head"
          ><span class="strong">${msg(str`Until ${format.date(link.expiresAt)}`)}</span>${
            link.revokedAt ? badgeMark(msg('Taken back'), 'neutral') : ended ? badgeMark(msg('Expired'), 'neutral') : ''
          }</span
        >
        <span class="caption"
          >${opened}${link.lastOpenedAt ? html` · ${format.relative(link.lastOpenedAt)}` : ''} ·
          ${link.authorName ?? msg('Somebody who left')}</span
        >
      </div>
      ${
        ended
          ? ''
          : html`<x-button
              size="small"
              label=${msg(str`Take back the link until ${format.date(link.expiresAt)}`)}
              icon="close"
              ?busy=${this.busy === link.id}
              @click=${() => void this.#try(link.id, () => this.session.client.fileLinks.revoke({ id: link.id }))}
            ></x-button>`
      }
    </li>`;
  }
}
