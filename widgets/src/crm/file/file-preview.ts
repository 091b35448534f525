import { msg } from '@lit/localize';
import type { WorkspaceFile } from '@tabard/contract/crm/file';
import { css, type PropertyValues } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { kitStyles } from '../../kit/kit.styles.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { downloadFile, fetchFile } from './download-file.ts';
import { drawPicture } from './file-picture.ts';
import { kindWords, sizeText } from './file-words.ts';

/** Longer texts and larger documents are downloaded. */
const mostText = 512_000;
const mostDocument = 50_000_000;

/** Whether the content of a file is shown on the page. */
const isShown = ({ kind, mediaType, size, scan }: WorkspaceFile): boolean => {
  if (scan === 'waiting' || scan === 'infected' || size > mostDocument) return false;
  if (kind === 'image') return /^image\/(?:jpeg|png|webp|gif|avif)$/.test(mediaType);
  if (kind === 'pdf') return navigator.pdfViewerEnabled;
  return size <= mostText && (kind === 'text' || /^text\/(?:csv|tab-separated-values)$/.test(mediaType));
};

/**
 * A file as it is: an image, a PDF in the browser's own viewer, a plain text; of everything else what it is.
 *
 * @event close - It was closed.
 */
export class FilePreview extends PrefixedElement {
  static override tag = 'file-preview';
  static override uses = [Banner, Button, Dialog, Skeleton];
  static override styles = [
    kitStyles,
    css`
      .what {
        display: grid;
        min-block-size: 200px;
        place-items: center;
      }
      canvas {
        max-inline-size: 100%;
        max-block-size: 70dvh;
        border-radius: var(--_radius-control);
      }
      canvas[hidden] {
        display: none;
      }
      iframe {
        inline-size: 100%;
        block-size: 70dvh;
        border: 1px solid var(--_border);
        border-radius: var(--_radius-control);
      }
      pre {
        inline-size: 100%;
        max-block-size: 70dvh;
        margin: 0;
        padding: var(--_space-4);
        overflow: auto;
        box-sizing: border-box;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        background: var(--_sunken);
        border-radius: var(--_radius-control);
        font-size: var(--_font-size-sm);
        line-height: var(--_line-height-text);
      }
      pre:focus-visible {
        outline: 2px solid var(--_focus);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) file!: WorkspaceFile;
  @state() private text: string | null = null;
  @state() private href = '';
  @state() private drawn = false;
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  @query('canvas') private canvas!: HTMLCanvasElement | null;

  protected override updated(changed: PropertyValues): void {
    if (changed.has('file') && isShown(this.file)) void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.href) URL.revokeObjectURL(this.href);
  }

  async #load(): Promise<void> {
    const { file } = this;
    this.failure = null;
    try {
      const bytes = await fetchFile(this.session, file);
      if (!this.isConnected) return;
      if (file.kind === 'image' && this.canvas) {
        await drawPicture(this.canvas, bytes, 2_400);
        this.drawn = true;
        // The type is said here, so that nothing but a PDF is ever opened.
      } else if (file.kind === 'pdf') this.href = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
      else this.text = await bytes.text();
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  readonly #download = async (): Promise<void> => {
    this.busy = true;
    try {
      await downloadFile(this.session, this.file);
    } catch (error) {
      this.failure = toFailure(error);
    }
    this.busy = false;
  };

  override render(): unknown {
    const { file, failure } = this;
    return html`<x-dialog wide open heading=${file.name} @close=${() => this.tell('close')}>
      ${failure ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''}
      <div class="what">${this.#content()}</div>
      <x-button slot="footer" @click=${() => this.tell('close')}>${msg('Close')}</x-button>
      <x-button
        slot="footer"
        variant="primary"
        icon="download"
        ?busy=${this.busy}
        ?disabled=${file.scan === 'waiting' || file.scan === 'infected'}
        @click=${() => void this.#download()}
        >${msg('Download')}</x-button
      >
    </x-dialog>`;
  }

  #content(): unknown {
    const { file, session } = this;
    if (!isShown(file))
      return html`<p class="caption">${kindWords()[file.kind]} · ${sizeText(session.format, file.size)}</p>`;
    if (this.text !== null) return html`<pre tabindex="0" dir="auto" lang="">${this.text}</pre>`;
    if (this.href) return html`<iframe title=${file.name} src=${this.href}></iframe>`;
    const waits = this.failure ? '' : html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`;
    if (file.kind !== 'image') return waits;
    return html`${this.drawn ? '' : waits}<canvas role="img" aria-label=${file.name} ?hidden=${!this.drawn}></canvas>`;
  }
}
