import { msg } from '@lit/localize';
import type { LeadFilter, LeadStatus } from '@tabard/contract';
import { css } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { Query } from '../../core/query.ts';
import type { Session } from '../../core/session.ts';
import { Button } from '../../kit/button.ts';
import { factsStyles } from '../../kit/facts.styles.ts';
import { Input } from '../../kit/input.ts';
import { Select } from '../../kit/select.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import type { LeadsAsked } from '../../crm/lead-table/lead-queries.ts';
import { furtherConditions } from '../../crm/filter/further-conditions.ts';
import { statusWord } from '../../crm/lead-labels.ts';
import type { CampaignDraft } from './campaign-draft.ts';

/** How many leads an audience takes, `matching` of them by its conditions; null until those are counted. */
export function audienceSize(audience: CampaignDraft['audience'], matching?: number): number | null {
  const matches = leadsAsked(audience) !== null;
  if (matches && matching === undefined) return null;
  return (matches ? (matching ?? 0) : 0) + (audience.leadIds?.length ?? 0);
}

/** What an audience asks of leads, as counts take it; null where it asks for nobody by conditions. */
export const leadsAsked = ({ filter, where }: CampaignDraft['audience']): LeadsAsked | null =>
  filter || where ? { filter: filter ?? {}, ...(where && { where }) } : null;

/** While somebody types, nothing is counted. */
const PAUSE_MS = 250;

/**
 * Who is contacted: conditions over leads and how many they take.
 * @event edit - `detail` is the audience.
 */
export class AudiencePicker extends PrefixedElement {
  static override tag = 'audience-picker';
  static override uses = [Button, Input, Select];
  static override styles = [
    widgetStyles,
    factsStyles,
    css`
      :host {
        display: flex !important;
        flex-direction: column;
        gap: var(--_space-3);
      }
      .count {
        font-size: var(--_font-size-xl);
        font-weight: 600;
        letter-spacing: -0.02em;
      }
    `,
  ];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) audience: CampaignDraft['audience'] = {};
  @property({ type: Boolean }) locked = false;
  /** Conditions are being written. */
  @state() private writing = false;

  #pause: ReturnType<typeof setTimeout> | undefined;

  readonly #count = new Query(this, {
    key: () => (leadsAsked(this.audience) ? ['leads', 'count', leadsAsked(this.audience)] : null),
    ask: (session) => session.client.leads.count(leadsAsked(this.audience) ?? {}),
  });

  #edit(change: Partial<LeadFilter>): void {
    const filter = Object.fromEntries(
      Object.entries({ ...this.audience.filter, ...change }).filter(([, value]) => value !== undefined && value !== ''),
    );
    this.tell('edit', { ...this.audience, filter });
  }

  #text(field: 'tag' | 'country', label: string): unknown {
    return html`<x-input
      label=${label}
      .value=${this.audience.filter?.[field] ?? ''}
      @input=${(event: Event) => this.#typed(field, (event.target as Input).value, PAUSE_MS)}
      @change=${(event: Event) => this.#typed(field, (event.target as Input).value)}
    ></x-input>`;
  }

  /** Takes a condition over when its writer pauses, at the latest when the field is left. */
  #typed(field: 'tag' | 'country', text: string, pause = 0): void {
    clearTimeout(this.#pause);
    const value = text.trim() || undefined;
    const take = (): void => {
      if (value !== this.audience.filter?.[field]) this.#edit({ [field]: value });
    };
    if (pause) this.#pause = setTimeout(take, pause);
    else take();
  }

  #conditions(): unknown {
    const { audience } = this;
    return furtherConditions({
      host: this,
      heading: msg('Who is contacted'),
      act: msg('Take these leads'),
      where: audience.where ?? null,
      filter: audience.filter ?? {},
      locked: this.locked,
      open: this.writing,
      setOpen: (open) => (this.writing = open),
      apply: (where) => this.tell('edit', { ...audience, where: where ?? undefined }),
    });
  }

  /** Who was chosen, once it can no longer be changed. */
  #summary(): unknown {
    const { filter, leadIds } = this.audience;
    const facts = [
      [msg('Status'), filter?.status?.map(statusWord).join(', ')],
      [msg('Tag'), filter?.tag],
      [msg('Company'), filter?.company],
      [msg('Country'), filter?.country],
      [msg('Chosen leads'), leadIds && this.session.format.number(leadIds.length)],
    ].filter(([, value]) => value);
    if (facts.length === 0 && this.audience.where) return this.#conditions();
    return facts.length === 0
      ? html`<p class="small muted">${filter ? msg('All leads') : msg('Nobody yet')}</p>`
      : html`<dl class="facts">
            ${facts.map(
              ([name, value]) =>
                html`<dt>${name}</dt>
                  <dd>${value}</dd>`,
            )}
          </dl>
          ${this.#conditions()}`;
  }

  override render(): unknown {
    const { leadIds } = this.audience;
    const filter = leadsAsked(this.audience)?.filter;
    const chosen = filter ? 'filter' : leadIds ? 'ids' : 'none';
    if (this.locked) return this.#summary();
    const statuses = ['new', 'active', 'replied'] as const;
    const total = audienceSize(this.audience, this.#count.value?.count);
    return html`<x-select
        label=${msg('Who')}
        .value=${chosen}
        .options=${[
          { value: 'none', label: msg('Nobody yet') },
          { value: 'filter', label: msg('Leads that match') },
          ...(leadIds ? [{ value: 'ids', label: msg('Chosen leads') }] : []),
        ]}
        @change=${(event: Event) => this.tell('edit', (event.target as Select).value === 'filter' ? { filter: { status: ['new'] } } : (event.target as Select).value === 'ids' ? { leadIds } : {})}
      ></x-select>
      ${
        filter
          ? html`<x-select
                label=${msg('Status')}
                .value=${filter.status?.[0] ?? ''}
                .options=${[{ value: '', label: msg('Any status') }, ...statuses.map((value) => ({ value, label: statusWord(value) }))]}
                @change=${(event: Event) => {
                  const value = (event.target as Select).value as LeadStatus | '';
                  this.#edit({ status: value ? [value] : undefined });
                }}
              ></x-select>
              ${this.#text('tag', msg('Tag'))} ${this.#text('country', msg('Country'))} ${this.#conditions()}
              <div>
                <x-button size="small" variant="quiet" icon="plus" @click=${() => (this.writing = true)}
                  >${this.audience.where ? msg('Change conditions') : msg('More conditions…')}</x-button
                >
              </div>`
          : ''
      }
      ${chosen === 'none' ? '' : html`<p class="small muted" aria-live="polite"><span class="count num">${total === null ? '–' : this.session.format.number(total)}</span> ${msg('leads')}</p>`}`;
  }
}
