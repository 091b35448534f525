import { msg } from '@lit/localize';
import type { MarkedText, SearchHit } from '@tabard/contract/operations/search';
import { nothing, type TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import { fieldWord, isNearWord, nounIcon, nounWords } from './hit-words.ts';

/** A text in which what was found is marked. Places that the text does not have are passed over. */
function marked({ text, marks }: MarkedText): unknown[] {
  const parts: unknown[] = [];
  let from = 0;
  for (const [at, length] of marks) {
    if (at < from || at + length > text.length) continue;
    parts.push(text.slice(from, at), html`<mark>${text.slice(at, at + length)}</mark>`);
    from = at + length;
  }
  parts.push(text.slice(from));
  return parts;
}

const fragment = ({ field, ...text }: SearchHit['fragments'][number]): TemplateResult => {
  const name = fieldWord(field);
  return html`<span class="piece"
    >${name ? html`<span class="of">${name}</span>` : ''}<bdi>${marked(text)}</bdi></span
  >`;
};

/** One hit as a line that leads to its record. */
export function hitRow(hit: SearchHit, href: string | null, open: (event: Event) => void): TemplateResult {
  const { noun, title, hint, fragments, archivedAt, match } = hit;
  const inside = html`<span class="kind">${nounIcon(noun)}</span>
    <span class="said">
      <span class="first">
        <bdi class="title">${title.text === '' ? nounWords()[noun] : marked(title)}</bdi>
        ${hint ? html`<bdi class="hint">${marked(hint)}</bdi>` : ''}
      </span>
      ${fragments.length > 0 ? html`<span class="pieces">${fragments.map(fragment)}</span>` : ''}
    </span>
    <span class="facts">
      ${match === 'typo' ? html`<span class="badge">${isNearWord()}</span>` : ''}
      ${archivedAt ? html`<span class="badge warning">${msg('Archived')}</span>` : ''}
      <span class="noun">${nounWords()[noun]}</span>
    </span>`;
  return html`<li>
    ${
      href === null
        ? html`<button class="hit" part="hit" type="button" @click=${open}>${inside}</button>`
        : html`<a class="hit" part="hit" href=${href} @click=${open}>${inside}</a>`
    }
  </li>`;
}

/** A line of what was searched for before, or is kept. */
export interface SearchLine {
  label: string;
  hint?: string;
  choose: () => void;
  remove?: { label: string; act: () => void };
}

/** A list of searches under a heading. */
export const searchLines = (heading: string, lines: readonly SearchLine[], more: unknown = nothing): TemplateResult =>
  html`<section>
    <div class="top">
      <h2>${heading}</h2>
      ${more}
    </div>
    <ul class="lines">
      ${lines.map(
        ({ label, hint, choose, remove }) =>
          html`<li>
            <button class="line" type="button" @click=${choose}>
              <bdi class="title">${label}</bdi>${hint ? html`<span class="hint">${hint}</span>` : ''}
            </button>
            ${
              remove
                ? html`<x-button
                    variant="quiet"
                    size="small"
                    icon="close"
                    label=${remove.label}
                    @click=${remove.act}
                  ></x-button>`
                : ''
            }
          </li>`,
      )}
    </ul>
  </section>`;
