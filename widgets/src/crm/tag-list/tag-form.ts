import { msg } from '@lit/localize';
import type { Tag } from '@tabard/contract/crm/tag';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { Chip } from '../../kit/chip.ts';
import { Combobox } from '../../kit/combobox.ts';
import { colorChips, colorChipsStyles } from '../color-chips.ts';
import { leadWords } from '../lead-count-words.ts';

type Values = Pick<Tag, 'name' | 'color' | 'category'>;

/**
 * One tag in a drawer: its name, colour and category.
 */
export class TagForm extends RecordForm<Tag, Values> {
  static override tag = 'tag-form';
  static override uses = [...formParts, Chip, Combobox];
  static override styles = [RecordForm.styles, colorChipsStyles];
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
      ${colorChips(color, { disabled: !writes, choose: (one) => this.change({ color: one }) })}
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
