import { msg } from '@lit/localize';
import type { Template } from '@tabard/contract';
import { css } from 'lit';
import { property } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { disarmHtml } from '../../kit/disarm-html.ts';
import { purifier } from '../../kit/purifier.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { toHtml } from '../campaign-editor/campaign-draft.ts';
import {
  mergeParts,
  mergeText,
  mergeTextStyles,
  unknownWords,
  type KnownFields,
  type MergePart,
} from '../merge-text.ts';

function span(words: string, looks: string): HTMLElement {
  const made = document.createElement('span');
  [made.textContent, made.className] = [words, looks];
  return made;
}
function chipOf({ words, looks, hint, unknown }: MergePart): HTMLElement {
  const chip = span(words, looks);
  chip.title = hint;
  if (unknown) chip.append(span(unknownWords(), 'visually-hidden'));
  return chip;
}

/** The text of a template with its merge fields by their names: nothing in it runs, loads or leads away. */
function bodyOf(source: string, fields: KnownFields): DocumentFragment {
  const body = purifier().sanitize(disarmHtml(toHtml(source)), {
    FORBID_TAGS: ['form', 'input', 'button', 'style', 'link', 'iframe', 'video', 'audio', 'img', 'svg'],
    ALLOWED_ATTR: ['dir', 'lang', 'colspan', 'rowspan'],
    RETURN_DOM_FRAGMENT: true,
  });
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text); // nothing else is shown to it
  for (const text of texts) {
    if (!/\{\{|\{%/.test(text.data)) continue;
    text.replaceWith(...mergeParts(text.data, fields).map((part) => (typeof part === 'string' ? part : chipOf(part))));
  }
  return body;
}

/** A template as its mails will look, with names where values go. */
export class TemplateLook extends PrefixedElement {
  static override tag = 'template-look';
  static override styles = [
    widgetStyles,
    mergeTextStyles,
    css`
      :host {
        display: block;
      }
      .mail {
        border: 1px solid var(--_border);
        border-radius: var(--_radius-card);
        background: var(--_surface);
        overflow: hidden;
      }
      header {
        padding: 14px 20px;
        border-block-end: 1px solid var(--_border);
      }
      h2 {
        font-size: var(--_font-size-m);
        line-height: 1.5;
        overflow-wrap: anywhere;
        unicode-bidi: plaintext;
      }
      .text {
        padding: 18px 20px;
        max-block-size: 520px;
        overflow: auto;
        line-height: 1.55;
        overflow-wrap: anywhere;
      }
      .text :is(p, li, td) {
        unicode-bidi: plaintext;
      }
      .text :is(p, ul, ol, table, blockquote) + * {
        margin-block-start: 0.8em;
      }
      .text ul {
        list-style: disc;
        padding-inline-start: 1.6em;
      }
      .text ol {
        list-style: decimal;
        padding-inline-start: 1.6em;
      }
      .text a {
        color: var(--_accent-text);
        text-decoration: underline;
      }
      footer {
        padding: 12px 20px 16px;
        border-block-start: 1px solid var(--_border);
      }
    `,
  ];
  @property({ attribute: false }) template!: Template;
  /** The fields that a text may use. */
  @property({ attribute: false }) fields: KnownFields = null;

  override render(): unknown {
    const { template, fields } = this;
    return html`<article class="mail" aria-label=${msg('Preview of the mail')}>
      <header>
        <div class="caption">${template.name}</div>
        <h2>${mergeText(template.subject, fields)}</h2>
      </header>
      <div class="text" tabindex="0" role="group" aria-label=${msg('Text')}>${bodyOf(template.body, fields)}</div>
      <footer class="caption">
        ${msg('The mailbox’s signature, the sender’s address and the unsubscribe link follow here.')}
      </footer>
    </article>`;
  }
}
