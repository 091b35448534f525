import { msg, str } from '@lit/localize';
import type { WorkspaceFile } from '@tabard/contract/crm/file';
import { css } from 'lit';
import { query, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import { listStates } from '../../core/list-states.ts';
import { Query } from '../../core/query.ts';
import { FileDrop } from '../../kit/file-drop.ts';
import { ProgressBar } from '../../kit/progress-bar.ts';
import { SearchField } from '../../kit/search-field.ts';
import { SubjectPanel } from '../record/subject-panel.ts';
import { downloadFile } from './download-file.ts';
import { FileEntry, type FileAct } from './file-entry.ts';
import { FileLinks } from './file-links.ts';
import { FilePreview } from './file-preview.ts';
import { FileVersions } from './file-versions.ts';
import { learnRefusals, sizeText, usedText } from './file-words.ts';
import { UploadQueue } from './upload-queue.ts';
import { uploadRows, uploadRowStyles } from './upload-rows.ts';

/** From this share of one's room on it is said how much is left. */
const nearlyFull = 0.8;

/**
 * The files of a lead, a company or a deal: drop or choose several at once, open, download, rename, new versions, delete with the way back.
 *
 * @event open-place - Somebody wants to go somewhere; `detail` is its address.
 */
export class RecordFiles extends SubjectPanel {
  static override tag = 'record-files';
  static override uses = [
    ...SubjectPanel.uses,
    FileDrop,
    FileEntry,
    FileLinks,
    FilePreview,
    FileVersions,
    ProgressBar,
    SearchField,
  ];
  static override styles = [
    SubjectPanel.styles,
    uploadRowStyles,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2);
      }
      .bar .search {
        flex: 1 1 180px;
      }
      .entries > li {
        border-block-end: 1px solid var(--_border);
      }
      .entries > li:last-child {
        border: 0;
      }
      .entries.tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(160px, 45%), 1fr));
        gap: var(--_space-3);
      }
      .entries.tiles > li {
        display: grid;
        border: 0;
      }
    `,
  ];
  protected override readonly area = 'files';
  @state() private search = '';
  /** What lies in the bin is shown. */
  @state() private bin = false;
  @state() private tiles = false;
  @state() private opened: { file: WorkspaceFile; as: 'open' | 'versions' | 'links' } | null = null;
  @query('.next') private chooser!: HTMLInputElement | null;
  /** The file whose new version is being chosen. */
  #versionOf: string | null = null;

  readonly #list = new ListQuery<WorkspaceFile>(this, {
    key: () => (this.subject ? ['files', 'of', this.subject.id, this.bin, this.search] : null),
    ask: ({ client }, page) =>
      client.files.list({
        ...page,
        subject: this.subject,
        filter: { ...(this.bin && { archived: true }), ...(this.search && { search: this.search }) },
      }),
    limit: 50,
  });
  readonly #quota = new Query<{ used: number; quota: number; limit: number }>(this, {
    key: () => ['files', 'quota'],
    ask: ({ client }) => client.files.quota({}),
  });
  readonly #queue = new UploadQueue(this, () => {
    this.session.cache.invalidate(['files']);
    this.session.cache.invalidate(['timeline']);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    learnRefusals();
  }

  get #writes(): boolean {
    return this.session.can('file.write');
  }

  #act(file: WorkspaceFile, what: FileAct): void {
    const { files } = this.session.client;
    const ids = [file.id];
    if (what === 'open' && file.archivedAt === null) this.opened = { file, as: 'open' };
    if (what === 'versions' || what === 'links') this.opened = { file, as: what };
    if (what === 'download') void this.#download(file);
    if (what === 'restore') void this.attempt(() => files.restore({ ids }));
    if (what === 'new-version') {
      this.#versionOf = file.id;
      this.chooser?.click();
    }
    if (what === 'delete')
      void this.withUndo(
        msg(str`${file.name} is in the bin`),
        () => files.archive({ ids }),
        () => files.restore({ ids }),
      );
  }

  async #download(file: WorkspaceFile): Promise<void> {
    await downloadFile(this.session, file).catch((error: unknown) =>
      this.toast({ text: textOf(toFailure(error)), tone: 'danger' }),
    );
  }

  readonly #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement; // the one for versions
    const [file] = input.files ?? [];
    if (file && this.#versionOf) this.#queue.add([file], { fileId: this.#versionOf });
    input.value = '';
  };

  protected override content(): unknown {
    const quota = this.#quota.value;
    const full = quota !== null && quota.used / quota.quota >= nearlyFull;
    const { format } = this.session;
    return html`${full ? html`<x-banner tone="warning">${usedText(format, quota.used, quota.quota)}</x-banner>` : ''}
    ${
      this.#writes && !this.bin
        ? html`<x-file-drop
              flat
              multiple
              label=${msg('Drop files here, or choose them')}
              hint=${quota ? msg(str`Up to ${sizeText(format, quota.limit)} each`) : ''}
              @files=${(event: CustomEvent<File[]>) => this.#queue.add(event.detail, { subject: this.subject })}
            ></x-file-drop>
            <input class="next" type="file" hidden @change=${this.#chosen} />`
        : ''
    }
    ${uploadRows(this.#queue, this.session)} ${this.#bar()}
    ${listStates(
      this.#list,
      (items) =>
        html`<ul
          class="entries ${this.tiles ? 'tiles' : ''}"
          aria-label=${this.bin ? msg('Deleted files') : msg('Files')}
        >
          ${items.map((file) => this.#entry(file))}
        </ul>`,
      () => this.#none(),
    )}
    ${this.#dialog()}`;
  }

  #entry(file: WorkspaceFile): unknown {
    return html`<li>
      <x-file-entry
        .session=${this.session}
        .file=${file}
        ?grid=${this.tiles}
        @act=${(event: CustomEvent<FileAct>) => this.#act(file, event.detail)}
        @rename=${(event: CustomEvent<string>) =>
          void this.attempt(() => this.session.client.files.rename({ id: file.id, name: event.detail }))}
      ></x-file-entry>
    </li>`;
  }

  #bar(): unknown {
    const deletes = this.session.can('file.delete');
    const some = this.#list.items.length > 0 || this.search !== '';
    if (!some && !deletes) return '';
    return html`<div class="bar">
      ${
        some
          ? html`<x-search
                class="search"
                label=${msg('Search files')}
                value=${this.search}
                @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
              ></x-search>
              <x-button
                variant="quiet"
                icon=${this.tiles ? 'bullets' : 'columns'}
                @click=${() => (this.tiles = !this.tiles)}
                >${this.tiles ? msg('As a list') : msg('As pictures')}</x-button
              >`
          : ''
      }
      ${
        deletes
          ? html`<x-button variant="quiet" icon=${this.bin ? 'back' : 'trash'} @click=${() => (this.bin = !this.bin)}
              >${this.bin ? msg('Back to the files') : msg('Deleted files')}</x-button
            >`
          : ''
      }
    </div>`;
  }

  #none() {
    if (this.search)
      return html`<x-empty
        drawing="search"
        heading=${msg('No file matches')}
        text=${msg('Try other words.')}
      ></x-empty>`;
    return this.bin
      ? html`<x-empty
          drawing="search"
          heading=${msg('Nothing was deleted')}
          text=${msg('Deleted files stay here for thirty days.')}
        ></x-empty>`
      : html`<x-empty
          drawing="mail"
          heading=${msg('No files yet')}
          text=${msg('Keep offers, contracts and pictures where everybody looks for them.')}
        ></x-empty>`;
  }

  #dialog(): unknown {
    if (!this.opened) return '';
    const { file, as } = this.opened;
    const close = () => (this.opened = null);
    if (as === 'links')
      return html`<x-file-links .session=${this.session} .file=${file} @close=${close}></x-file-links>`;
    return as === 'open'
      ? html`<x-file-preview .session=${this.session} .file=${file} @close=${close}></x-file-preview>`
      : html`<x-file-versions .session=${this.session} .file=${file} @close=${close}></x-file-versions>`;
  }
}
