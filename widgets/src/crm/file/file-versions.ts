import { msg, str } from '@lit/localize';
import type { FileVersion, WorkspaceFile } from '@tabard/contract/crm/file';
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
import { kitStyles } from '../../kit/kit.styles.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { downloadFile } from './download-file.ts';
import { sizeText } from './file-words.ts';

/**
 * The versions of a file: download one, or show an older one again. None is lost.
 *
 * @event close - It was closed.
 * @event changed - Another version is shown; `detail` is the file.
 */
export class FileVersions extends PrefixedElement {
  static override tag = 'file-versions';
  static override uses = [Banner, Button, Dialog, Skeleton];
  static override styles = [
    kitStyles,
    badgeMarkStyles,
    css`
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
        border-block-end: 1px solid var(--_border);
      }
      li:last-child {
        border: 0;
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
      .acts {
        display: flex;
        gap: var(--_space-2);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) file!: WorkspaceFile;
  @state() private busy = 0;
  @state() private failure: Failure | null = null;

  readonly #versions = new Query<{ items: readonly FileVersion[] }>(this, {
    key: () => (this.file ? ['files', 'versions', this.file.id] : null),
    ask: ({ client }) => client.files.versions({ id: this.file.id }),
  });

  async #try(version: number, work: () => Promise<unknown>): Promise<void> {
    if (this.busy) return;
    [this.busy, this.failure] = [version, null];
    try {
      await work();
    } catch (error) {
      this.failure = toFailure(error);
    }
    this.busy = 0;
  }

  async #restore(version: number): Promise<void> {
    const { client, cache } = this.session;
    const file = await client.files.restoreVersion({ id: this.file.id, version });
    cache.invalidate(['files']);
    cache.invalidate(['timeline']);
    this.tell('changed', file);
  }

  override render(): unknown {
    const wrong = this.failure ?? this.#versions.failure;
    return html`<x-dialog open heading=${msg(str`Versions of ${this.file.name}`)} @close=${() => this.tell('close')}>
      ${wrong ? html`<x-banner tone="danger">${textOf(wrong)}</x-banner>` : ''}
      ${
        this.#versions.value
          ? html`<ul>
              ${this.#versions.value.items.map((version) => this.#version(version))}
            </ul>`
          : wrong
            ? ''
            : html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`
      }
      <x-button slot="footer" @click=${() => this.tell('close')}>${msg('Close')}</x-button>
    </x-dialog>`;
  }

  #version({ version, isCurrent, size, createdAt, authorName, scan }: FileVersion): unknown {
    const { format } = this.session;
    const shut = scan === 'waiting' || scan === 'infected';
    return html`<li>
      <div class="what">
        <span class="head"
          ><span class="strong">${msg(str`Version ${version}`)}</span
          >${isCurrent ? badgeMark(msg('Shown'), 'accent') : ''}${
            scan === 'infected' ? badgeMark(msg('Harmful'), 'danger') : ''
          }</span
        >
        <span class="caption"
          >${sizeText(format, size)} · ${format.dateTime(createdAt)} · ${authorName ?? msg('Somebody who left')}</span
        >
      </div>
      <div class="acts">
        <x-button
          size="small"
          icon="download"
          label=${msg(str`Download version ${version}`)}
          ?disabled=${shut}
          ?busy=${this.busy === version}
          @click=${() => void this.#try(version, () => downloadFile(this.session, this.file, version))}
        ></x-button>
        ${
          isCurrent || !this.session.can('file.write')
            ? ''
            : html`<x-button
                size="small"
                ?busy=${this.busy === version}
                @click=${() => void this.#try(version, () => this.#restore(version))}
                >${msg('Show this version')}</x-button
              >`
        }
      </div>
    </li>`;
  }
}
