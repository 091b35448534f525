import { msg, str } from '@lit/localize';
import type { Domain } from '@tabard/contract/identity/domain';
import type { DomainPurpose } from '@tabard/contract/identity/domain-words';
import type { TemplateResult } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { RadioGroup } from '../../kit/radio-group.ts';
import { reportForm } from '../../kit/report-form.ts';
import { domainTasksStyles } from './domain-tasks.styles.ts';
import { domainMark, domainNote, lossOf, purposeChoices, recordNote } from './domain-words.ts';

/** What a person is about to do. */
export type DomainTask = { kind: 'create' } | { kind: 'show' | 'remove'; domain: Domain };

/** What stands in the dialog. */
interface Shape {
  heading: string;
  content: TemplateResult;
  act: string;
  variant?: 'danger' | 'secondary';
}

/**
 * The dialogs of the list of host names, one at a time.
 *
 * @event change-domain - A name was added or is being checked; `detail` is what it is now.
 * @event done - It was done; `detail` is the sentence that says so.
 * @event close - The dialog was closed.
 */
export class DomainTasks extends PrefixedElement {
  static override tag = 'domain-tasks';
  static override uses = [Banner, Button, Dialog, Input, RadioGroup];
  static override styles = domainTasksStyles;

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) task!: DomainTask;
  /** The name that it is about, as it is now; null for one that is being added. */
  @property({ attribute: false }) domain: Domain | null = null;
  @property({ attribute: false }) place: { organizationId?: string } = {};
  @property({ type: Boolean, attribute: 'can-check' }) canCheck = false;
  @state() private host = '';
  @state() private purpose: DomainPurpose = 'app';
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  @state() private copied = '';
  @query('form') private form!: HTMLFormElement | null;

  /** The dialog opens before its field can take the focus. */
  protected override firstUpdated(): void {
    const field = this.renderRoot.querySelector<Input>('[autofocus]');
    void field?.updateComplete.then(() => field.focus());
  }

  readonly #submit = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    if (this.busy || (this.form && !reportForm(this.form))) return;
    [this.busy, this.failure] = [true, null];
    try {
      await this.#act();
    } catch (error) {
      this.failure = toFailure(error);
    }
    this.busy = false;
  };

  async #act(): Promise<void> {
    const { domains } = this.session.client;
    const { task, domain } = this;
    if (task.kind === 'create') {
      const { host, purpose, place } = this;
      return this.tell('change-domain', await domains.create({ host: host.trim(), purpose, ...place }));
    }
    if (!domain) return;
    if (task.kind === 'show') {
      if (!this.canCheck) return this.tell('close');
      return this.tell('change-domain', await domains.check({ id: domain.id }));
    }
    await domains.remove({ id: domain.id });
    this.tell('done', msg(str`${domain.readable} was removed.`));
  }

  override render(): unknown {
    const { heading, content, act, variant = 'primary' } = this.#shape();
    const isChecked = this.task.kind === 'show' && this.domain?.checking;
    return html`<x-dialog
      ?side=${this.task.kind !== 'remove'}
      heading=${heading}
      open
      @close=${() => this.tell('close')}
    >
      ${this.failure && !this.#isOfHost() ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
      ${content}
      <x-button slot="footer" variant=${variant} ?busy=${this.busy || isChecked} @click=${() => void this.#submit()}
        >${act}</x-button
      >
    </x-dialog>`;
  }

  /** Whether what was refused is said beside the field. */
  #isOfHost(): boolean {
    return this.failure?.details.some(({ path }) => path === 'host') ?? false;
  }

  #shape(): Shape {
    const { task, domain } = this;
    if (task.kind === 'create' || !domain)
      return { heading: msg('Add a domain'), content: this.#fields(), act: msg('Add and see the records') };
    if (task.kind === 'show')
      return {
        heading: domain.readable,
        content: this.#records(domain),
        act: this.canCheck ? (domain.checking ? msg('Being checked') : msg('Check now')) : msg('Done'),
      };
    return {
      heading: msg(str`Remove ${domain.readable}?`),
      content: html`<p>${lossOf(domain)}</p>
        <p>${msg('Others can claim the name then. Delete its records, too.')}</p>`,
      act: msg('Remove'),
      variant: 'danger',
    };
  }

  #fields(): TemplateResult {
    const refused = this.failure && this.#isOfHost() ? textOf(this.failure) : '';
    return html`<form novalidate @submit=${this.#submit}>
      <x-input
        autofocus
        label=${msg('Host name')}
        hint=${msg('A name of yours, such as portal.client.example.')}
        required
        maxlength="253"
        autocomplete="off"
        spellcheck="false"
        dir="ltr"
        .error=${refused}
        .value=${this.host}
        @input=${(event: Event) => {
          this.host = (event.target as Input).value;
          this.failure = null;
        }}
      ></x-input>
      <x-radio-group
        appearance="cards"
        label=${msg('What it is for')}
        required
        .options=${purposeChoices()}
        .value=${this.purpose}
        @change=${(event: Event) => (this.purpose = (event.target as RadioGroup).value as DomainPurpose)}
      ></x-radio-group>
    </form>`;
  }

  #records(domain: Domain): TemplateResult {
    return html`<div class="records">
      <div aria-live="polite">
        <span class="row">${domainMark(domain)}</span>
        <p>${domainNote(domain, this.session.format)}</p>
        ${
          domain.checkedAt
            ? html`<p class="caption">${msg(str`Checked ${this.session.format.relative(domain.checkedAt)}`)}</p>`
            : ''
        }
      </div>
      <p class="muted">
        ${msg('Set these two records where your names are managed. It can take some minutes until they are seen here; we look again by ourselves.')}
      </p>
      ${domain.records.map((record) => this.#record(record))}
      ${domain.host === domain.readable ? '' : html`<p class="caption" dir="ltr">${domain.host}</p>`}
    </div>`;
  }

  #record(record: Domain['records'][number]): TemplateResult {
    const heading =
      record.role === 'proof'
        ? msg(str`1. A ${record.type} record proves that the name is yours`)
        : msg(str`2. A ${record.type} record leads the name here`);
    return html`<section class="record" aria-label=${heading}>
      <h3>${heading}</h3>
      ${this.#copyable(msg('Name'), record.name)} ${this.#copyable(msg('Value'), record.value)}
      <p class="caption">${recordNote(record)}</p>
    </section>`;
  }

  #copyable(label: string, text: string): TemplateResult {
    return html`<div class="row field">
      <x-input class="grow" readonly dir="ltr" label=${label} .value=${text}></x-input>
      <x-button icon="copy" aria-label=${msg(str`Copy: ${label}`)} @click=${() => void this.#copy(text)}
        >${this.copied === text ? msg('Copied') : msg('Copy')}</x-button
      >
    </div>`;
  }

  /** Where a page may not write to the clipboard, the text stands in a field to be chosen. */
  async #copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text).then(
      () => (this.copied = text),
      () => undefined,
    );
  }
}
