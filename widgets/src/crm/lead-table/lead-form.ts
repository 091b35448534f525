import { msg } from '@lit/localize';
import { showCustomValue } from '@tabard/contract/crm/custom-value';
import type { Lead } from '@tabard/contract';
import { css, type PropertyValues } from 'lit';
import { state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { formParts, type TextField } from '../../core/record-form.ts';
import { Badge } from '../../kit/badge.ts';
import { HistoryForm } from '../../operations/history-form.ts';
import type * as companyForm from './lead-company.ts';
import type * as customForm from '../custom-field/custom-controls.ts';
import { findTags } from '../bulk/find-targets.ts';
import { customFieldsQuery } from '../custom-field/custom-fields-query.ts';
import type * as leadValues from '../lead-value.ts';
import { leadLabels } from '../lead-field-labels.ts';
import { nameOf, statusTones, statusWord } from '../lead-labels.ts';
import { TagColors } from '../tag-colors.ts';
import { TagPicker } from '../tag-picker.ts';
import { moveLeads, type Archived } from './archive-leads.ts';

/** Written by hand; of the workspace's own fields, what was changed. */
type Values = Pick<
  Lead,
  | 'email'
  | 'firstName'
  | 'lastName'
  | 'company'
  | 'companyId'
  | 'title'
  | 'phone'
  | 'city'
  | 'country'
  | 'website'
  | 'ownerId'
  | 'score'
  | 'lifecycle'
  | 'tags'
> & { custom: Readonly<Record<string, unknown>> };
type Text = Exclude<keyof Values, 'tags' | 'custom' | 'score'>;

/**
 * One lead in a drawer: read it, change it, see what happened to it, or make a new one.
 *
 * @event open-place - Somebody wants to go to its page or its company; `detail` is the address.
 */
export class LeadForm extends HistoryForm<Lead, Values> {
  static override tag = 'lead-form';
  static override uses = [...formParts, Badge, TagPicker];
  static override styles = [
    HistoryForm.styles,
    css`
      .about {
        display: flex;
        gap: var(--_space-2);
        flex-wrap: wrap;
        align-items: center;
      }
      .custom {
        border-block-start: 1px solid var(--_border);
        padding-block-start: var(--_space-4);
      }
      .custom dd {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--_space-1);
        overflow-wrap: anywhere;
      }
      .custom a {
        display: flex;
        align-items: center;
        min-inline-size: 0;
        min-block-size: 24px;
        color: var(--_accent-text);
        @media (pointer: coarse) {
          min-block-size: 44px;
        }
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
  protected override readonly permission = 'lead.write';
  protected override readonly area = 'leads';
  protected override readonly noun = 'lead';
  protected override readonly blame = { 'lead.email_taken': 'email' };

  readonly #colors = new TagColors(this);
  /** Code of its own, fetched when a workspace has fields of its own. */
  @state() private controls: typeof customForm | null = null;
  /** Code of its own, for whoever may see companies. */
  @state() private works: typeof companyForm | null = null;
  /** Code of its own: the controls of what is chosen or counted. */
  @state() private values: typeof leadValues | null = null;
  readonly #fields = customFieldsQuery(this, () => this.open);
  readonly #owners = new Query<{ items: { id: string; name: string }[] }>(this, {
    key: () => (this.open && this.session.can('lead.write') ? ['leads', 'owners'] : null),
    ask: ({ client }) => client.leads.owners({}),
  });

  protected override heading(): string {
    return this.record ? nameOf(this.record) : msg('New lead');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add lead');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.open && !this.values) this.#learnValues();
    if (this.open && !this.works && this.session.can('company.read')) this.#learnCompanies();
    if (this.controls || !this.#fields.value?.length) return;
    void import('../custom-field/custom-controls.ts').then(
      (controls) => {
        for (const part of controls.customParts) defineElement(this.tagPrefix, part);
        this.controls = controls;
      },
      (error: unknown) => this.session.report(toFailure(error)),
    );
  }

  #learnValues(): void {
    void import('../lead-value.ts').then(
      (values) => {
        for (const part of values.leadValueParts) defineElement(this.tagPrefix, part);
        this.values = values;
      },
      (error: unknown) => this.session.report(toFailure(error)),
    );
  }

  #learnCompanies(): void {
    void import('./lead-company.ts').then(
      (works) => {
        for (const part of works.companyParts) defineElement(this.tagPrefix, part);
        this.works = works;
      },
      (error: unknown) => this.session.report(toFailure(error)),
    );
  }

  protected override store({ tags, email = '', custom, ...texts }: Partial<Values>): Promise<Lead> {
    const { controls, session } = this;
    const { leads } = session.client;
    const values = {
      ...Object.fromEntries(
        Object.entries(texts).flatMap(([field, value]) =>
          value === undefined ? [] : [[field, typeof value === 'string' ? value.trim() || null : value]],
        ),
      ),
      ...(tags && { tags: [...tags] }),
      ...(custom && {
        custom: controls?.settleCustom(this.#fields.value ?? [], custom),
      }),
    };
    const address = email.trim();
    return this.record
      ? leads.update({ ...values, id: this.record.id, ...(address ? { email: address } : {}) })
      : leads.create({ ...values, email: address });
  }

  protected override async moveRecord({ id, archivedAt }: Lead): Promise<void> {
    const move = archivedAt ? 'restore' : 'archive';
    try {
      await moveLeads(this.session.client, move, [id]);
      this.tell('close');
      this.tell('archived', { ids: [id], failed: null, move } satisfies Archived);
    } catch (error) {
      this.failure = toFailure(error);
    }
  }

  protected override content(): unknown {
    const { record, session } = this;
    return html`<form novalidate @submit=${this.save}>
        ${
          record
            ? html`<div class="about">
                <x-badge dot tone=${statusTones[record.status]}>${statusWord(record.status)}</x-badge>
                <span class="caption push">${msg('Added')} ${session.format.relative(record.createdAt)}</span>
                <x-button size="small" icon="next" @click=${() => this.tell('open-place', `/leads/${record.id}/page`)}
                  >${msg('Open page')}</x-button
                >
              </div>`
            : ''
        }
        ${this.#field('email', { type: 'email', required: true })}
        <div class="pair">${this.#field('firstName')} ${this.#field('lastName')}</div>
        <div class="pair">${this.#company()} ${this.#field('title')}</div>
        <div class="pair">${this.#field('city')} ${this.#field('country')}</div>
        <div class="pair">${this.#field('phone', { type: 'tel' })} ${this.#field('website', { keys: 'url' })}</div>
        ${this.#standing()}
        <x-tag-picker
          label=${leadLabels.tags()}
          name="tags"
          error=${this.problemOf('tags')}
          max="50"
          .validate=${(tag: string) => (tag.length > 50 ? msg('Use 50 characters or fewer.') : '')}
          .tags=${this.held('tags') ?? []}
          .toneOf=${this.#colors.toneOf}
          .find=${session.can('tag.read') ? (typed: string) => findTags(session.client, typed) : null}
          ?disabled=${!this.writes}
          @change=${(event: Event) => this.change({ tags: [...(event.target as TagPicker).tags] })}
        ></x-tag-picker>
        ${this.#custom(record?.custom ?? {})}
      </form>
      ${this.history()}`;
  }

  #field(field: Text & keyof typeof leadLabels, more: Omit<TextField, 'label'> = {}): unknown {
    return this.text(field, { label: leadLabels[field](), ...more });
  }

  /** Whose it is, how far it has come, and how good it is. */
  #standing(): unknown {
    const { values, session, record, draft } = this;
    if (!values) return '';
    const owners = values.ownersOf(this.#owners.value?.items ?? [], record ?? {});
    const one = (field: 'ownerId' | 'score' | 'lifecycle'): unknown =>
      values.leadValue({
        session,
        field,
        owners,
        value: draft[field] === undefined ? record?.[field] : draft[field],
        error: this.problemOf(field),
        disabled: !this.writes,
        change: (value) => this.change({ [field]: value }),
      });
    return html`<div class="pair">${one('ownerId')} ${one('lifecycle')}</div>
      <div class="pair">${one('score')}</div>`;
  }

  #company(): unknown {
    const { works, session, record, draft } = this;
    if (!works) return this.#field('company');
    return works.companyField({
      session,
      record,
      label: leadLabels.company(),
      draft,
      error: this.problemOf('company') || this.problemOf('companyId'),
      disabled: !this.writes,
      change: (change) => this.change(change),
      open: (id) => this.tell('open-place', `/companies/${id}`),
      failed: (error) => (this.failure = toFailure(error)),
    });
  }

  #custom(known: Lead['custom']): unknown {
    const { controls, session, writes } = this;
    const fields = this.#fields.value ?? [];
    // Neither do values turn into controls before the reader's eyes, nor keys into labels.
    if (this.#fields.value ? fields.length > 0 && !controls : this.#fields.loading) return '';
    const { format } = session;
    const defined = new Set(fields.map(({ key }) => key));
    const others = Object.entries(known)
      .filter(([key]) => !defined.has(key))
      .map(
        ([key, value]) =>
          html`<dt>${key}</dt>
            <dd>${showCustomValue(undefined, value)}</dd>`,
      );
    const facts = writes ? others : [controls?.customFacts({ fields, known, format }), ...others];
    return html`${
      writes && fields.length > 0
        ? html`<div class="custom stack" role="group" aria-label=${msg('Custom fields')}>
            ${controls?.customControls({
              fields,
              known,
              draft: this.draft.custom ?? {},
              format,
              problemOf: (path) => this.problemOf(path),
              change: (key, value) => this.change({ custom: { ...this.draft.custom, [key]: value } }),
            })}
          </div>`
        : ''
    }${others.length > 0 || (!writes && fields.length > 0) ? html`<dl class="facts custom">${facts}</dl>` : ''}`;
  }
}
