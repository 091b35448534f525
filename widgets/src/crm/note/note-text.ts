import { splitMentions } from '@tabard/contract/crm/mentions';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { msg } from '@lit/localize';

/** Addresses in a text; what ends a sentence is not part of one. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]])/gi;

/** Plain text with its line breaks, and links where it says an address. */
export const plainText = (text: string): unknown[] =>
  text
    .split(address)
    .map((part, at) =>
      at % 2 === 0 ? part : html`<a href=${part} target="_blank" rel="noopener noreferrer nofollow">${part}</a>`,
    );

/** A note's text: links, and who is named in it. */
export function noteText(
  text: string,
  mentions: readonly { id: string; name: string | null }[],
): readonly (TemplateResult | unknown[])[] {
  const names = new Map(mentions.map(({ id, name }) => [id, name]));
  return splitMentions(text).map((part) =>
    part.id
      ? html`<span class="mention">@${names.get(part.id) ?? msg('somebody who left')}</span>`
      : plainText(part.text),
  );
}
