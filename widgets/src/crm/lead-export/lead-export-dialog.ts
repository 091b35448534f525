import { msg, str } from '@lit/localize';
import type { LeadExport, LeadExportColumns, LeadExportStart } from '@tabard/contract/crm/lead-export';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { Dialog } from '../../kit/dialog.ts';
import { factsStyles } from '../../kit/facts.styles.ts';
import { ProgressBar } from '../../kit/progress-bar.ts';
import { Select } from '../../kit/select.ts';
import { Skeleton } from '../../kit/skeleton.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { leadWords } from '../lead-count-words.ts';
import { leadSort } from '../lead-table/lead-columns.ts';
import { columnChooser } from './column-chooser.ts';
import type { ExportAsked } from './export-asked.ts';
import { columnWords, failureWords, namesOf, usualColumns } from './export-words.ts';
import { leadExportDialogStyles } from './lead-export-dialog.styles.ts';
import { recentExports } from './recent-exports.ts';

type FileKind = NonNullable<LeadExportStart['format']>;
const ASK_MS = 2000;
const SHOWN_EXPORTS = 10;

/**
 * Leads into a file: which columns in what order, what kind of file, how far it is, and the file.
 * @event close - It was closed; an export that runs goes on.
 */
export class LeadExportDialog extends PrefixedElement {
  static override tag = 'lead-export-dialog';
  static override uses = [Banner, Button, Checkbox, Dialog, ProgressBar, Select, Skeleton];
  static override styles = [widgetStyles, factsStyles, leadExportDialogStyles];

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) asked: ExportAsked = {};
  /** Names of the columns; null until it is known what there is. */
  @state() private columns: readonly string[] | null = null;
  @state() private kind: FileKind = 'csv';
  @state() private mark = true;
  @state() private exportId = '';
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  #poll: ReturnType<typeof setInterval> | undefined;

  readonly #known = new Query<LeadExportColumns>(this, {
    key: () => ['leadExports', 'columns'],
    ask: ({ client }) => client.leadExports.columns({}),
  });
  readonly #recent = new Query<{ items: LeadExport[] }>(this, {
    key: () => ['leadExports', 'list'],
    ask: ({ client }) => client.leadExports.list({ limit: SHOWN_EXPORTS }),
  });
  readonly #count = new Query<{ count: number }>(this, {
    key: () => (this.asked.ids ? null : ['leads', 'count', this.#question]),
    ask: ({ client }) => client.leads.count(this.#question),
  });
  readonly #export = new Query<LeadExport>(this, {
    key: () => (this.exportId ? ['leadExports', 'get', this.exportId] : null),
    ask: ({ client }) => client.leadExports.get({ id: this.exportId }),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#poll);
  }

  get #question(): Pick<ExportAsked, 'filter' | 'where'> {
    const { filter, where } = this.asked;
    return { ...(filter && { filter }), ...(where && { where }) };
  }

  /** How many leads it will be; null until somebody knows. */
  get #many(): number | null {
    const { ids, except = [] } = this.asked;
    if (ids) return ids.length;
    return this.#count.value && Math.max(0, this.#count.value.count - except.length);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const [known, recent] = [this.#known.value, this.#recent.value ?? (this.#recent.failure && { items: [] })];
    if (this.columns || !known || !recent) return;
    // As the last time; the first time as the table stands.
    const last = recent.items.find(({ mine }) => mine);
    const { columns: shown } = this.asked;
    const wanted = last?.columns ?? (shown ? namesOf(shown) : usualColumns);
    const there = new Set(known.columns.map(({ name }) => name));
    this.columns = [...new Set(wanted)].filter((name) => there.has(name));
    if (last) this.kind = last.format;
  }

  async #during(work: () => Promise<void>): Promise<void> {
    [this.busy, this.failure] = [true, null];
    try {
      if (this.session.offline) throw Object.assign(new Error(), { code: 'client.offline' });
      await work();
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  }

  readonly #start = (): Promise<void> =>
    this.#during(async () => {
      const { ids, except, sorting } = this.asked;
      const labels = new Map(this.#known.value?.columns.map((column) => [column.name, columnWords(column)]));
      const started = await this.session.client.leadExports.start({
        ...(ids ? { ids } : { ...this.#question, ...(except && { except }) }),
        ...(sorting && { sort: leadSort(sorting.by), direction: sorting.direction }),
        columns: (this.columns ?? []).map((name) => ({ name, heading: labels.get(name) ?? name })),
        format: this.kind,
        mark: this.mark,
      });
      this.session.cache.write(['leadExports', 'get', started.id], started);
      this.session.cache.invalidate(['leadExports', 'list']);
      this.#follow(started);
    });

  /** Shows how far one is. Events bring progress at once; asking covers a stream that is down. */
  readonly #follow = ({ id }: LeadExport): void => {
    this.exportId = id;
    clearInterval(this.#poll);
    this.#poll = setInterval(() => {
      if (this.#ended) clearInterval(this.#poll);
      else if (!this.session.realtime?.live) void this.#export.reload();
    }, ASK_MS);
  };

  get #ended(): boolean {
    return ['completed', 'failed', 'cancelled'].includes(this.#export.value?.state ?? '');
  }

  readonly #stop = (): Promise<void> =>
    this.#during(async () => {
      const stopped = await this.session.client.leadExports.cancel({ id: this.exportId });
      this.session.cache.write(['leadExports', 'get', stopped.id], stopped);
    });

  readonly #download = ({ id, fileName }: LeadExport): Promise<void> =>
    this.#during(async () => {
      const response = await this.session.client.fetch(`/exports/${id}/file`);
      const href = URL.createObjectURL(await response.blob());
      Object.assign(document.createElement('a'), { href, download: fileName }).click();
      // The browser has taken it by then.
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    });

  override render(): unknown {
    return html`<x-dialog wide open heading=${msg('Export leads')} @close=${() => this.tell('close')}>
      <div class="stack">
        ${this.failure ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
        ${this.exportId ? this.#progressStep() : this.#columnStep()}
      </div>
      ${this.exportId ? this.#progressButtons() : this.#columnButtons()}
    </x-dialog>`;
  }

  #columnStep(): TemplateResult {
    const { value: known, failure } = this.#known;
    if (failure && !known)
      return html`<x-banner tone="danger"
        >${textOf(failure)}
        <x-button size="small" @click=${() => void this.#known.reload()}>${msg('Try again')}</x-button></x-banner
      >`;
    if (!known || !this.columns) return html`<x-skeleton shape="text" label=${msg('Loading')}></x-skeleton>`;
    const many = this.#many;
    return html`<p class="muted num" role="status">${this.#manyWords(many)}</p>
      <x-select
        label=${msg('File')}
        .value=${this.kind}
        .options=${[
          { value: 'csv', label: msg('CSV, which every program reads') },
          { value: 'xlsx', label: msg('Excel workbook, with numbers and dates') },
        ]}
        @change=${(event: Event) => (this.kind = (event.target as Select).value as FileKind)}
      ></x-select>
      ${
        this.kind === 'csv'
          ? html`<x-checkbox
              label=${msg('With a mark by which Excel reads all letters right')}
              ?checked=${this.mark}
              @change=${(event: Event) => (this.mark = (event.target as Checkbox).checked)}
            ></x-checkbox>`
          : ''
      }
      <div>
        ${columnChooser({ columns: known.columns, chosen: this.columns, choose: (chosen) => (this.columns = chosen) })}
      </div>
      ${this.#recentStep()}`;
  }

  #manyWords(many: number | null): string {
    if (many === null) return this.#count.failure ? textOf(this.#count.failure) : msg('Counting the leads');
    if (many === 0) return msg('There is nobody to export. Choose other leads.');
    return msg(str`The file will hold ${leadWords(many, this.session.format)}.`);
  }

  #recentStep(): TemplateResult | '' {
    const { items = [] } = this.#recent.value ?? {};
    if (items.length === 0) return '';
    return html`<div>
      ${recentExports({
        exports: items,
        format: this.session.format,
        download: (one) => void this.#download(one),
        open: this.#follow,
      })}
    </div>`;
  }

  #columnButtons(): TemplateResult {
    const ready = this.columns !== null && this.columns.length > 0 && this.#many !== 0;
    return html`<x-button slot="footer" @click=${() => this.tell('close')}>${msg('Cancel')}</x-button>
      <x-button slot="footer" variant="primary" ?disabled=${!ready} ?busy=${this.busy} @click=${this.#start}
        >${msg('Export')}</x-button
      >`;
  }

  #progressStep(): TemplateResult {
    const now = this.#export.value;
    const { format } = this.session;
    // One live region from the first moment: a reader says what changes in it, not what comes together with it.
    return html`<div aria-live="polite">
      ${
        now?.state === 'completed'
          ? html`<x-banner tone="success"
              >${msg(str`The file holds ${leadWords(now.done, format)}. It can be downloaded until ${format.date(now.expiresAt ?? now.createdAt)}.`)}</x-banner
            >`
          : now?.state === 'failed'
            ? html`<x-banner tone="danger">${failureWords(now)}</x-banner>`
            : now?.state === 'cancelled'
              ? html`<x-banner tone="warning">${msg('The export was stopped. There is no file.')}</x-banner>`
              : html`<p class="small num">
                    ${now ? msg(str`${format.number(now.done)} of ${leadWords(now.total, format)} written`) : msg('Waiting')}
                  </p>
                  <x-progress
                    label=${msg('Exporting')}
                    value=${now && now.total > 0 ? now.done / now.total : 0}
                  ></x-progress>`
      }
    </div>`;
  }

  #progressButtons(): TemplateResult {
    const now = this.#export.value;
    if (now?.state === 'completed')
      return html`<x-button slot="footer" @click=${() => this.tell('close')}>${msg('Done')}</x-button>
        <x-button
          slot="footer"
          variant="primary"
          icon="download"
          ?busy=${this.busy}
          @click=${() => void this.#download(now)}
          >${msg('Download')} <span class="num">${this.session.format.size(now.size ?? 0)}</span></x-button
        >`;
    if (this.#ended)
      return html`<x-button slot="footer" variant="primary" @click=${() => (this.exportId = '')}
        >${msg('Back')}</x-button
      >`;
    return html`<x-button slot="footer" ?busy=${this.busy} @click=${this.#stop}>${msg('Stop')}</x-button>
      <x-button slot="footer" @click=${() => this.tell('close')}>${msg('Continue in the background')}</x-button>`;
  }
}
