import { msg, str } from '@lit/localize';
import { css } from 'lit';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import type { Session } from '../../core/session.ts';
import { isHopeless, type Upload, type UploadQueue } from './upload-queue.ts';
import { sizeText } from './file-words.ts';

/** What files on their way look like. */
export const uploadRowStyles = css`
  .upload {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px var(--_space-3);
    align-items: center;
    padding-block: var(--_space-2);
    border-block-end: 1px solid var(--_border);
  }
  .upload .of {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px var(--_space-3);
    overflow-wrap: anywhere;
  }
  .upload .progress {
    grid-column: 1;
  }
  .upload .ends {
    display: flex;
    gap: var(--_space-2);
  }
  .upload .wrong {
    color: var(--_danger-text);
  }
`;

/** Files on their way, each with how far it is and what can be done about it. Uses button and progress. */
export function uploadRows(queue: UploadQueue, { format }: Session): unknown {
  if (queue.items.length === 0) return '';
  return html`<ul aria-label=${msg('Uploads')}>
    ${queue.items.map((item) => row(item))}
  </ul>`;

  function row(item: Upload): unknown {
    const { name, size } = item.file;
    const failed = item.state === 'failed' && item.failure;
    return html`<li class="upload">
      <span class="of"
        ><span dir="auto" lang="">${name}</span
        ><span class="caption">${item.state === 'waiting' ? msg('Waiting') : sizeText(format, size)}</span></span
      >
      <span class="ends">
        ${
          failed && !isHopeless(item)
            ? html`<x-button
                size="small"
                icon="refresh"
                label=${msg(str`Try ${name} again`)}
                @click=${() => queue.again(item)}
              ></x-button>`
            : ''
        }
        <x-button
          size="small"
          variant="quiet"
          icon="close"
          label=${msg(str`Cancel the upload of ${name}`)}
          @click=${() => queue.cancel(item)}
        ></x-button>
      </span>
      ${
        failed
          ? html`<span class="caption wrong" role="alert">${textOf(failed)}</span>`
          : html`<x-progress
              class="progress"
              label=${msg(str`Upload of ${name}`)}
              value=${item.sent === size && item.state === 'sending' ? -1 : size ? item.sent / size : 0}
            ></x-progress>`
      }
    </li>`;
  }
}
