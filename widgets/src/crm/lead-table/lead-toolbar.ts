import { msg } from '@lit/localize';
import type { LeadFilter } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { html } from '../../base/html.ts';
import type { FilterGroup } from '../../kit/filter-group.ts';
import { conditionsOf, filterOf, leadFilterFields } from './lead-filter.ts';
import type { LeadView } from './lead-views.ts';

interface ToolbarOptions {
  views: readonly LeadView[];
  view: LeadView | undefined;
  /** What is filtered by besides the view. */
  filter: LeadFilter;
  /** What the list is called that is filtered by. */
  listName: string;
  showView: (id: string) => void;
  setFilter: (filter: LeadFilter) => void;
  /** Opens what asks for more than the bar does. */
  askMore: () => void;
  /** What it was asked for, as chips. */
  conditions: TemplateResult | '';
  /** Keeps what is shown as a view; null where nobody can. */
  save: (() => void) | null;
  /** What arranges the table. */
  menu: TemplateResult | '';
}

interface BarOptions {
  /** How many leads are shown, in words. */
  count: string;
  /** Brings in leads from a file; null where nobody can. */
  bringIn: (() => void) | null;
  add: (() => void) | null;
}

/** What the page is, how many leads there are, and how more come in. */
export const leadBar = ({ count, bringIn, add }: BarOptions): TemplateResult =>
  html`<div class="bar">
    <h1>${msg('Leads')} <span class="count">${count}</span></h1>
    <div class="row push">
      ${bringIn ? html`<x-button icon="upload" @click=${bringIn}>${msg('Import')}</x-button>` : ''}
      ${add ? html`<x-button variant="primary" icon="plus" @click=${add}>${msg('Add lead')}</x-button>` : ''}
    </div>
  </div>`;

/** What is shown of the leads and how: views as tabs, filters as chips, a search, and the columns. */
export function leadToolbar(options: ToolbarOptions): TemplateResult {
  const { view, save } = options;
  const { search, ...rest } = options.filter;
  const searchFor = (words: string): void => options.setFilter({ ...rest, ...(words && { search: words }) });
  return html`<div class="filters" part="filters">
    <x-tabs
      label=${msg('Views')}
      .tabs=${options.views.map(({ id, label }) => ({ id, label }))}
      selected=${view?.id ?? ''}
      @choose=${(event: CustomEvent<string>) => options.showView(event.detail)}
    ></x-tabs>
    <x-filter-bar
      class="chips"
      .fields=${leadFilterFields(rest, view?.filter ?? {}, options.listName)}
      .group=${conditionsOf(rest)}
      more=${msg('More conditions…')}
      @more=${options.askMore}
      @filter=${(event: CustomEvent<FilterGroup>) => options.setFilter(filterOf(event.detail, search))}
    ></x-filter-bar>
    ${options.conditions}
    ${save ? html`<x-button size="small" variant="quiet" @click=${save}>${msg('Save as view')}</x-button>` : ''}
    <x-search
      class="push"
      label=${msg('Search leads')}
      value=${search ?? ''}
      @search=${(event: CustomEvent<string>) => searchFor(event.detail)}
    ></x-search>
    ${options.menu}
  </div>`;
}
