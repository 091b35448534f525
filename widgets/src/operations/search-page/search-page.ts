import { msg } from '@lit/localize';
import type { SearchCounts, SearchHit } from '@tabard/contract/operations/search';
import type { RecentSearch, SavedSearch, SearchMiss } from '@tabard/contract/operations/search-memory';
import { searchNouns, type SearchNoun } from '@tabard/contract/operations/search-nouns';
import { type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { hrefOf } from '../../core/href-of.ts';
import { ListQuery } from '../../core/list-query.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { ViewQuery } from '../../core/view-query.ts';
import { Widget } from '../../core/widget.ts';
import { widgetParts } from '../../core/widget-parts.ts';
import { SearchField } from '../../kit/search-field.ts';
import { Tabs } from '../../kit/tabs.ts';
import { furtherHits, nothingFound } from './further-hits.ts';
import { hitRow } from './hit-row.ts';
import { hitsWords, placeOf } from './hit-words.ts';
import { nounTabs } from './noun-tabs.ts';
import type { SearchToSave } from './save-search.ts';
import { searchPageStyles } from './search-page.styles.ts';
import { searchStart } from './search-start.ts';

/** Hits asked for at once, and how long a text that finds nothing stands before that is noted, ms. */
const [PAGE, REST, LONGEST] = [20, 2_000, 200];
const WRITING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/**
 * Finds leads, companies, deals, conversations, campaigns, templates, notes and tasks by their words, and shows where they say them. Before
 * anything is searched for it offers what was searched for lately and what is kept.
 *
 * Keys: `/` goes to the field; Down and Up move through the hits, Home and End to the first and the last, Enter opens one.
 *
 * @summary The search over a whole workspace.
 * @event {CustomEvent<{ path: string, href: string | null }>} navigate - It wants to go to another place, such as `/leads/{id}`.
 * @event {CustomEvent<{ noun: string, id: string }>} select-hit - Somebody opens a hit.
 * @csspart hit - One hit.
 * @csspart tabs - The nouns with their counts.
 */
export class SearchPage extends Widget {
  static override tag = 'search-page';
  static override widgetName = 'search-page' as const;
  static override permission = 'workspace.read' as const;
  static override uses = [...widgetParts, SearchField, Tabs];
  static override styles = [Widget.styles, searchPageStyles];
  protected override readonly skeleton = 'text';

  /** What is searched for. */
  @property() text = '';
  @state() private noun: SearchNoun | '' = '';
  @state() private saving = false;
  @state() private busy = false;
  @query('.field') private field!: SearchField | null;
  #noted = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @internal */
  readonly viewQuery = new ViewQuery(
    this,
    () => ({ q: this.text, in: this.noun }),
    ({ q = '', in: noun }) => {
      this.text = q.slice(0, LONGEST);
      this.noun = searchNouns.find((one) => one === noun) ?? '';
    },
  );

  readonly #hits = new ListQuery<SearchHit>(this, {
    key: () => (this.#asks ? ['search', 'hits', this.text, this.noun] : null),
    ask: ({ client }, { limit, cursor }) =>
      client.search.query({
        text: this.text,
        limit: Math.min(50, limit),
        ...(cursor && { cursor }),
        ...(this.noun && { nouns: [this.noun] }),
      }),
    limit: PAGE,
    onFailure: this.onFailure,
  });
  readonly #counts = new Query<SearchCounts>(this, {
    key: () => (this.#asks ? ['search', 'counts', this.text] : null),
    ask: ({ client }) => client.search.counts({ text: this.text }),
  });
  readonly #recent = new Query<{ items: RecentSearch[] }>(this, {
    key: () => (this.text ? null : ['search', 'recent']),
    ask: ({ client }) => client.search.recent({}),
    onFailure: this.onFailure,
  });
  readonly #saved = new Query<{ items: SavedSearch[] }>(this, {
    key: () => ['search', 'saved'],
    ask: ({ client }) => client.search.saved({}),
  });
  readonly #misses = new Query<{ items: SearchMiss[] }>(this, {
    key: () => (!this.text && this.session?.can('workspace.manage') ? ['search', 'misses'] : null),
    ask: ({ client }) => client.search.misses({}),
  });

  /** Whether there is a letter or a digit to look for. */
  get #asks(): boolean {
    return /[\p{L}\p{N}]/u.test(this.text);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onSlash);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onSlash);
    clearTimeout(this.#timer);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { value } = this.#hits;
    if (!value || value.items.length > 0 || this.noun || this.#noted === this.text) return;
    // What is still being typed finds nothing now and then.
    clearTimeout(this.#timer);
    const { text } = this;
    this.#timer = setTimeout(() => text === this.text && this.#remember(), REST);
  }

  readonly #onSlash = (event: KeyboardEvent): void => {
    const [at] = event.composedPath();
    const writes = at instanceof Element && at.matches(WRITING);
    if (event.key !== '/' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || writes) return;
    if (!this.field?.checkVisibility() || document.querySelector('dialog:modal')) return;
    event.preventDefault();
    this.field.focus();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const hits = [...this.renderRoot.querySelectorAll<HTMLElement>('.hit')];
    const at = hits.indexOf(this.shadowRoot?.activeElement as HTMLElement); // -1 where it is none of them
    const inField = event.composedPath().includes(this.field as EventTarget); // a query's own result
    if (event.key === 'Enter' && inField && this.text) this.#remember();
    if ((at < 0 && !inField) || hits.length === 0) return;
    const places: Record<string, number> = inField
      ? { ArrowDown: 0 }
      : { ArrowDown: Math.min(at + 1, hits.length - 1), ArrowUp: at - 1, Home: 0, End: hits.length - 1 };
    const place = Object.hasOwn(places, event.key) ? places[event.key] : undefined;
    if (place === undefined) return;
    event.preventDefault();
    if (place < 0) this.field?.focus();
    else hits[place]?.focus();
  };

  #search(text: string, noun: SearchNoun | null = null): void {
    [this.text, this.noun] = [text, noun ?? ''];
    this.field?.focus();
  }

  /** Notes a search once it was used; that is no reason to say that something failed. */
  #remember(): void {
    const { text, session } = this;
    const hits = this.#counts.value?.items.reduce((sum, { count }) => sum + count, 0);
    if (!session || hits === undefined || this.#noted === text) return;
    this.#noted = text;
    void session.client.search.remember({ text, hits: Math.min(hits, 10_000) }).then(
      () => session.cache.invalidate(['search', 'recent']),
      () => undefined,
    );
  }

  #open(event: Event, hit: SearchHit): void {
    const { metaKey, ctrlKey, shiftKey } = event as MouseEvent; // a click, by keys as well
    this.#remember();
    if (metaKey || ctrlKey || shiftKey) return;
    event.preventDefault();
    if (this.announce('select-hit', { noun: hit.noun, id: hit.id })) this.navigate(placeOf(hit));
  }

  async #forget(text?: string): Promise<void> {
    const { client, cache } = this.session!; // it is shown
    const undo = this.#recent.patch(({ items }) => ({
      items: text === undefined ? [] : items.filter((one) => one.text !== text),
    }));
    if (await this.attempt(() => client.search.forget(text === undefined ? {} : { text }), undo)) this.#noted = '';
    cache.invalidate(['search', 'recent']);
  }

  async #remove(saved: SavedSearch): Promise<void> {
    const { client, cache } = this.session!; // it is shown
    const undo = this.#saved.patch(({ items }) => ({ items: items.filter(({ id }) => id !== saved.id) }));
    await this.attempt(() => client.search.removeSaved({ id: saved.id }), undo);
    cache.invalidate(['search', 'saved']);
  }

  async #ask(): Promise<void> {
    const { SaveSearch } = await import('./save-search.ts');
    defineElement(this.tagPrefix, SaveSearch);
    this.saving = true;
  }

  async #save({ name, shared }: SearchToSave): Promise<void> {
    const { client, cache } = this.session!; // it is shown
    const { text, noun } = this;
    this.busy = true;
    const saved = await this.attempt(() => client.search.save({ name, text, shared, ...(noun && { noun }) }));
    this.busy = false;
    if (!saved) return;
    this.saving = false;
    cache.invalidate(['search', 'saved']);
    void this.toast(msg('Search saved'));
  }

  protected override view(session: Session): TemplateResult {
    const { text, noun } = this;
    const isSaved = this.#saved.value?.items.some((one) => one.text === text && (one.noun ?? '') === noun) ?? false;
    return html`<div class="bar" @keydown=${this.#onKey}>
        <h1>${msg('Search')}</h1>
        <x-search
          class="field"
          label=${msg('Search the workspace')}
          .value=${this.text}
          @search=${(event: CustomEvent<string>) => (this.text = event.detail.slice(0, LONGEST))}
        ></x-search>
        ${
          this.text
            ? html`<x-button ?disabled=${isSaved} @click=${() => void this.#ask()}
                >${isSaved ? msg('Saved') : msg('Save search')}</x-button
              >`
            : ''
        }
      </div>
      ${this.text ? this.#found() : this.#start()}
      ${
        this.saving
          ? html`<x-save-search
              open
              text=${this.text}
              ?may-share=${session.can('lead.write') || session.can('workspace.manage')}
              ?busy=${this.busy}
              @save=${(event: CustomEvent<SearchToSave>) => void this.#save(event.detail)}
              @close=${() => (this.saving = false)}
            ></x-save-search>`
          : ''
      }`;
  }

  #start(): unknown {
    return this.show(this.#recent, ({ items: recent }) =>
      searchStart({
        format: this.format,
        recent,
        saved: this.#saved.value?.items ?? [],
        misses: this.#misses.value?.items ?? [],
        search: (text, noun) => this.#search(text, noun),
        forget: (text) => void this.#forget(text),
        remove: (saved) => void this.#remove(saved),
      }),
    );
  }

  #found(): unknown {
    if (!this.#asks) return this.#none(null);
    const { value: known } = this.#counts;
    return [
      known && !known.isComplete
        ? html`<x-banner tone="info">${msg('The search is being prepared. Not everything is found yet.')}</x-banner>`
        : '',
      known ? this.#tabs(known) : '',
      this.show(this.#hits, ({ items }) => (items.length > 0 ? this.#list(items, known) : this.#none(known))),
    ];
  }

  #tabs({ items }: SearchCounts): TemplateResult | '' {
    const tabs = nounTabs(items, this.noun, this.format);
    if (tabs.length === 0) return '';
    return html`<x-tabs
      class="tabs"
      part="tabs"
      label=${msg('What is shown')}
      .tabs=${tabs}
      selected=${this.noun}
      @choose=${(event: CustomEvent<SearchNoun | ''>) => (this.noun = event.detail)}
    ></x-tabs>`;
  }

  #list(items: readonly SearchHit[], known: SearchCounts | null): TemplateResult {
    const mine = known?.items.filter(({ noun }) => !this.noun || noun === this.noun) ?? [];
    const total = mine.reduce((sum, { count }) => sum + count, 0);
    const words = hitsWords(
      Math.max(total, items.length),
      mine.some(({ isCut }) => isCut),
      (value) => this.format.number(value),
    );
    return html`<p class="visually-hidden" role="status">${words}</p>
      <ul class="hits panel" aria-label=${msg('Results')} @keydown=${this.#onKey}>
        ${items.map((hit) => hitRow(hit, hrefOf(this, placeOf(hit)), (event) => this.#open(event, hit)))}
      </ul>
      ${furtherHits(this.#hits, total)}`;
  }

  #none(known: SearchCounts | null): TemplateResult {
    const elsewhere = this.noun !== '' && (known?.items.some(({ count }) => count > 0) ?? false);
    return nothingFound(this.text, elsewhere, () => (elsewhere ? (this.noun = '') : this.#search('')));
  }
}
