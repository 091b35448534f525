import { msg } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import { css } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Failure } from '../../core/failure.ts';
import { toFailure } from '../../core/failure.ts';
import { html } from '../../core/html.ts';
import { PrefixedElement } from '../../core/prefixed-element.ts';
import type { Session } from '../../core/session.ts';
import { textOf } from '../../core/failure-text.ts';
import { Badge } from '../../kit/badge.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { reportForm } from '../../kit/report-form.ts';
import { TagInput } from '../../kit/tag-input.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { nameOf, statusTones, statusWord } from '../lead-words.ts';

type Field = 'email' | 'firstName' | 'lastName' | 'company' | 'title' | 'phone' | 'city' | 'country' | 'website';

/**
 * One lead in a drawer: read it, change it, or make a new one.
 * @event saved - `detail` is the lead.
 * @event close - The drawer was closed.
 */
export class LeadForm extends PrefixedElement {
  static override tag = 'lead-form';
  static override uses = [Badge, Banner, Button, Dialog, Input, TagInput];
  static override styles = [
    widgetStyles,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--_space-4);
      }
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

  @property({ attribute: false }) session!: Session;
  /** The lead to show; null makes a new one. */
  @property({ attribute: false }) lead: Lead | null = null;
  @property({ type: Boolean }) open = false;
  @state() private draft: Partial<Record<Field, string>> = {};
  @state() private failure: Failure | null = null;
  /** The tags as they are to be; null while nobody touched them. */
  @state() private tags: readonly string[] | null = null;
  @state() private busy = false;
  @query('form') private form!: HTMLFormElement;

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open') || changed.has('lead')) [this.draft, this.tags, this.failure] = [{}, null, null];
  }

  #value(field: Field): string {
    return this.draft[field] ?? this.lead?.[field] ?? '';
  }

  #field(field: Field, label: string, type: Input['type'] = 'text', keys = ''): unknown {
    const wrong = this.failure?.details.find((detail) => detail.path === field)?.message ?? '';
    const taken = field === 'email' && this.failure?.code === 'lead.email_taken' ? this.failure.message : '';
    return html`<x-input
      label=${label}
      type=${type}
      inputmode=${keys}
      name=${field}
      ?required=${field === 'email'}
      .value=${this.#value(field)}
      error=${wrong || taken}
      ?disabled=${!this.session.can('lead.write')}
      @input=${(event: Event) => {
        this.draft = { ...this.draft, [field]: (event.target as Input).value };
        // What the platform said was about the text before.
        this.failure = null;
      }}
    ></x-input>`;
  }

  readonly #save = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    const { client, cache } = this.session;
    if (this.busy || !reportForm(this.form)) return;
    const email = this.#value('email').trim();
    this.busy = true;
    try {
      const values = {
        ...Object.fromEntries(Object.entries(this.draft).map(([field, value]) => [field, value.trim() || null])),
        ...(this.tags && { tags: [...this.tags] }),
      };
      const saved = this.lead
        ? await client.leads.update({ ...values, id: this.lead.id, ...(this.draft.email ? { email } : {}) })
        : await client.leads.create({ ...values, email });
      cache.invalidate(['leads']);
      this.tell('saved', saved);
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  };

  override render(): unknown {
    const { lead, session } = this;
    const general = this.failure && this.failure.details.length === 0 && this.failure.code !== 'lead.email_taken';
    return html`<x-dialog
      side
      heading=${lead ? nameOf(lead) : msg('New lead')}
      .open=${this.open}
      @close=${() => this.tell('close')}
    >
      <form novalidate @submit=${this.#save}>
        ${general && this.failure ? html`<x-banner tone="danger">${textOf(this.failure)}</x-banner>` : ''}
        ${
          lead
            ? html`<div class="about">
                <x-badge dot tone=${statusTones[lead.status]}>${statusWord(lead.status)}</x-badge>
                <span class="caption push">${msg('Added')} ${session.format.relative(lead.createdAt)}</span>
              </div>`
            : ''
        }
        ${this.#field('email', msg('Email'), 'email')}
        <div class="pair">
          ${this.#field('firstName', msg('First name'))} ${this.#field('lastName', msg('Last name'))}
        </div>
        <div class="pair">${this.#field('company', msg('Company'))} ${this.#field('title', msg('Job title'))}</div>
        <div class="pair">${this.#field('city', msg('City'))} ${this.#field('country', msg('Country'))}</div>
        <div class="pair">
          ${this.#field('phone', msg('Phone'), 'tel')} ${this.#field('website', msg('Website'), 'text', 'url')}
        </div>
        <x-tag-input
          label=${msg('Tags')}
          name="tags"
          max="50"
          .validate=${(tag: string) => (tag.length > 50 ? msg('Use 50 signs or fewer.') : '')}
          .tags=${this.tags ?? lead?.tags ?? []}
          ?disabled=${!session.can('lead.write')}
          @change=${(event: Event) => (this.tags = (event.target as TagInput).tags)}
        ></x-tag-input>
        ${
          lead && Object.keys(lead.custom).length > 0
            ? html`<dl class="facts custom">
                ${Object.entries(lead.custom).map(
                  ([key, value]) =>
                    html`<dt>${key}</dt>
                      <dd>${value}</dd>`,
                )}
              </dl>`
            : ''
        }
      </form>
      ${
        session.can('lead.write')
          ? html`<x-button slot="footer" variant="primary" ?busy=${this.busy} @click=${() => void this.#save()}
              >${lead ? msg('Save changes') : msg('Add lead')}</x-button
            >`
          : ''
      }
    </x-dialog>`;
  }
}
