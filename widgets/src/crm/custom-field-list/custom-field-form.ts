import { msg, str } from '@lit/localize';
import { customFieldTypes, type CustomFieldType } from '@tabard/contract/crm/custom-value';
import type { CustomField, CustomFieldUses } from '@tabard/contract/crm/custom-field';
import { css, type PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { Confirmation } from '../../core/confirmation.ts';
import { Query } from '../../core/query.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { Badge } from '../../kit/badge.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { Chip } from '../../kit/chip.ts';
import { ProgressBar } from '../../kit/progress-bar.ts';
import type { Select } from '../../kit/select.ts';
import { customControls, customParts } from '../custom-field/custom-controls.ts';
import { freeKey, typeWords } from './field-key.ts';
import { OptionRows } from './option-rows.ts';

type Values = Pick<CustomField, 'label' | 'key' | 'type' | 'description' | 'required' | 'options'>;

const chooses = (type: CustomFieldType | undefined): boolean => type === 'choice' || type === 'choices';

/** Options as they are stored: a new one is stored under what its label says, and stays so when that changes. */
function namedOptions(options: Values['options'], known: Values['options']): Values['options'] {
  const taken = known.map(({ id }) => id);
  return options.map((option) => {
    const label = option.label.trim();
    if (known.some(({ id }) => id === option.id)) return { ...option, label };
    const id = freeKey(label, taken, option.id);
    taken.push(id);
    return { ...option, id, label };
  });
}

/**
 * One custom field: what it is called, what it holds, how it will look, and what depends on it.
 */
export class CustomFieldForm extends RecordForm<CustomField, Values> {
  static override tag = 'custom-field-form';
  static override uses = [...formParts, Badge, Checkbox, Chip, OptionRows, ProgressBar, ...customParts];
  static override styles = [
    RecordForm.styles,
    css`
      section {
        display: flex;
        flex-direction: column;
        gap: var(--_space-3);
        margin-block-start: var(--_space-5);
        padding-block-start: var(--_space-4);
        border-block-start: 1px solid var(--_border);
      }
      .preview {
        padding: var(--_space-4);
        border-radius: var(--_radius-card);
        background: var(--_sunken);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-2);
      }
      .choices > [name] {
        flex: 1 0 100%;
      }
    `,
  ];
  protected override readonly permission = 'custom_field.manage';
  protected override readonly area = 'customFields';
  protected override readonly blame = { 'custom_field.key_taken': 'key' } as const;
  /** Keys that are taken, by archived fields too. */
  @property({ attribute: false }) taken: readonly string[] = [];
  /** What somebody tries in the preview. */
  @state() private tried: Readonly<Record<string, unknown>> = {};
  readonly #confirmation = new Confirmation(this);
  readonly #uses = new Query<CustomFieldUses>(this, {
    key: () => (this.open && this.record ? ['customFields', 'uses', this.record.id] : null),
    ask: ({ client }) => client.customFields.uses({ id: this.record?.id ?? '' }),
  });

  protected override heading(): string {
    return this.record?.label ?? msg('New field');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add field');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('open') || changed.has('record')) this.tried = {};
  }

  get #type(): CustomFieldType {
    return this.held('type') ?? 'text';
  }
  /** Until somebody writes one, the key follows the label. */
  get #key(): string {
    return this.held('key') ?? freeKey(this.held('label') ?? '', this.taken, 'field');
  }

  protected override checks(): boolean {
    const fine = super.checks();
    const options = this.held('options') ?? [];
    return fine && (!chooses(this.#type) || (options.length > 0 && options.every(({ label }) => label.trim() !== '')));
  }

  protected override store(draft: Partial<Values>): Promise<CustomField> {
    const { customFields } = this.session.client;
    const options = namedOptions(this.held('options') ?? [], this.record?.options ?? []);
    if (this.record) {
      const { key: _key, type: _type, ...changes } = draft;
      return customFields.update({ ...changes, ...(draft.options && { options }), id: this.record.id });
    }
    const { label = '' } = draft;
    return customFields.create({
      ...draft,
      label: label.trim(),
      key: this.#key,
      type: this.#type,
      options: chooses(this.#type) ? options : [],
    });
  }

  protected override content(): unknown {
    const { record } = this;
    const type = this.#type;
    return html`<form novalidate @submit=${this.save}>
        ${this.text('label', { label: msg('Label'), required: true, max: 100 })}
        <x-select
          label=${msg('What it holds')}
          hint=${record ? msg('It stays as it was made.') : typeWords(type).hint}
          .options=${customFieldTypes.map((value) => ({ value, label: typeWords(value).label }))}
          .value=${type}
          ?disabled=${!this.writes || record !== null}
          @change=${({ target }: Event) => this.change({ type: (target as Select).value as CustomFieldType })}
        ></x-select>
        ${chooses(type) ? this.#options() : ''}
        ${this.text('description', { label: msg('Help'), max: 300, placeholder: msg('What should be written here') })}
        <x-checkbox
          label=${msg('Required')}
          hint=${msg('It has to be filled wherever a lead is written.')}
          ?checked=${this.held('required') ?? false}
          ?disabled=${!this.writes}
          @change=${({ target }: Event) => this.change({ required: (target as Checkbox).checked })}
        ></x-checkbox>
        ${this.#keyField()}
      </form>
      ${this.#preview()} ${record ? this.#usedBy(record) : ''} ${this.#confirmation.view()}`;
  }

  #options(): unknown {
    const options = this.held('options') ?? [];
    const problem = this.problemOf('options');
    return html`<x-option-rows
      .options=${options}
      error=${problem}
      ?inert=${!this.writes}
      @edit=${(event: CustomEvent<Values['options']>) => this.change({ options: event.detail })}
    ></x-option-rows>`;
  }

  #keyField(): unknown {
    const key = this.#key;
    return html`<x-input
      label=${msg('Key')}
      name="key"
      hint=${this.record ? msg('It stays as it was made.') : msg(str`Mails merge it as ${`{{ custom.${key} }}`}.`)}
      maxlength="40"
      error=${this.problemOf('key')}
      .value=${key}
      ?disabled=${!this.writes || this.record !== null}
      @input=${({ target }: Event) => this.change({ key: (target as HTMLInputElement).value || undefined })}
    ></x-input>`;
  }

  /** The control as the form of a lead will show it. */
  #preview(): unknown {
    const label = this.held('label')?.trim() || msg('New field');
    const field: CustomField = {
      ...(this.record ?? {
        id: '',
        noun: 'lead',
        position: 0,
        removal: null,
        createdAt: '',
        updatedAt: '',
        archivedAt: null,
      }),
      key: 'preview',
      label,
      type: this.#type,
      options: this.held('options') ?? [],
      required: this.held('required') ?? false,
      description: this.held('description') ?? '',
    };
    return html`<section aria-label=${msg('Preview')}>
      <h2>${msg('Preview')}</h2>
      <div class="preview">
        ${customControls({
          fields: [field],
          known: {},
          draft: this.tried,
          format: this.session.format,
          problemOf: () => '',
          change: (key, value) => (this.tried = { [key]: value }),
        })}
      </div>
    </section>`;
  }

  #usedBy(record: CustomField): unknown {
    const { value } = this.#uses;
    const { format } = this.session;
    const names = (all: readonly string[]): string => (all.length > 0 ? all.join(', ') : '–');
    return html`<section aria-label=${msg('What depends on it')}>
      <h2>${msg('What depends on it')}</h2>
      <dl class="facts">
        <dt>${msg('Leads with a value')}</dt>
        <dd>${value ? format.number(value.leads) : '–'}</dd>
        <dt>${msg('Segments')}</dt>
        <dd>${names(value?.segments ?? [])}</dd>
        <dt>${msg('Campaigns')}</dt>
        <dd>${names(value?.campaigns ?? [])}</dd>
        <dt>${msg('Templates')}</dt>
        <dd>${names(value?.templates ?? [])}</dd>
      </dl>
      ${record.removal === null ? this.#deletion(record) : this.#progress(record.removal)}
    </section>`;
  }

  #progress(percent: number): unknown {
    return html`<p class="small muted">${msg('Being deleted')} ${this.session.format.progress(percent / 100)}</p>
      <x-progress label=${msg('Being deleted')} value=${percent / 100}></x-progress>`;
  }

  /** Only what is out of use already can be deleted. */
  #deletion(record: CustomField): unknown {
    if (!record.archivedAt || !this.session.can(this.permission)) return '';
    const many = this.session.format.number(this.#uses.value?.leads ?? 0);
    return html`<div>
      <x-button variant="danger" icon="trash" @click=${() => void this.#remove(record, many)}
        >${msg('Delete for good')}</x-button
      >
    </div>`;
  }

  async #remove({ id, label }: CustomField, many: string): Promise<void> {
    const sure = await this.#confirmation.ask({
      heading: msg(str`Delete “${label}” for good?`),
      text: msg(str`Its values in ${many} leads are deleted with it. Nobody can bring them back.`),
      act: msg('Delete for good'),
    });
    if (!sure) return;
    try {
      await this.session.client.customFields.remove({ id });
      this.session.cache.invalidate([this.area]);
      this.tell('close');
    } catch (error) {
      this.failure = toFailure(error);
    }
  }
}
