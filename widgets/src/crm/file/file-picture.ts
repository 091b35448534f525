import type { WorkspaceFile } from '@tabard/contract/crm/file';
import { endingOf } from '@tabard/contract/crm/file-words';
import { css, type PropertyValues } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { kitStyles } from '../../kit/kit.styles.ts';

/** Draws a picture into a canvas, no larger than it is given: pages that forbid pictures of other origins show it, too. */
export async function drawPicture(canvas: HTMLCanvasElement, blob: Blob, most: number): Promise<void> {
  const picture = await createImageBitmap(blob);
  const scale = Math.min(1, most / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
}

/** A small picture of a file, fetched when it comes into sight; the ending of its name where there is none. */
export class FilePicture extends PrefixedElement {
  static override tag = 'file-picture';
  static override styles = [
    kitStyles,
    css`
      :host {
        position: relative;
        display: grid;
        place-items: center;
        inline-size: 40px;
        block-size: 40px;
        flex: none;
        overflow: hidden;
        border-radius: var(--_radius-control);
        background: var(--_sunken);
        color: var(--_text-muted);
        border: 1px solid var(--_border);
      }
      :host([large]) {
        inline-size: 100%;
        block-size: auto;
        aspect-ratio: 4 / 3;
      }
      span {
        font-size: 11px;
        font-weight: var(--_font-weight-medium);
        letter-spacing: 0.02em;
        text-transform: uppercase;
      }
      :host([large]) span {
        font-size: var(--_font-size-lg, 18px);
      }
      canvas {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      canvas[hidden] {
        display: none;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) file!: WorkspaceFile;
  @property({ type: Boolean, reflect: true }) large = false;
  @state() private drawn = false;
  @query('canvas') private canvas!: HTMLCanvasElement | null;
  #asked = '';
  readonly #sight = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#load();
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight.disconnect();
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('file')) return;
    this.#sight.disconnect();
    if (this.file.hasThumbnail && this.file.archivedAt === null && this.#name !== this.#asked)
      this.#sight.observe(this);
  }

  get #name(): string {
    return `${this.file.id} ${this.file.version}`;
  }

  async #load(): Promise<void> {
    this.#sight.disconnect();
    const name = (this.#asked = this.#name);
    try {
      const answer = await this.session.client.fetch(`/files/${this.file.id}/thumbnail?version=${this.file.version}`);
      const blob = await answer.blob();
      if (name !== this.#name || !this.canvas) return;
      await drawPicture(this.canvas, blob, 480);
      this.drawn = true;
    } catch {
      // The ending says what it is.
      this.drawn = false;
    }
  }

  override render(): unknown {
    return html`<span aria-hidden="true" lang="zxx">${endingOf(this.file.name).slice(0, 4) || '–'}</span
      ><canvas aria-hidden="true" ?hidden=${!this.drawn}></canvas>`;
  }
}
