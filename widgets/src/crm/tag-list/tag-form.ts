import { msg } from '@lit/localize';
import { customFieldColors } from '@tabard/contract/crm/custom-value';
import type { Tag } from '@tabard/contract/crm/tag';
import { css } from 'lit';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { Chip } from '../../kit/chip.ts';
import { Combobox } from '../../kit/combobox.ts';
import { toneOf } from '../color-tones.ts';
import { colorWord } from '../color-words.ts';
import { leadWords } from '../lead-count-words.ts';

type Values = Pick<Tag, 'name' | 'color' | 'category'>;

/**
 * One tag in a drawer: its name, colour and category.
 */
export class TagForm extends RecordForm<Tag, Values> {
  static override tag = 'tag-form';
  static override uses = [...formParts, Chip, Combobox];
  static override styles = [
    RecordForm.styles,
    css`
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
      }
      legend {
        padding: 0 0 6px;
        font-weight: var(--_font-weight-medium);
        font-size: var(--_font-size-s);
      }
      .colors {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-2);
      }
    `,
  ];
  protected override readonly permission = 'tag.write';
  protected override readonly area = 'tags';
  protected override readonly blame = { 'tag.name_taken': 'name', 'tag.changing': 'name' } as const;

  readonly #categories = new Query(this, {
    key: () => (this.open ? ['tags', 'categories'] : null),
    async ask({ client }) {
      const where = { field: 'category', op: 'is_not_empty' } as const;
      const { items } = await client.tags.list({ limit: 200, where, sort: 'category', direction: 'asc' });
      return [...new Set(items.flatMap(({ category }) => category ?? []))].map((value) => ({ value, label: value }));
    },
  });

  protected override heading(): string {
    return this.record?.name ?? msg('New tag');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add tag');
  }

  protected override store(values: Partial<Values>): Promise<Tag> {
    const { tags } = this.session.client;
    const { name, ...rest } = values;
    const given = { ...rest, ...(name !== undefined && { name: name.trim() }) };
    this.session.cache.invalidate(['leads']);
    return this.record
      ? tags.update({ ...given, id: this.record.id })
      : tags.create({ ...given, name: name?.trim() ?? '' });
  }

  protected override content(): unknown {
    const { record, session, writes } = this;
    // A draft without a colour says so.
    const color = 'color' in this.draft ? this.draft.color : record?.color;
    return html`<form novalidate @submit=${this.save}>
      ${this.text('name', { label: msg('Name'), required: true, max: 50 })}
      ${record && record.leadCount > 0 ? html`<p class="caption">${msg('A new name reaches all of its leads:')} ${leadWords(record.leadCount, session.format)}.</p>` : ''}
      <fieldset>
        <legend>${msg('Colour')}</legend>
        <div class="colors">
          ${[null, ...customFieldColors].map(
            (one) =>
              html`<x-chip
                selectable
                tone=${toneOf(one)}
                label=${one ? colorWord(one) : msg('None')}
                ?selected=${(color ?? null) === one}
                ?disabled=${!writes}
                @choose=${() => this.change({ color: one })}
              ></x-chip>`,
          )}
        </div>
      </fieldset>
      <x-combobox
        free
        label=${msg('Category')}
        hint=${msg('What it stands among, such as a region or a product.')}
        name="category"
        .options=${this.#categories.value ?? []}
        .value=${('category' in this.draft ? this.draft.category : record?.category) ?? ''}
        error=${this.problemOf('category')}
        ?disabled=${!writes}
        @change=${(event: Event) => this.change({ category: (event.target as Combobox).value.trim() || null })}
      ></x-combobox>
    </form>`;
  }
}
