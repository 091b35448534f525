import { msg } from '@lit/localize';
import type { List } from '@tabard/contract/crm/list';
import { html } from '../../base/html.ts';
import { formParts, RecordForm } from '../../core/record-form.ts';
import { RadioGroup } from '../../kit/radio-group.ts';
import { TextArea } from '../../kit/text-area.ts';
import { leadWords } from '../lead-count-words.ts';

type Values = Pick<List, 'name' | 'description' | 'kind'>;

/**
 * One list in a drawer: its name, what it is for, and whether campaigns leave out who is on it.
 *
 * @fires show-leads - Its leads are to be shown.
 */
export class ListForm extends RecordForm<List, Values> {
  static override tag = 'list-form';
  static override uses = [...formParts, RadioGroup, TextArea];
  protected override readonly permission = 'list.write';
  protected override readonly area = 'lists';

  protected override heading(): string {
    return this.record?.name ?? msg('New list');
  }

  protected override saveLabel(): string {
    return this.record ? msg('Save changes') : msg('Add list');
  }

  protected override store({ name, description, kind }: Partial<Values>): Promise<List> {
    const { lists } = this.session.client;
    const given = {
      ...(description !== undefined && { description: description?.trim() || null }),
      ...(kind && { kind }),
    };
    return this.record
      ? lists.update({ ...given, ...(name !== undefined && { name: name.trim() }), id: this.record.id })
      : lists.create({ ...given, name: name?.trim() ?? '' });
  }

  protected override content(): unknown {
    const { record, session, writes } = this;
    return html`<form novalidate @submit=${this.save}>
      ${
        record
          ? html`<div class="row">
              <span class="caption num">${leadWords(record.leadCount, session.format)}</span>
              <x-button class="push" size="small" icon="next" @click=${() => this.tell('show-leads')}
                >${msg('Show its leads')}</x-button
              >
            </div>`
          : ''
      }
      ${this.text('name', { label: msg('Name'), required: true, max: 100 })}
      <x-text-area
        label=${msg('Description')}
        name="description"
        maxlength="500"
        .value=${this.held('description') ?? ''}
        error=${this.problemOf('description')}
        ?disabled=${!writes}
        @input=${(event: Event) => this.change({ description: (event.target as TextArea).value.replaceAll(/\s+/g, ' ') })}
      ></x-text-area>
      <x-radio-group
        label=${msg('What it is for')}
        name="kind"
        .options=${[
          { value: 'leads', label: msg('Leads to work with') },
          {
            value: 'exclude',
            label: msg('Leads that are never enrolled'),
            hint: msg('No campaign takes them in as long as they are on it. Campaigns they are in already go on.'),
          },
        ]}
        .value=${this.held('kind') ?? 'leads'}
        ?disabled=${!writes}
        @change=${(event: Event) => this.change({ kind: (event.target as RadioGroup).value as List['kind'] })}
      ></x-radio-group>
    </form>`;
  }
}
