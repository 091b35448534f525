import { msg } from '@lit/localize';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';

interface Bar {
  search: string;
  shown: 'board' | 'list';
  find: (words: string) => void;
  show: (view: 'board' | 'list') => void;
  /** Makes one; null where nobody may. */
  add: (() => void) | null;
}

const addButton = (add: Bar['add']): TemplateResult | '' =>
  add ? html`<x-button variant="primary" icon="plus" @click=${add}>${msg('New deal')}</x-button>` : '';

/** What stands above the deals: what finds them, how they are shown, and what makes one. */
export function dealBar({ search, shown, find, show, add }: Bar): TemplateResult {
  const views = [
    { id: 'board', label: msg('Board') },
    { id: 'list', label: msg('List') },
  ];
  return html`<div class="bar">
    <h1>${msg('Deals')}</h1>
    <div class="row push">
      <x-search
        class="grow"
        label=${msg('Search deals')}
        value=${search}
        @search=${(event: CustomEvent<string>) => find(event.detail)}
      ></x-search>
      <x-tabs
        class="ways"
        label=${msg('View')}
        .tabs=${views}
        selected=${shown}
        @choose=${(event: CustomEvent<'board' | 'list'>) => show(event.detail)}
      ></x-tabs>
      ${addButton(add)}
    </div>
  </div>`;
}

/** Where there is no deal, or none that fits. */
export function noDeals({ clear, add }: { clear: (() => void) | null; add: Bar['add'] }): TemplateResult {
  if (clear)
    return html`<x-empty
      drawing="search"
      heading=${msg('No deal matches')}
      text=${msg('Try other words or conditions.')}
    >
      <x-button @click=${clear}>${msg('Clear filters')}</x-button>
    </x-empty>`;
  return html`<x-empty
    drawing="chart"
    heading=${msg('No deals yet')}
    text=${msg('A deal is what somebody may buy: what it is worth, and how far it has come.')}
  >
    ${addButton(add)}
  </x-empty>`;
}
