import { msg, str } from '@lit/localize';
import type { Message } from '@tabard/contract';
import type { Format } from '../../core/format.ts';
import { html } from '../../base/html.ts';
import { icon } from '../../kit/draw-icon.ts';

export interface MessageCard {
  message: Message;
  format: Format;
  /** Whom the thread is with; empty when that is nobody known. */
  counterpart: string;
  /** Whether the pictures of the mail are shown that lie elsewhere. */
  images: boolean;
  onImages: () => void;
  onDownload: () => void;
}

/** One mail of a thread. Addresses stand beside names: a name is anybody's. */
export function messageCard({ message: one, format, counterpart, images, onImages, onDownload }: MessageCard): unknown {
  const name = one.from.name || one.from.address || msg('Unknown sender');
  return html`<article class="message ${one.direction} ${one.html && 'whole'}">
    <header>
      <span class="from">
        <span class="strong cut">${name}</span>
        ${one.from.name && one.from.address ? html`<span class="caption cut" dir="ltr">${one.from.address}</span>` : ''}
      </span>
      <span class="caption when" title=${format.dateTime(one.sentAt)}
        >${one.state === 'sending' ? msg('Sending') : format.relative(one.sentAt)}</span
      >
    </header>
    ${isElsewhere(one, counterpart) ? html`<div class="caption elsewhere">${icon('warning')}${msg('From another address than the one you wrote to')}</div>` : ''}
    ${addresses(one)} ${body(one, name, images)}
    ${
      one.blockedImages > 0 && !images
        ? html`<x-button size="small" variant="quiet" icon="eye" @click=${onImages}
            >${msg('Show blocked images')}</x-button
          >`
        : ''
    }
    ${
      one.quoted && !one.html
        ? html`<details>
            <summary>${msg('Earlier text')}</summary>
            <div class="text">${one.quoted}</div>
          </details>`
        : ''
    }
    ${
      one.footer &&
      html`<details>
        <summary>
          <span class="show">${msg('Show footer')}</span><span class="hide">${msg('Hide footer')}</span>
        </summary>
        <x-mail-frame .html=${one.footer} label=${msg(str`Mail from ${name}`)}></x-mail-frame>
      </details>`
    }
    ${one.attachments.length > 0 ? html`<div class="files">${one.attachments.map((file) => html`<span class="file">${icon('file')}${file.name}<span class="muted num">${format.size(file.size)}</span></span>`)}</div>` : ''}
    ${source(one, onDownload)} ${one.problem ? html`<div class="problem" role="alert">${one.problem}</div>` : ''}
  </article>`;
}

/** Whether a person wrote from an address that the thread is not with: the name alone says nothing. */
function isElsewhere({ direction, class: kind, from }: Message, counterpart: string): boolean {
  const isLetter = kind === 'human' || kind === 'unsubscribe' || kind === 'unreadable';
  if (direction === 'out' || !isLetter || from.address === '' || counterpart === '') return false;
  return from.address.toLowerCase() !== counterpart.toLowerCase();
}

/** Whom our mail went to, and where theirs asks for answers. */
function addresses(one: Message): unknown {
  const line = (text: string): unknown => html`<div class="caption cut addresses">${text}</div>`;
  const list = (people: Message['to']): string => people.map(({ address }) => address).join(', ');
  if (one.direction === 'out') return one.to.length > 0 ? line(msg(str`Sent to ${list(one.to)}`)) : '';
  const elsewhere = one.replyTo.filter(({ address }) => address.toLowerCase() !== one.from.address.toLowerCase());
  return elsewhere.length > 0 ? line(msg(str`Asks for replies to ${list(elsewhere)}`)) : '';
}

function body(one: Message, name: string, images: boolean): unknown {
  if (one.class === 'unreadable')
    return html`<p class="muted">
      ${msg('This mail could not be read. Download it to look at it in a mail program.')}
    </p>`;
  return one.html
    ? html`<x-mail-frame .html=${one.html} ?images=${images} label=${msg(str`Mail from ${name}`)}></x-mail-frame>`
    : html`<div class="text" dir="auto">${one.text}</div>`;
}

function source(one: Message, onDownload: () => void): unknown {
  const isShort = one.source === 'beginning';
  if (one.source === 'none' || (one.class !== 'unreadable' && !isShort)) return '';
  return html`<div class="row">
    ${isShort ? html`<span class="caption">${msg('This mail is too large; only its beginning was read.')}</span>` : ''}
    <x-button size="small" icon="download" @click=${onDownload}>${msg('Download the mail')}</x-button>
  </div>`;
}
