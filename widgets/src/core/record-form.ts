import { msg } from '@lit/localize';
import type { Permission } from '@tabard/contract';
import { css, type CSSResultGroup, type PropertyValues } from 'lit';
import { property, query, state } from '../base/decorators.ts';
import { Banner } from '../kit/banner.ts';
import { Button } from '../kit/button.ts';
import { Dialog } from '../kit/dialog.ts';
import { factsStyles } from '../kit/facts.styles.ts';
import { Input } from '../kit/input.ts';
import { reportForm } from '../kit/report-form.ts';
import { widgetStyles } from '../kit/widget.styles.ts';
import { detailText, textOf } from '../base/failure-text.ts';
import { toFailure, type Failure, type FailureDetail } from '../base/failure.ts';
import { html } from '../base/html.ts';
import { PrefixedElement, type PrefixedElementClass } from '../base/prefixed-element.ts';
import type { Archivable } from './record-list.ts';
import type { Session } from './session.ts';
import { holdUnsaved } from './drafts.ts';

/** What a one-line field needs to know besides its name. */
export interface TextField {
  label: string;
  type?: Input['type'];
  /** Which keys a phone shows. */
  keys?: string;
  required?: boolean;
  max?: number;
  placeholder?: string;
}

/** Everything a form's parts are made of, whatever it writes. */
export const formParts: readonly PrefixedElementClass[] = [Banner, Button, Dialog, Input];

/**
 * The base of forms that write one record, in a drawer or a wide dialog: keeps a draft of what was changed, shows beside each
 * field what the platform says of it, and asks before it throws away what somebody wrote.
 *
 * @event saved - `detail` is the record as it was stored.
 * @event close - The form was closed.
 */
export abstract class RecordForm<T extends Archivable, V extends object> extends PrefixedElement {
  static override uses: readonly PrefixedElementClass[] = formParts;
  static override styles: CSSResultGroup = [
    widgetStyles,
    factsStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
      }
    `,
  ];

  @property({ attribute: false }) session!: Session;
  /** The record to show; null makes a new one. */
  @property({ attribute: false }) record: T | null = null;
  @property({ type: Boolean }) open = false;
  /** Archives the record, or brings it back; false where that is not offered, and true where the form does it itself. */
  @property({ attribute: false }) move: ((record: T) => void) | boolean = false;
  /** What was changed and is not stored yet. */
  @state() protected draft: Partial<V> = {};
  @state() protected failure: Failure | null = null;
  @state() private busy = false;
  @state() private asking = false;
  @query('form') protected form!: HTMLFormElement;

  /** What writing needs; without it everything is shown and nothing can be changed. */
  protected abstract readonly permission: Permission;
  /** First words of the answers that become stale. */
  protected abstract readonly area: string;
  /** Fields that a code speaks of, where the platform names none. */
  protected readonly blame: Partial<Record<Failure['code'], string>> = {};
  /** Over the whole page instead of at its side. */
  protected readonly wide: boolean = false;
  protected abstract heading(): string;
  protected abstract saveLabel(): string;
  /** The fields. */
  protected abstract content(): unknown;
  /** Stores the draft; what comes back is the record. */
  protected abstract store(draft: Partial<V>): Promise<T>;

  /** Whether anything can be changed: what is archived is restored first. */
  protected get writes(): boolean {
    return this.session.can(this.permission) && !this.record?.archivedAt;
  }

  /** What is done with a record that was stored; the form stays open unless the answer is true. */
  protected async whenStored(_saved: T): Promise<boolean> {
    return true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    // What others changed in the same record meanwhile takes nothing from what is being written.
    const before = changed.get('record') as T | null | undefined; // what the property is typed to hold
    if (!changed.has('open') && (!changed.has('record') || before?.id === this.record?.id)) return;
    [this.draft, this.failure, this.asking] = [{}, null, false];
  }

  protected override updated(_changed: PropertyValues): void {
    holdUnsaved(this, this.isConnected && this.open && Object.keys(this.draft).length > 0);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    holdUnsaved(this, false);
  }

  /** What is wrong and stands beside a field. */
  readonly #marked = new Set<FailureDetail>();

  /** What a field holds now. */
  protected held<K extends keyof V & string>(field: K): V[K] | undefined {
    return this.draft[field] ?? (this.record as Partial<V> | null)?.[field]; // a record has what its form writes
  }

  protected change(change: Partial<V>): void {
    this.draft = { ...this.draft, ...change };
    // What the platform said was about what stood there before.
    this.failure = null;
  }

  /** What the platform says of a field. */
  protected problemOf(field: string): string {
    const { failure } = this;
    if (!failure) return '';
    const said = failure.details.find(({ path }) => path === field || path.startsWith(`${field}.`));
    if (said) this.#marked.add(said);
    return said ? detailText(said, failure.code) : this.blame[failure.code] === field ? textOf(failure) : '';
  }

  /** A field of one line. */
  protected text(field: keyof V & string, { label, type = 'text', keys = '', ...more }: TextField): unknown {
    const value = this.held(field);
    return html`<x-input
      label=${label}
      type=${type}
      inputmode=${keys}
      name=${field}
      placeholder=${more.placeholder ?? ''}
      maxlength=${more.max ?? 100_000}
      ?required=${more.required}
      .value=${typeof value === 'string' ? value : ''}
      error=${this.problemOf(field)}
      ?disabled=${!this.writes}
      @input=${(event: Event) => this.change({ [field]: (event.target as Input).value } as Partial<V>)}
    ></x-input>`;
  }

  /** Whether the whole form may be sent; says beside each field why not. */
  protected checks(): boolean {
    return reportForm(this.form);
  }

  protected readonly save = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    if (this.busy || !this.checks()) return;
    this.busy = true;
    try {
      const saved = await this.store(this.draft);
      this.session.cache.invalidate([this.area]);
      this.draft = {};
      if (await this.whenStored(saved)) this.tell('saved', saved);
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  };

  /** What somebody wrote is not lost to a key or a press beside the form. */
  readonly #mayClose = (): boolean => {
    if (Object.keys(this.draft).length === 0 || this.busy) return true;
    this.asking = true;
    return false;
  };

  readonly #discard = (): void => {
    [this.draft, this.asking] = [{}, false];
    this.tell('close');
  };

  /** Has the record archived, or brought back. */
  protected moveRecord(record: T): void | Promise<void> {
    if (typeof this.move === 'function') this.move(record);
  }

  /** Not while something is written: it would go with the form. */
  #moveButton(): unknown {
    const { record } = this;
    if (!this.move || !record) return '';
    return html`<x-button
      slot="footer"
      variant="quiet"
      icon="archive"
      ?disabled=${this.busy || Object.keys(this.draft).length > 0}
      @click=${() => void this.moveRecord(record)}
      >${record.archivedAt ? msg('Restore') : msg('Archive')}</x-button
    >`;
  }

  override render(): unknown {
    const { failure } = this;
    this.#marked.clear();
    const content = this.content();
    // What no field shows is said above them all.
    const rest = failure?.details.filter((detail) => !this.#marked.has(detail)) ?? [];
    const general = failure && (failure.details.length > 0 ? rest.length > 0 : !this.blame[failure.code]);
    return html`<x-dialog
        ?side=${!this.wide}
        ?wide=${this.wide}
        heading=${this.record?.archivedAt ? `${this.heading()} · ${msg('Archived')}` : this.heading()}
        .open=${this.open}
        .mayClose=${this.#mayClose}
        @close=${() => this.tell('close')}
      >
        ${general ? html`<x-banner tone="danger">${textOf({ ...failure, details: rest })}</x-banner>` : ''} ${content}
        ${this.#moveButton()}
        ${
          this.writes
            ? html`<x-button slot="footer" variant="primary" ?busy=${this.busy} @click=${() => void this.save()}
                >${this.saveLabel()}</x-button
              >`
            : ''
        }
      </x-dialog>
      <x-dialog heading=${msg('Discard what you wrote?')} .open=${this.asking} @close=${() => (this.asking = false)}>
        <p>${msg('Your changes are not saved yet.')}</p>
        <x-button slot="footer" @click=${this.#discard}>${msg('Discard')}</x-button>
        <x-button slot="footer" variant="primary" @click=${() => (this.asking = false)}
          >${msg('Keep writing')}</x-button
        >
      </x-dialog>`;
  }
}
