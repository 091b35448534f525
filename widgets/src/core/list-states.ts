import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { textOf } from '../base/failure-text.ts';
import { html } from '../base/html.ts';
import type { ListQuery } from './list-query.ts';

/**
 * A list that stands within something else, in its states; `rows` draws what is there, `none` says that nothing is. Uses banner, button
 * and skeleton.
 */
export function listStates<T extends { id: string }>(
  list: ListQuery<T>,
  rows: (items: readonly T[]) => TemplateResult,
  none: () => TemplateResult | '',
): unknown {
  if (list.failure && !list.value)
    return html`<x-banner tone="danger"
      >${textOf(list.failure)}
      <x-button slot="actions" size="small" @click=${() => void list.reload()}>${msg('Try again')}</x-button></x-banner
    >`;
  if (!list.value) return html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`;
  if (list.items.length === 0) return none();
  return html`${rows(list.items)}
  ${
    list.hasMore
      ? html`<div>
          <x-button size="small" ?busy=${list.loadingMore} @click=${() => void list.more()}
            >${msg('Show more')}</x-button
          >
        </div>`
      : ''
  }`;
}
