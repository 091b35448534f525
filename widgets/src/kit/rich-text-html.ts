import { DOMParser, DOMSerializer, type Node as RichNode } from 'prosemirror-model';
import { disarmHtml } from './disarm-html.ts';
import { purifier } from './purifier.ts';
import { RICH_TAGS } from './rich-text-fits.ts';
import { richTextSchema } from './rich-text-schema.ts';

/** Anybody's HTML as nodes without a script, a style or anything else the field has no place for. */
export function cleanHtml(html: string): DocumentFragment {
  // Some editors wrap everything they copy into a `b` that is not bold.
  const harmless = disarmHtml(html).replace(/<b\b[^>]*font-weight:\s*normal[^>]*>/gi, '<span>');
  const clean = purifier().sanitize(harmless, {
    ALLOWED_TAGS: [...RICH_TAGS, 'div', 'span', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'table', 'tr', 'td'],
    ALLOWED_ATTR: ['href'],
    RETURN_DOM_FRAGMENT: true,
  });
  // An empty paragraph is kept open by a break that is no text.
  for (const line of clean.querySelectorAll('p > br')) if (line.parentNode?.childNodes.length === 1) line.remove();
  return clean;
}

/** HTML as a document of the field. */
export function parseRichText(html: string): RichNode {
  return DOMParser.fromSchema(richTextSchema).parse(cleanHtml(html));
}

/** A document as HTML fit for a mail; empty text is `''`. */
export function serializeRichText(doc: RichNode): string {
  if (doc.textContent.trim() === '') return '';
  const box = document.createElement('div');
  box.append(DOMSerializer.fromSchema(richTextSchema).serializeFragment(doc.content));
  for (const item of box.querySelectorAll('li')) {
    const only = item.childNodes.length === 1 ? item.querySelector(':scope > p') : null;
    only?.replaceWith(...only.childNodes);
  }
  for (const line of box.querySelectorAll('p:empty')) line.append(document.createElement('br'));
  // Inside a merge field or a condition, signs are code and not text. One that is not closed takes nothing of what follows it.
  return box.innerHTML.replace(/\{\{(?:(?!\{\{)[^<])*?\}\}|\{%(?:(?!\{%)[^<])*?%\}/g, (field) =>
    field
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&')
      .replaceAll('&quot;', '"')
      .replaceAll('&nbsp;', ' '),
  );
}
