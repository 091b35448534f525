import { msg } from '@lit/localize';
import type { Company } from '@tabard/contract/crm/company';
import { companySizes } from '@tabard/contract/crm/company-words';
import { css } from 'lit';
import { state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { toFailure } from '../../base/failure.ts';
import { Confirmation } from '../../core/confirmation.ts';
import { Query } from '../../core/query.ts';
import { formParts, type TextField } from '../../core/record-form.ts';
import { timeZones } from '../../core/time-zones.ts';
import { addCodeWords } from '../../base/code-words.ts';
import { Combobox } from '../../kit/combobox.ts';
import { Menu } from '../../kit/menu.ts';
import { Select, type Option } from '../../kit/select.ts';
import { Tabs } from '../../kit/tabs.ts';
import { TagInput } from '../../kit/tag-input.ts';
import { TextArea } from '../../kit/text-area.ts';
import { HistoryForm } from '../../operations/history-form.ts';
import { companyPicker } from '../company-picker.ts';
import { CompanyDuplicates } from './company-duplicates.ts';
import { CompanyGroup } from './company-group.ts';
import { companyLabels, sizeWord } from './company-labels.ts';
import { CompanyPeople } from './company-people.ts';
import { companyPanels, companyTabs } from './company-tabs.ts';
import { deleteCompany } from './delete-company.ts';
import { domainProblem } from './domain-problem.ts';
import { RecordTabs } from '../record/record-tabs.ts';
import { refusalWords } from './refusal-words.ts';

/** Written by hand. */
type Values = Pick<Company, keyof typeof companyLabels>;

/**
 * One company in a drawer: its facts, the people who work there, its group, what may be the same, and what happened.
 *
 * @event open-place - Somebody wants to go to a lead or another company; `detail` is its address.
 */
export class CompanyForm extends HistoryForm<Company, Values> {
  static override tag = 'company-form';
  static override uses = [
    ...formParts,
    Combobox,
    CompanyDuplicates,
    CompanyGroup,
    CompanyPeople,
    Menu,
    RecordTabs,
    Select,
    Tabs,
    TagInput,
    TextArea,
  ];
  static override styles = [
    HistoryForm.styles,
    css`
      .tabs {
        margin-block-end: var(--_space-4);
      }
      .timeline {
        margin-block-start: 0;
        border: 0;
        padding: 0;
      }
      .end {
        margin-block-start: var(--_space-5);
      }
    `,
  ];
  protected override readonly permission = 'company.write';
  protected override readonly area = 'companies';
  protected override readonly noun = 'company';
  protected override readonly blame = { 'company.above_itself': 'parentId' };
  @state() private shown = 'details';
  readonly #ask = new Confirmation(this);

  readonly #owners = new Query(this, {
    key: () => (this.open && this.session.can('company.write') ? ['companies', 'owners'] : null),
    ask: (session) => session.client.companies.owners({}),
  });
  readonly #duplicates = new Query(this, {
    key: () =>
      this.open && this.record && !this.record.archivedAt ? ['companies', 'duplicates', this.record.id] : null,
    ask: (session) => session.client.companies.duplicates({ id: this.record?.id ?? '' }),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    addCodeWords(refusalWords);
  }

  protected override heading(): string {
    return this.record?.name ?? msg('New company');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add company');
  }

  protected override store({ domains, profiles, ...texts }: Partial<Values>): Promise<Company> {
    const { companies } = this.session.client;
    const values = {
      ...Object.fromEntries(
        Object.entries(texts).map(([field, value]) => [
          field,
          typeof value === 'string' ? value.trim() || null : value,
        ]),
      ),
      ...(domains && { domains: [...domains] }),
      ...(profiles && { profiles: [...profiles] }),
    };
    const name = (this.held('name') ?? '').trim();
    return this.record
      ? companies.update({ ...values, id: this.record.id, ...(texts.name !== undefined && { name }) })
      : companies.create({ ...values, name });
  }

  protected override content(): unknown {
    const { record } = this;
    const shown = record ? this.shown : 'details';
    return html`${record ? this.#tabs(record) : ''}
      <form novalidate ?hidden=${shown !== 'details'} @submit=${this.save}>${this.#details()}</form>
      ${
        record?.archivedAt && shown === 'details' && this.session.can('company.write')
          ? html`<div class="end">
              <x-button size="small" icon="trash" @click=${() => void this.#delete(record)}
                >${msg('Delete for good')}</x-button
              >
            </div>`
          : ''
      }
      ${this.#ask.view()} ${record ? this.#view(record, shown) : ''}`;
  }

  /** Only what is archived can be deleted, and only after a question: it has no way back. */
  async #delete(record: Company): Promise<void> {
    try {
      if (await deleteCompany(this.session, record, this.#ask)) this.tell('close');
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  #tabs(record: Company): unknown {
    const twins = this.#duplicates.value?.items.length ?? 0;
    return html`<x-tabs
      class="tabs"
      label=${msg('View')}
      .tabs=${companyTabs(record, this.session, twins)}
      selected=${this.shown}
      @choose=${(event: CustomEvent<string>) => (this.shown = event.detail)}
    ></x-tabs>`;
  }

  #view(record: Company, shown: string): unknown {
    const { session } = this;
    const go = (event: CustomEvent<string>): void => this.tell('open-place', event.detail);
    switch (shown) {
      case 'details':
        return '';
      case 'people':
        return html`<x-company-people .session=${session} .company=${record} @open-place=${go}></x-company-people>`;
      case 'group':
        return html`<x-company-group .session=${session} .company=${record} @open-place=${go}></x-company-group>`;
      case 'duplicates':
        return html`<x-company-duplicates
          .session=${session}
          .company=${record}
          @open-place=${go}
          @merged=${() => this.tell('saved', record)}
        ></x-company-duplicates>`;
      case 'activity':
        return this.history();
      default:
        return html`<x-record-tabs
          tabless
          .panels=${companyPanels}
          .session=${session}
          .subject=${{ noun: 'company', id: record.id }}
          selected=${shown}
          @open-place=${go}
        ></x-record-tabs>`;
    }
  }

  #details(): unknown {
    return html`${this.#field('name', { required: true, max: 200 })}
      <x-tag-input
        label=${companyLabels.domains()}
        name="domains"
        placeholder="example.com"
        inputmode="url"
        hint=${msg('Leads with an address at one of these join the company.')}
        error=${domainProblem(this.failure, this.held('domains') ?? [], (path) => this.problemOf(path))}
        max="20"
        .tags=${this.held('domains') ?? []}
        ?disabled=${!this.writes}
        @change=${(event: Event) => this.change({ domains: [...(event.target as TagInput).tags] })}
      ></x-tag-input>
      <div class="pair">
        ${this.#field('website', { keys: 'url', max: 300 })} ${this.#field('industry', { max: 100 })}
      </div>
      <div class="pair">
        ${this.#choice(
          'size',
          companySizes.map((value) => ({
            value,
            label: sizeWord(value, (number) => this.session.format.number(number)),
          })),
        )}
        ${this.#field('phone', { type: 'tel', max: 50 })}
      </div>
      ${this.#field('address', { max: 300 })}
      <div class="pair">${this.#field('city', { max: 100 })} ${this.#field('region', { max: 100 })}</div>
      <div class="pair">${this.#field('country', { max: 100 })} ${this.#zone()}</div>
      <div class="pair">${this.#owner()} ${this.#parent()}</div>
      ${this.#field('linkedinUrl', { keys: 'url', max: 300 })}
      <x-tag-input
        label=${companyLabels.profiles()}
        name="profiles"
        inputmode="url"
        error=${this.problemOf('profiles')}
        max="10"
        .tags=${this.held('profiles') ?? []}
        ?disabled=${!this.writes}
        @change=${(event: Event) => this.change({ profiles: [...(event.target as TagInput).tags] })}
      ></x-tag-input>
      <x-text-area
        label=${companyLabels.description()}
        name="description"
        maxlength="5000"
        .value=${this.held('description') ?? ''}
        error=${this.problemOf('description')}
        ?disabled=${!this.writes}
        @input=${(event: Event) => this.change({ description: (event.target as TextArea).value })}
      ></x-text-area>`;
  }

  #field(field: keyof typeof companyLabels, more: Omit<TextField, 'label'> = {}): unknown {
    return this.text(field, { label: companyLabels[field](), ...more });
  }

  #choice(field: 'size' | 'ownerId', options: readonly { value: string; label: string }[]): unknown {
    return html`<x-select
      label=${companyLabels[field]()}
      name=${field}
      placeholder=${msg('None')}
      .options=${options}
      .value=${this.held(field) ?? ''}
      error=${this.problemOf(field)}
      ?disabled=${!this.writes}
      @change=${(event: Event) => this.change({ [field]: (event.target as Select).value || null })}
    ></x-select>`;
  }

  #owner(): unknown {
    const { record } = this;
    const known = (this.#owners.value?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
    // Whoever has left is still shown.
    const { ownerId, ownerName } = record ?? {};
    const options =
      ownerId && !known.some(({ value }) => value === ownerId)
        ? [...known, { value: ownerId, label: ownerName ?? msg('Somebody who left') }]
        : known;
    return this.#choice('ownerId', options);
  }

  #parent(): unknown {
    const { record, session } = this;
    return companyPicker({
      client: session.client,
      label: companyLabels.parentId(),
      name: 'parentId',
      value: this.held('parentId') ?? '',
      known: record?.parentId ? { value: record.parentId, label: record.parentName ?? '' } : null,
      without: record?.id,
      error: this.problemOf('parentId'),
      disabled: !this.writes,
      choose: (parentId) => this.change({ parentId: parentId || null }),
    });
  }

  /** Read once: what each is ahead of UTC takes a moment. */
  get #zones(): readonly Option[] {
    return (this.#known ??= timeZones(this.held('timeZone') || 'UTC', this.session.format.locale));
  }
  #known: readonly Option[] | null = null;

  #zone(): unknown {
    return html`<x-combobox
      label=${companyLabels.timeZone()}
      name="timeZone"
      .options=${this.#zones}
      .value=${this.held('timeZone') ?? ''}
      error=${this.problemOf('timeZone')}
      ?disabled=${!this.writes}
      @change=${(event: Event) => this.change({ timeZone: (event.target as Combobox).value })}
    ></x-combobox>`;
  }
}
