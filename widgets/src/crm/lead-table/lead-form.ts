import { msg } from '@lit/localize';
import { showCustomValue } from '@tabard/contract/crm/custom-value';
import type { Lead } from '@tabard/contract';
import { css } from 'lit';
import { toFailure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { formParts, type TextField } from '../../core/record-form.ts';
import { Badge } from '../../kit/badge.ts';
import { TagInput } from '../../kit/tag-input.ts';
import { HistoryForm } from '../../operations/history-form.ts';
import { leadLabels } from '../lead-field-labels.ts';
import { nameOf, statusTones, statusWord } from '../lead-labels.ts';
import { moveLeads, type Archived } from './archive-leads.ts';

type Values = Omit<Lead, 'id' | 'custom' | 'status' | 'source' | 'importId' | 'createdAt' | 'updatedAt' | 'archivedAt'>;

/**
 * One lead in a drawer: read it, change it, see what happened to it, or make a new one.
 */
export class LeadForm extends HistoryForm<Lead, Values> {
  static override tag = 'lead-form';
  static override uses = [...formParts, Badge, TagInput];
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
    `,
  ];
  protected override readonly permission = 'lead.write';
  protected override readonly area = 'leads';
  protected override readonly noun = 'lead';
  protected override readonly blame = { 'lead.email_taken': 'email' };

  protected override heading(): string {
    return this.record ? nameOf(this.record) : msg('New lead');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add lead');
  }

  protected override store({ tags, email = '', ...texts }: Partial<Values>): Promise<Lead> {
    const { leads } = this.session.client;
    const values = {
      ...Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, value?.trim() || null])),
      ...(tags && { tags: [...tags] }),
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
              </div>`
            : ''
        }
        ${this.#field('email', { type: 'email', required: true })}
        <div class="pair">${this.#field('firstName')} ${this.#field('lastName')}</div>
        <div class="pair">${this.#field('company')} ${this.#field('title')}</div>
        <div class="pair">${this.#field('city')} ${this.#field('country')}</div>
        <div class="pair">${this.#field('phone', { type: 'tel' })} ${this.#field('website', { keys: 'url' })}</div>
        <x-tag-input
          label=${leadLabels.tags()}
          name="tags"
          error=${this.problemOf('tags')}
          max="50"
          .validate=${(tag: string) => (tag.length > 50 ? msg('Use 50 characters or fewer.') : '')}
          .tags=${this.held('tags') ?? []}
          ?disabled=${!this.writes}
          @change=${(event: Event) => this.change({ tags: [...(event.target as TagInput).tags] })}
        ></x-tag-input>
        ${record ? this.#custom(record.custom) : ''}
      </form>
      ${this.history()}`;
  }

  #field(field: keyof typeof leadLabels, more: Omit<TextField, 'label'> = {}): unknown {
    return this.text(field, { label: leadLabels[field](), ...more });
  }

  #custom(custom: Lead['custom']): unknown {
    const fields = Object.entries(custom);
    if (fields.length === 0) return '';
    return html`<dl class="facts custom">
      ${fields.map(
        ([key, value]) =>
          html`<dt>${key}</dt>
            <dd>${showCustomValue(undefined, value)}</dd>`,
      )}
    </dl>`;
  }
}
