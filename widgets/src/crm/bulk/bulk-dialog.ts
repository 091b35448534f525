import { msg } from '@lit/localize';
import type { BulkStart } from '@tabard/contract/crm/bulk-operation';
import type { CustomField } from '@tabard/contract/crm/custom-field';
import { css } from 'lit';
import { property, query, state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Combobox } from '../../kit/combobox.ts';
import { Dialog } from '../../kit/dialog.ts';
import { reportForm } from '../../kit/report-form.ts';
import { Select } from '../../kit/select.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import type * as customForm from '../custom-field/custom-controls.ts';
import type * as leadValues from '../lead-value.ts';
import { leadLabels } from '../lead-field-labels.ts';
import { TagColors } from '../tag-colors.ts';
import { TagPicker } from '../tag-picker.ts';
import { chosenList, findCampaigns, findLists, findTags } from './find-targets.ts';

export type Action = BulkStart['action'];
export type AskedKind = Exclude<Action['kind'], 'archive' | 'restore' | 'delete'>;

const plainFields = [
  'ownerId',
  'score',
  'lifecycle',
  'company',
  'title',
  'department',
  'seniority',
  'phone',
  'address',
  'postalCode',
  'city',
  'region',
  'country',
  'website',
  'language',
  'timeZone',
  'firstName',
  'lastName',
  'lawfulBasis',
  'lawfulBasisSource',
] as const;

/**
 * Asks what an action on many leads needs besides them: tags, a list, a field with its value, a campaign.
 *
 * @fires choose - `detail` is the action.
 * @fires close - It was left.
 */
export class BulkDialog extends PrefixedElement {
  static override tag = 'bulk-dialog';
  static override uses = [Banner, Button, Combobox, Dialog, Select, TagPicker];
  static override styles = [
    widgetStyles,
    css`
      form {
        display: grid;
        gap: var(--_space-4);
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property() kind: AskedKind = 'add_tags';
  /** So many leads, in words. */
  @property() leads = '';
  @state() private tags: readonly string[] = [];
  @state() private target = '';
  @state() private field = '';
  @state() private value: unknown = null;
  @state() private failure: Failure | null = null;
  @state() private busy = false;
  @state() private controls: typeof customForm | null = null;
  @state() private values: typeof leadValues | null = null;
  @query('form') private form!: HTMLFormElement;

  readonly #colors = new TagColors(this);
  readonly #owners = new Query<{ items: { id: string; name: string }[] }>(this, {
    key: () => (this.field === 'ownerId' ? ['leads', 'owners'] : null),
    ask: ({ client }) => client.leads.owners({}),
  });
  readonly #custom = new Query<CustomField[]>(this, {
    key: () => (this.kind === 'set_field' && this.session.can('custom_field.read') ? ['customFields', 'lead'] : null),
    async ask({ client }) {
      const { items } = await client.customFields.list({ limit: 200, filter: { noun: ['lead'] } });
      return items.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
    },
  });

  #heading(): string {
    return {
      add_tags: msg('Add tags'),
      remove_tags: msg('Remove tags'),
      set_field: msg('Set a field'),
      add_to_list: msg('Add to a list'),
      remove_from_list: msg('Remove from a list'),
      enroll: msg('Add to a campaign'),
      stop: msg('Stop in a campaign'),
    }[this.kind];
  }

  readonly #send = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    if (this.busy || !reportForm(this.form)) return;
    [this.busy, this.failure] = [true, null];
    try {
      this.tell('choose', await this.#action());
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  };

  async #action(): Promise<Action> {
    const { kind, field, target } = this;
    if (kind === 'add_tags' || kind === 'remove_tags') return { kind, tags: [...this.tags] };
    if (kind === 'enroll' || kind === 'stop') return { kind, campaignId: target };
    if (kind !== 'set_field') return { kind, listId: await chosenList(this.session, target) };
    const key = field.startsWith('custom.') ? field.slice(7) : '';
    const settled = key ? this.controls?.settleCustom(this.#custom.value ?? [], { [key]: this.value }) : null;
    const value = settled ? (settled[key] ?? null) : this.value;
    return { kind, field, value };
  }

  #chooseField(field: string): void {
    [this.field, this.value] = [field, null];
    if (!field.startsWith('custom.')) {
      void import('../lead-value.ts').then(
        (values) => {
          for (const part of values.leadValueParts) defineElement(this.tagPrefix, part);
          this.values = values;
        },
        (error: unknown) => (this.failure = toFailure(error)),
      );
      return;
    }
    if (this.controls) return;
    void import('../custom-field/custom-controls.ts').then(
      (controls) => {
        for (const part of controls.customParts) defineElement(this.tagPrefix, part);
        this.controls = controls;
      },
      (error: unknown) => (this.failure = toFailure(error)),
    );
  }

  override render(): unknown {
    const { failure, kind } = this;
    return html`<x-dialog heading=${this.#heading()} open @close=${() => this.tell('close')}>
      ${failure ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''}
      <form novalidate @submit=${this.#send}>
        <p class="caption num">${this.leads}</p>
        ${this.#fields()}
        ${kind === 'enroll' ? html`<p class="caption">${msg('Who has bounced, unsubscribed, must not be written to or is on a list of leads that are never enrolled stays out.')}</p>` : ''}
        ${kind === 'stop' ? html`<p class="caption">${msg('They get no further mail of it. This cannot be undone.')}</p>` : ''}
      </form>
      <x-button slot="footer" @click=${() => this.tell('close')}>${msg('Cancel')}</x-button>
      <x-button slot="footer" variant="primary" ?busy=${this.busy} @click=${() => void this.#send()}
        >${this.#heading()}</x-button
      >
    </x-dialog>`;
  }

  #fields(): unknown {
    const { client } = this.session;
    switch (this.kind) {
      case 'add_tags':
      case 'remove_tags':
        return html`<x-tag-picker
          required
          label=${msg('Tags')}
          max="20"
          .tags=${this.tags}
          .toneOf=${this.#colors.toneOf}
          .find=${this.session.can('tag.read') ? (typed: string) => findTags(client, typed) : null}
          @change=${(event: Event) => (this.tags = [...(event.target as TagPicker).tags])}
        ></x-tag-picker>`;
      case 'add_to_list':
      case 'remove_from_list':
        return this.#combobox(
          msg('List'),
          (typed) => findLists(this.session, typed),
          this.kind === 'add_to_list' ? msg('Write a new name to make a list.') : '',
        );
      case 'enroll':
      case 'stop':
        return this.#combobox(msg('Campaign'), (typed) => findCampaigns(client, typed));
      case 'set_field':
        return this.#fieldAndValue();
    }
  }

  #combobox(label: string, load: (typed: string) => PromiseLike<unknown>, free = ''): unknown {
    return html`<x-combobox
      required
      ?free=${free !== ''}
      label=${label}
      hint=${free}
      .load=${load}
      .value=${this.target}
      @change=${(event: Event) => (this.target = (event.target as Combobox).value)}
    ></x-combobox>`;
  }

  #fieldAndValue(): unknown {
    const custom = this.#custom.value ?? [];
    const own = custom.find(({ key }) => this.field === `custom.${key}`);
    return html`<x-select
        required
        label=${msg('Field')}
        placeholder=${msg('Choose a field')}
        .value=${this.field}
        .options=${[
          ...plainFields.map((value) => ({ value, label: leadLabels[value]() })),
          ...custom.map(({ key, label }) => ({ value: `custom.${key}`, label, group: msg('Custom fields') })),
        ]}
        @change=${(event: Event) => this.#chooseField((event.target as Select).value)}
      ></x-select>
      ${
        own
          ? this.controls?.customControls({
              fields: [own],
              known: {},
              draft: { [own.key]: this.value },
              format: this.session.format,
              problemOf: () => '',
              change: (_key, value) => (this.value = value),
            })
          : this.field
            ? this.values?.leadValue({
                session: this.session,
                field: this.field as (typeof plainFields)[number], // one of the choices
                owners: this.values.ownersOf(this.#owners.value?.items ?? [], {}),
                value: this.value,
                hint: msg('Leave it empty to empty the field.'),
                change: (value) => (this.value = value),
              })
            : ''
      }`;
  }
}
