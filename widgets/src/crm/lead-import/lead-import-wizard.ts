import { msg, str } from '@lit/localize';
import type { LeadImport, LeadImportInspection } from '@tabard/contract';
import type { TemplateResult } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { textOf } from '../../base/failure-text.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Combobox } from '../../kit/combobox.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { Dialog } from '../../kit/dialog.ts';
import { BulkDialog, type Action } from '../bulk/bulk-dialog.ts';
import { chosenList, findLists } from '../bulk/find-targets.ts';
import { factsStyles } from '../../kit/facts.styles.ts';
import { FileDrop } from '../../kit/file-drop.ts';
import { Input } from '../../kit/input.ts';
import { NumberField } from '../../kit/number-field.ts';
import { ProgressBar } from '../../kit/progress-bar.ts';
import { Select } from '../../kit/select.ts';
import { Stepper } from '../../kit/stepper.ts';
import { TextArea } from '../../kit/text-area.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { customFieldsQuery } from '../custom-field/custom-fields-query.ts';
import { leadWords } from '../lead-count-words.ts';
import { fieldLabel, importTargets } from '../lead-fields.ts';
import { importSource, readingChoices, type Reading } from './import-source.ts';
import { importChoices } from './import-choices.ts';
import { importOutcome, importProgress } from './import-report.ts';
import { fileWords } from './import-words.ts';
import { keyOf, makeFields, newField, type NewField } from './make-field.ts';
import { leadImportWizardStyles } from './lead-import-wizard.styles.ts';
import { rejectedFile } from './rejected-file.ts';

const LEFT_OUT = '';

/**
 * From a file to leads: choose it, say what each column is, watch it come in, read the report.
 * @event close - It was closed; a running import goes on.
 * @event show-import - The leads of an import are to be shown; `detail` is its id.
 * @event bulk - `detail` is what is to be done to the leads that were made.
 */
export class LeadImportWizard extends PrefixedElement {
  static override tag = 'lead-import-wizard';
  static override uses = [
    Banner,
    BulkDialog,
    Button,
    Checkbox,
    Combobox,
    Dialog,
    FileDrop,
    Input,
    NumberField,
    ProgressBar,
    Select,
    Stepper,
    TextArea,
  ];
  static override styles = [widgetStyles, factsStyles, leadImportWizardStyles];

  @property({ attribute: false }) session!: Session;
  /** Whether there is a list of leads that goes on with those that came in. */
  @property({ type: Boolean }) leads = false;
  /** Whether there is a place that shows those that came in, without going on with them. */
  @property({ type: Boolean }) shows = false;
  @state() private found: LeadImportInspection | null = null;
  /** A target for each column, by its place: two may have the same name. */
  @state() private mapping: readonly string[] = [];
  /** Fields to be made for columns, by their places. */
  @state() private making: ReadonlyMap<number, NewField> = new Map();
  @state() private duplicates: LeadImport['duplicates'] = 'skip';
  @state() private tag = '';
  /** The id of a list that they are put on, or the name of one that is made. */
  @state() private list = '';
  @state() private importId = '';
  @state() private enrolling = false;
  @state() private busy = false;
  @state() private failure: Failure | null = null;

  readonly #import = new Query<LeadImport>(this, {
    key: () => (this.importId ? ['leadImports', 'get', this.importId] : null),
    ask: (session) => session.client.leadImports.get({ id: this.importId }),
  });
  readonly #own = customFieldsQuery(this);
  #poll: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#poll);
  }

  async #during(work: () => Promise<void>): Promise<void> {
    [this.busy, this.failure] = [true, null];
    try {
      await work();
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  }

  readonly #take = (file: File): Promise<void> =>
    this.#during(async () => {
      const upload = await this.session.client.uploads.create(file);
      await this.#inspect(upload.id);
    });

  /** Looks into the file; what is said of how it is to be read is believed. */
  async #inspect(uploadId: string, reading: Reading = {}): Promise<void> {
    const found = await this.session.client.leadImports.inspect({ uploadId, ...reading });
    this.mapping = found.columns.map((column) => column.suggestion ?? LEFT_OUT);
    [this.found, this.making] = [found, new Map()];
  }

  readonly #start = (): Promise<void> =>
    this.#during(async () => {
      const { found } = this;
      if (!found) return;
      await makeFields(this.session, this.making, this.mapping);
      const started = await this.session.client.leadImports.start({
        uploadId: found.uploadId,
        mapping: this.mapping.map((target) => target || null),
        duplicates: this.duplicates,
        tags: this.tag.trim() ? [this.tag.trim()] : [],
        ...(this.list && { listId: await chosenList(this.session, this.list) }),
        ...(found.sheet === null ? { encoding: found.encoding, delimiter: found.delimiter } : { sheet: found.sheet }),
        headerRow: found.headerRow,
      });
      this.session.cache.write(['leadImports', 'get', started.id], started);
      this.importId = started.id;
      // Events bring progress at once; asking every two seconds covers a stream that is down.
      this.#poll = setInterval(() => {
        if (this.#done) clearInterval(this.#poll);
        else if (!this.session.realtime?.live) void this.#import.reload();
      }, 2000);
    });

  get #done(): boolean {
    return ['completed', 'failed', 'cancelled'].includes(this.#import.value?.state ?? '');
  }

  /** Gets the whole report, which the platform keeps, and hands it to the browser as a file in the words of the page. */
  readonly #downloadRejected = (): Promise<void> =>
    this.#during(async () => {
      const response = await this.session.client.fetch(`/imports/${this.importId}/rejected.csv`);
      const csv = rejectedFile(await response.text());
      const href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
      Object.assign(document.createElement('a'), { href, download: `${msg('Rejected rows')}.csv` }).click();
      // The browser has taken it by then.
      setTimeout(() => URL.revokeObjectURL(href), 60_000);
    });

  override render(): unknown {
    const step = this.importId ? 2 : this.found ? 1 : 0;
    return html`<x-dialog wide open heading=${msg('Import leads')} @close=${() => this.tell('close')}>
        <div class="stack">
          <x-stepper .steps=${[msg('File'), msg('Columns'), msg('Report')]} current=${step}></x-stepper>
          ${this.failure ? html`<x-banner tone="danger">${this.#said(this.failure)}</x-banner>` : ''}
          ${step === 0 ? importSource({ busy: this.busy, take: (file) => void this.#take(file) }) : step === 1 && this.found ? this.#columnStep(this.found) : this.#report()}
        </div>
        ${step === 1 && this.found ? this.#columnButtons() : ''} ${step === 2 ? this.#reportButtons() : ''} </x-dialog
      >${this.#campaignDialog()}`;
  }

  /** What was refused, and where in the file it is. */
  #said(failure: Failure): string {
    const words = failure.details.map(({ reason, name }) => fileWords(reason, name)).filter((one) => one !== null);
    return words.length > 0 ? `${words.join(' ')} ${msg('Correct the file and choose it again.')}` : textOf(failure);
  }

  #columnStep(found: LeadImportInspection): TemplateResult {
    const rows = this.session.format.number(found.estimatedRows);
    return html`<p class="muted">${msg(str`${found.fileName}: about ${rows} rows. Say what each column holds.`)}</p>
      ${readingChoices({
        found,
        busy: this.busy,
        read: (reading) => void this.#during(() => this.#inspect(found.uploadId, reading)),
      })}
      <div class="columns">
        ${found.columns.map((column, place) => {
          const custom = keyOf(column.name);
          const options = [
            { value: LEFT_OUT, label: msg('Leave out') },
            ...importTargets.map((field) => ({ value: field, label: fieldLabel(field) ?? field })),
            { value: custom, label: msg(str`Custom field “${custom.slice(7)}”`) },
          ];
          const chosen = this.mapping[place] ?? LEFT_OUT;
          if (!options.some((option) => option.value === chosen))
            options.push({ value: chosen, label: chosen.replace(/^custom\./, '') });
          return html`<div class="column">
            <div class="cut">
              <div class="strong cut">${column.name}</div>
              <div class="caption cut">${column.samples.filter(Boolean).slice(0, 3).join(' · ')}</div>
            </div>
            <x-select
              hide-label
              label=${msg(str`Column ${column.name}`)}
              .options=${options}
              .value=${chosen}
              @change=${(event: Event) => (this.mapping = this.mapping.with(place, (event.target as Select).value))}
            ></x-select>
            ${this.#newField(column, place, chosen)}
          </div>`;
        })}
      </div>
      ${importChoices({
        duplicates: this.duplicates,
        tag: this.tag,
        list: this.list,
        lists: this.session.can('list.write') ? (typed) => findLists(this.session, typed) : null,
        choose: (chosen) => Object.assign(this, chosen),
      })}`;
  }

  /** A column that goes to a key without a field may get one. */
  #newField(column: LeadImportInspection['columns'][number], place: number, target: string): unknown {
    const key = target.startsWith('custom.') ? target.slice('custom.'.length) : '';
    const known = this.#own.value;
    if (!key || !known || known.some((field) => field.key === key) || !this.session.can('custom_field.manage'))
      return '';
    const chosen = this.making.get(place);
    return newField({
      column,
      key,
      chosen: chosen?.key === key ? chosen : undefined,
      choose: (field) => {
        const making = new Map(this.making);
        if (field) making.set(place, field);
        else making.delete(place);
        this.making = making;
      },
    });
  }

  #columnButtons(): TemplateResult {
    const ready = this.mapping.includes('email');
    return html`${ready ? '' : html`<span slot="footer" class="caption">${msg('Choose the column that holds the email address.')}</span>`}
      <x-button slot="footer" @click=${() => (this.found = null)}>${msg('Back')}</x-button>
      <x-button slot="footer" variant="primary" ?disabled=${!ready} ?busy=${this.busy} @click=${this.#start}
        >${msg('Start import')}</x-button
      >`;
  }

  #report(): TemplateResult {
    const state = this.#import.value;
    // One live region from the first moment: a reader says what changes in it, not what comes together with it.
    const { format } = this.session;
    return html`<div aria-live="polite">${importProgress(state, format)}</div>
      ${state ? importOutcome(state, format, () => void this.#downloadRejected()) : ''}`;
  }

  /** What goes on with the leads that were made: they are the ones that the list knows by their import. */
  #reportButtons(): TemplateResult {
    const { session } = this;
    const made = this.#import.value?.state === 'completed' && this.#import.value.rows.created > 0;
    const launches = session.can('lead.write') && session.can('campaign.read') && session.can('campaign.launch');
    return html`${made && this.leads && launches ? html`<x-button slot="footer" icon="send" @click=${() => (this.enrolling = true)}>${msg('Add to a campaign')}</x-button>` : ''}
      ${made && (this.leads || this.shows) ? html`<x-button slot="footer" @click=${() => this.tell('show-import', this.importId)}>${msg('Show these leads')}</x-button>` : ''}
      <x-button slot="footer" variant=${this.#done ? 'primary' : 'secondary'} @click=${() => this.tell('close')}
        >${this.#done ? msg('Done') : msg('Continue in the background')}</x-button
      >`;
  }

  #campaignDialog(): TemplateResult | '' {
    if (!this.enrolling) return '';
    return html`<x-bulk-dialog
      .session=${this.session}
      kind="enroll"
      leads=${leadWords(this.#import.value?.rows.created ?? 0, this.session.format)}
      @close=${() => (this.enrolling = false)}
      @choose=${({ detail: action }: CustomEvent<Action>) => this.tell('bulk', { filter: { importId: this.importId }, except: [], action })}
    ></x-bulk-dialog>`;
  }
}
