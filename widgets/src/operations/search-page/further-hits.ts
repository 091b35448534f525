import { msg, str } from '@lit/localize';
import type { SearchHit } from '@tabard/contract/operations/search';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { ListQuery } from '../../core/list-query.ts';

/** What stands below the hits: the way to further ones, or that these are the best of all there are. */
export function furtherHits(hits: ListQuery<SearchHit>, total: number): TemplateResult | '' {
  const more = (): void => void hits.more();
  if (hits.moreFailure)
    return html`<div class="more">
      <span role="alert">${msg('Further results could not be loaded.')}</span>
      <x-button size="small" @click=${more}>${msg('Try again')}</x-button>
    </div>`;
  if (hits.hasMore)
    return html`<div class="more">
      <x-button size="small" ?busy=${hits.loadingMore} @click=${more}>${msg('Show more')}</x-button>
    </div>`;
  return hits.items.length < total
    ? html`<p class="more caption">${msg('These are the best of them. Further words find others.')}</p>`
    : '';
}

/** That nothing was found, of what is shown or at all, and what to do. */
export function nothingFound(text: string, elsewhere: boolean, act: () => void): TemplateResult {
  return html`<x-empty
    drawing="search"
    heading=${msg(str`Nothing found for “${text}”`)}
    text=${elsewhere ? msg('There are results of other kinds.') : msg('Try fewer words, or only the beginning of one.')}
  >
    <x-button @click=${act}>${elsewhere ? msg('Show all results') : msg('Clear the search')}</x-button>
  </x-empty>`;
}
