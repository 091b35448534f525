import { msg } from '@lit/localize';
import type { Segment } from '@tabard/contract/crm/segment';
import type { WrittenFilter } from '@tabard/contract/filters';
import { css, type PropertyValues } from 'lit';
import { state } from '../../base/decorators.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { avatarMark, avatarMarkStyles, initialsOf } from '../../kit/avatar-mark.ts';
import { Checkbox } from '../../kit/checkbox.ts';
import { TextArea } from '../../kit/text-area.ts';
import { customFieldsQuery } from '../custom-field/custom-fields-query.ts';
import { CountedFilter } from '../filter/counted-filter.ts';
import { FilterBuilder, type Built } from '../filter/filter-builder.ts';
import { countConditions } from '../filter/filter-parts.ts';
import { leadAskedFields } from '../filter/lead-asked-fields.ts';
import { RecordNames } from '../filter/record-names.ts';
import { nameOf } from '../lead-labels.ts';

type Values = Pick<Segment, 'name' | 'description' | 'where' | 'shared'>;

/** Leads that are shown of those that match. */
const SHOWN = 5;

/**
 * One segment: what it is called, its conditions, and the leads that match them as they are written.
 */
export class SegmentForm extends RecordForm<Segment, Values> {
  static override tag = 'segment-form';
  static override uses = [...formParts, Checkbox, FilterBuilder, TextArea];
  static override styles = [
    RecordForm.styles,
    avatarMarkStyles,
    css`
      section {
        display: flex;
        flex-direction: column;
        gap: var(--_space-3);
        margin-block-start: var(--_space-5);
      }
      .matches.wrong {
        color: var(--_danger-text);
      }
      .preview {
        padding: var(--_space-4);
        border: 1px solid var(--_border);
        border-radius: var(--_radius-card);
        background: var(--_surface);
      }
      .matches {
        color: var(--_text-muted);
        font-variant-numeric: tabular-nums;
      }
      .matches b {
        font-size: var(--_font-size-l);
        color: var(--_text);
      }
      ul {
        display: flex;
        flex-direction: column;
        gap: var(--_space-2);
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--_space-3);
        min-inline-size: 0;
      }
      li .caption {
        margin-inline-start: auto;
      }
    `,
  ];
  protected override readonly permission = 'segment.write';
  protected override readonly area = 'segments';
  protected override readonly wide = true;
  /** The conditions as they stand in the builder, with what is still missing. */
  @state() private built: Built | null = null;
  @state() private strict = false;
  readonly #custom = customFieldsQuery(this, () => this.open);
  readonly #names = new RecordNames(() => this.requestUpdate());
  readonly #count = new CountedFilter(this, () => (this.open ? {} : null));
  readonly #leads = new Query(this, {
    key: () => (this.#count.asked && this.open ? ['leads', 'list', 'few', this.#count.asked] : null),
    ask: ({ client }) => client.leads.list({ where: this.#count.asked ?? {}, limit: SHOWN }),
  });

  protected override heading(): string {
    return this.record?.name ?? msg('New segment');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add segment');
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('open') && !changed.has('record')) return;
    [this.built, this.strict] = [null, false];
    this.#count.begin(this.record ? this.record.where : null);
  }

  protected override checks(): boolean {
    const where = this.held('where');
    this.strict = true;
    return super.checks() && this.built?.complete !== false && !!where && countConditions(where) > 0;
  }

  protected override store(draft: Partial<Values>): Promise<Segment> {
    const { segments } = this.session.client;
    const { name = '', where = { all: [] }, ...rest } = draft;
    return this.record ? segments.update({ id: this.record.id, ...draft }) : segments.create({ ...rest, name, where });
  }

  #build({ detail }: CustomEvent<Built>): void {
    this.built = detail;
    this.#count.follow(detail);
    this.change({ where: detail.filter });
  }

  /** What the platform says of the conditions, whether they were counted or saved. */
  get #problems() {
    const said = this.failure?.details.filter(({ path }) => path.startsWith('where')) ?? [];
    return [...said, ...this.#count.problems];
  }

  protected override content(): unknown {
    const where: WrittenFilter = this.built?.filter ?? this.record?.where ?? {};
    const asks = countConditions(where) > 0;
    return html`<form novalidate @submit=${this.save}>
        ${this.text('name', { label: msg('Name'), required: true, max: 120 })}
        ${this.text('description', { label: msg('Description'), max: 500, placeholder: msg('What it is for') })}
        <x-checkbox
          label=${msg('Shared with everybody here')}
          hint=${msg('Otherwise only you see it.')}
          ?checked=${this.held('shared') ?? true}
          ?disabled=${!this.writes}
          @change=${({ target }: Event) => this.change({ shared: (target as Checkbox).checked })}
        ></x-checkbox>
      </form>
      <section aria-label=${msg('Conditions')}>
        <h2>${msg('Conditions')}</h2>
        <x-filter-builder
          .fields=${leadAskedFields(this.session, this.#custom.value ?? []).filter(({ name }) => name !== 'segments')}
          .filter=${where}
          .format=${this.session.format}
          .nameOf=${this.#names.of}
          .problems=${this.#problems}
          ?strict=${this.strict}
          ?inert=${!this.writes}
          @build=${(event: CustomEvent<Built>) => this.#build(event)}
        ></x-filter-builder>
      </section>
      <section class="preview" aria-label=${msg('Who matches')}>
        <p class="matches ${this.strict && !asks ? 'wrong' : ''}" role="status">
          ${asks ? this.#count.words(this.session) : msg('Add a condition to see who matches.')}
        </p>
        ${this.#few()}
      </section>`;
  }

  #few(): unknown {
    const items = this.#leads.value?.items ?? [];
    if (items.length === 0) return '';
    return html`<ul>
      ${items.map(
        (lead) =>
          html`<li>
            ${avatarMark(initialsOf(nameOf(lead)))}<span class="cut">${nameOf(lead)}</span
            ><span class="caption cut">${lead.company ?? lead.email}</span>
          </li>`,
      )}
    </ul>`;
  }
}
