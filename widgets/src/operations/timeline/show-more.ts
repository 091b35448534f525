import { msg } from '@lit/localize';
import type { TimelineEntry } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { textOf } from '../../base/failure-text.ts';
import { html } from '../../base/html.ts';
import type { ListQuery } from '../../core/list-query.ts';
// The end of a history that goes on, fetched with its first page: most histories fit on one.
export { Button } from '../../kit/button.ts';

export interface More {
  list: ListQuery<TimelineEntry>;
  /** Why there was not more the last time. */
  problem: string;
  /** Asks for the next page. */
  show: () => Promise<void>;
}

export function moreView({ list, problem, show }: More): TemplateResult {
  return html`<div class="more">
    <x-button size="small" ?busy=${list.loadingMore} @click=${show}
      >${problem ? msg('Try again') : msg('Show more')}</x-button
    >
    ${problem ? html`<span class="small muted" role="alert">${problem}</span>` : ''}
  </div>`;
}

/** Asks for the next page. Says why there is none, and which entry is the first that came. */
export async function askForMore(list: More['list']): Promise<{ problem: string; first?: string }> {
  const known = list.items.length;
  await list.more();
  const { moreFailure } = list;
  return { problem: moreFailure ? textOf(moreFailure) : '', first: list.items[known]?.id };
}
