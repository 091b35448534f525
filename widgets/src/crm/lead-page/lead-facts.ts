import { msg, str } from '@lit/localize';
import type { Lead } from '@tabard/contract';
import type { PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.ts';
import { detailText, textOf } from '../../base/failure-text.ts';
import { toFailure, type Failure } from '../../base/failure.ts';
import { html } from '../../base/html.ts';
import { PrefixedElement } from '../../base/prefixed-element.ts';
import { holdUnsaved } from '../../core/drafts.ts';
import type { Session } from '../../core/session.ts';
import { Badge } from '../../kit/badge.ts';
import { Banner } from '../../kit/banner.ts';
import { Button } from '../../kit/button.ts';
import { Chip } from '../../kit/chip.ts';
import { widgetStyles } from '../../kit/widget.styles.ts';
import { customControls, customParts, settleCustom, valueOf } from '../custom-field/custom-controls.ts';
import { customFieldsQuery } from '../custom-field/custom-fields-query.ts';
import { customWords } from '../custom-field/custom-words.ts';
import { leadLabels } from '../lead-field-labels.ts';
import { leadValue, leadValueParts, ownersOf, ownersQuery } from '../lead-value.ts';
import { companyField } from '../lead-table/lead-company.ts';
import { leadFactsStyles } from './lead-facts.styles.ts';
import { fieldWords, leadGroups, type ShownField } from './lead-groups.ts';
import { emailRows, phoneRows, ReachEditor, type ReachRow } from './reach-editor.ts';

/** What is being written: a field of every lead, or one of the workspace's own by `custom.<key>`. */
type Place = ShownField | `custom.${string}`;

/**
 * What is known of a lead, in groups; each field is changed where it stands.
 *
 * @event open-place - Somebody wants to go to its company; `detail` is the address.
 */
export class LeadFacts extends PrefixedElement {
  static override tag = 'lead-facts';
  static override uses = [Badge, Banner, Button, Chip, ReachEditor, ...leadValueParts, ...customParts];
  static override styles = [widgetStyles, leadFactsStyles];
  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) lead!: Lead;
  /** Fields that are empty are shown, too. */
  @state() private showsAll = false;
  @state() private editing: Place | '' = '';
  @state() private draft: Record<string, unknown> = {};
  @state() private failure: Failure | null = null;
  @state() private busy = false;

  readonly #owners = ownersQuery(this);
  readonly #fields = customFieldsQuery(this);

  get #writes(): boolean {
    return this.session.can('lead.write') && !this.lead.archivedAt;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('lead') as Lead | undefined; // what the property is typed to hold
    if (before && before.id !== this.lead.id) this.#leave();
  }
  protected override updated(_changed: PropertyValues): void {
    holdUnsaved(this, this.isConnected && Object.keys(this.draft).length > 0);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    holdUnsaved(this, false);
  }

  #leave(): void {
    const { editing } = this;
    [this.editing, this.draft, this.failure] = ['', {}, null];
    if (editing)
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>(`[data-edit="${CSS.escape(editing)}"]`)?.focus(),
      );
  }

  #edit(place: Place): void {
    [this.editing, this.draft, this.failure] = [place, {}, null];
    void this.updateComplete.then(() => {
      const [first] = this.renderRoot.querySelectorAll<HTMLElement>('form [name], form :not(x-button)');
      first?.focus();
    });
  }

  #problemOf(path: string): string {
    const { failure } = this;
    const said = failure?.details.find((detail) => detail.path === path || detail.path.startsWith(`${path}.`));
    if (said && failure) return detailText(said, failure.code);
    return failure?.code === 'lead.email_taken' && path === 'email' ? textOf(failure) : '';
  }

  readonly #save = async (event?: Event): Promise<void> => {
    event?.preventDefault();
    if (this.busy) return;
    if (Object.keys(this.draft).length === 0) return this.#leave();
    [this.busy, this.failure] = [true, null];
    try {
      const { client, cache } = this.session;
      await client.leads.update({ id: this.lead.id, ...this.#written() });
      cache.invalidate(['leads']);
      this.#leave();
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.busy = false;
    }
  };

  /** The draft as the platform takes it. */
  #written(): Record<string, unknown> {
    const { emails, phones, custom, ...plain } = this.draft as {
      emails?: ReachRow[];
      phones?: ReachRow[];
      custom?: Record<string, unknown>;
    };
    const filled = (rows: readonly ReachRow[]): ReachRow[] => rows.filter(({ value }) => value.trim() !== '');
    return {
      ...plain,
      ...(emails && { emails: filled(emails).map(({ value, ...more }) => ({ email: value.trim(), ...more })) }),
      ...(phones && { phones: filled(phones).map(({ value, ...more }) => ({ number: value.trim(), ...more })) }),
      ...(custom && { custom: settleCustom(this.#fields.value ?? [], custom) }),
    };
  }

  override render(): unknown {
    const { lead, showsAll } = this;
    const { format } = this.session;
    const own = this.#fields.value ?? [];
    const isShown = (field: ShownField): boolean =>
      showsAll ||
      this.editing === field ||
      fieldWords(lead, field, format) !== null ||
      leadGroups[0]!.fields.includes(field);
    const hidden = leadGroups.flatMap(({ fields }) => fields).filter((field) => !isShown(field)).length;
    return html`${leadGroups.map(({ label, fields }) => {
      const shown = fields.filter(isShown);
      return shown.length > 0
        ? html`<section>
            <h2>${label()}</h2>
            <dl>${shown.map((field) => this.#fact(field, leadLabels[field](), fieldWords(lead, field, format)))}</dl>
          </section>`
        : '';
    })}
    ${
      own.length > 0
        ? html`<section>
            <h2>${msg('Custom fields')}</h2>
            <dl>
              ${own.map((field) => {
                const value = valueOf(lead.custom, field.key);
                return this.#fact(`custom.${field.key}`, field.label, customWords(field, value, format));
              })}
            </dl>
          </section>`
        : ''
    }
    ${
      hidden > 0 || showsAll
        ? html`<x-button class="more" size="small" variant="quiet" @click=${() => (this.showsAll = !showsAll)}
            >${showsAll ? msg('Hide empty fields') : msg('Show empty fields')}</x-button
          >`
        : ''
    }`;
  }

  #fact(place: Place, label: string, words: unknown): unknown {
    if (this.editing === place)
      return html`<div>
        <dt class="visually-hidden">${label}</dt>
        <dd class="form">${this.#form(place)}</dd>
      </div>`;
    return html`<div class="fact" @dblclick=${() => this.#writes && this.#edit(place)}>
      <dt>${label}</dt>
      <dd>
        <span class="words ${words === null ? 'muted' : ''}">${words ?? '–'}</span>
        ${
          this.#writes
            ? html`<x-button
                class="edit"
                data-edit=${place}
                size="small"
                variant="quiet"
                icon="edit"
                label=${msg(str`Edit ${label}`)}
                @click=${() => this.#edit(place)}
              ></x-button>`
            : ''
        }
      </dd>
    </div>`;
  }

  #form(place: Place): unknown {
    const { failure } = this;
    const field = place.split('.')[0] ?? '';
    const beside = failure?.details.some(({ path }) => path.startsWith(field)) || this.#problemOf(place) !== '';
    return html`<form
      novalidate
      @submit=${this.#save}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        this.#leave();
      }}
    >
      ${failure && !beside ? html`<x-banner tone="danger">${textOf(failure)}</x-banner>` : ''} ${this.#control(place)}
      <div class="acts">
        <x-button size="small" variant="primary" ?busy=${this.busy} @click=${() => void this.#save()}
          >${msg('Save')}</x-button
        >
        <x-button size="small" @click=${() => this.#leave()}>${msg('Cancel')}</x-button>
      </div>
    </form>`;
  }

  #control(place: Place): unknown {
    const { session, lead, draft } = this;
    if (place.startsWith('custom.')) return this.#custom(place.slice(7));
    const field = place as ShownField; // what is left
    if (field === 'emails' || field === 'phones') {
      const known = field === 'emails' ? emailRows(lead.emails) : phoneRows(lead.phones);
      return html`<x-reach-editor
        of=${field === 'emails' ? 'email' : 'phone'}
        .rows=${draft[field] ?? known}
        .problemOf=${(at: number) => this.#problemOf(`${field}.${at}`)}
        @change-rows=${(event: CustomEvent<ReachRow[]>) => (this.draft = { [field]: event.detail })}
      ></x-reach-editor>`;
    }
    if (field === 'company' && session.can('company.read'))
      return companyField({
        session,
        record: lead,
        label: leadLabels.company(),
        draft,
        error: this.#problemOf('company') || this.#problemOf('companyId'),
        disabled: false,
        change: (change) => (this.draft = { ...draft, ...change }),
        open: (id) => this.tell('open-place', `/companies/${id}`),
        failed: (error) => (this.failure = toFailure(error)),
      });
    return leadValue({
      session,
      field, // the others stand above
      owners: ownersOf(this.#owners.value?.items ?? [], lead),
      value: draft[field] === undefined ? lead[field] : draft[field],
      error: this.#problemOf(field),
      change: (value) => (this.draft = { [field]: value }),
    });
  }

  #custom(key: string): unknown {
    const fields = (this.#fields.value ?? []).filter((field) => field.key === key);
    return customControls({
      fields,
      known: this.lead.custom,
      draft: (this.draft['custom'] as Record<string, unknown> | undefined) ?? {}, // as it is kept below
      format: this.session.format,
      problemOf: (path) => this.#problemOf(path),
      change: (name, value) => (this.draft = { custom: { [name]: value } }),
    });
  }
}
