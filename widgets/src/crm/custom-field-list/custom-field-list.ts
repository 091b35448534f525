import { msg } from '@lit/localize';
import type { CustomField } from '@tabard/contract/crm/custom-field';
import type { TemplateResult } from 'lit';
import { state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import { badgeMark } from '../../kit/badge-mark.ts';
import type { Column } from '../../kit/table-layout.ts';
import { typeWords } from './field-key.ts';
import type { Sortable } from './sort-list.ts';

/**
 * Fields of the workspace's own on leads: make one by its type, with options and colours, put them into an order, see what depends on
 * one, take it out of use or delete it.
 *
 * @summary The list of custom fields.
 */
export class CustomFieldList extends RecordList<CustomField> {
  static override tag = 'custom-field-list';
  static override widgetName = 'custom-field-list' as const;
  static override permission = 'custom_field.read' as const;
  static override later = [...RecordList.later, async () => (await import('../../kit/dialog.ts')).Dialog];
  protected override readonly area = 'customFields';
  protected override readonly writePermission = 'custom_field.manage';
  /** The fields while they are put into an order. */
  @state() private arranging: readonly string[] | null = null;

  /** There are a hundred at most: they come at once, in their order. */
  protected override procedures({ client: { customFields } }: Session): RecordArea<CustomField> {
    return {
      get: (input) => customFields.get(input),
      archive: (input) => customFields.archive(input),
      restore: (input) => customFields.restore(input),
      list: async ({ filter }) => {
        const { items } = await customFields.list({ limit: 200, ...(filter && { filter }) });
        const inOrder = items.toSorted(
          (a, b) => a.position - b.position || Date.parse(a.createdAt) - Date.parse(b.createdAt),
        );
        return { items: inOrder, nextCursor: null };
      },
    };
  }

  protected override words(): ListWords {
    return {
      heading: msg('Custom fields'),
      search: msg('Search fields'),
      add: msg('New field'),
      none: msg('No fields of your own yet'),
      purpose: msg('A field holds what you want to know of leads besides their names: a size, a day, a choice.'),
      noMatch: msg('No field matches'),
      saved: msg('Field saved'),
    };
  }

  protected override allColumns(): Column<CustomField>[] {
    return [
      {
        id: 'label',
        label: msg('Field'),
        width: 'minmax(200px, 2fr)',
        cell: (row) =>
          html`<span class="two"
            ><span class="strong">${row.label}</span><span class="caption">${row.description || row.key}</span></span
          >`,
      },
      {
        id: 'type',
        label: msg('What it holds'),
        width: 'minmax(140px, 1fr)',
        cell: (row) => html`<span>${typeWords(row.type).label}</span>`,
      },
      {
        id: 'options',
        label: msg('Options'),
        width: 'minmax(140px, 2fr)',
        gives: 2,
        cell: (row) => html`<span class="muted cut">${row.options.map(({ label }) => label).join(', ')}</span>`,
      },
      {
        id: 'state',
        label: msg('State'),
        width: 'minmax(110px, 150px)',
        gives: 1,
        cell: (row) => this.#stateMark(row),
      },
    ];
  }

  #stateMark({ required, removal }: CustomField): TemplateResult | '' {
    if (removal !== null)
      return badgeMark(`${msg('Being deleted')} ${this.format.progress(removal / 100)}`, 'danger', true);
    return required ? badgeMark(msg('Required'), 'info') : '';
  }

  protected override card(row: CustomField): TemplateResult {
    return html`<span class="two"
        ><span class="strong">${row.label}</span><span class="caption">${typeWords(row.type).label}</span></span
      >${this.#stateMark(row)}`;
  }

  protected override async loadForm() {
    return (await import('./custom-field-form.ts')).CustomFieldForm;
  }

  protected override formView(
    session: Session,
    record: CustomField | null,
    { close, saved, move }: FormEnds,
  ): TemplateResult {
    return html`<x-custom-field-form
      .session=${session}
      .record=${record}
      .taken=${this.items.map(({ key }) => key)}
      open
      .move=${this.mayMove && record?.removal === null && move}
      @close=${close}
      @saved=${saved}
    ></x-custom-field-form>`;
  }

  /** Putting them into an order stands beside what arranges the table. */
  protected override tableMenu(...given: Parameters<RecordList<CustomField>['tableMenu']>): TemplateResult | '' {
    const arranges = this.session?.can(this.writePermission) && this.items.length > 1 && !this.items[0]?.archivedAt;
    return html`${arranges ? html`<x-button icon="bullets" variant="quiet" label=${msg('Put into an order')} @click=${this.#arrange}></x-button>` : ''}${super.tableMenu(...given)}`;
  }

  readonly #arrange = async (): Promise<void> => {
    const { SortList } = await import('./sort-list.ts');
    defineElement(this.tagPrefix, SortList);
    this.arranging = this.items.map(({ id }) => id);
  };

  async #saveOrder(session: Session, ids: readonly string[]): Promise<void> {
    this.arranging = null;
    await this.attempt(() => session.client.customFields.arrange({ ids: [...ids] }));
    session.cache.invalidate([this.area]);
  }

  protected override view(session: Session): TemplateResult {
    return html`${super.view(session)}${this.arranging ? this.#order(session, this.arranging) : ''}`;
  }

  #order(session: Session, ids: readonly string[]): TemplateResult {
    const byId = new Map(this.items.map((item) => [item.id, item]));
    const items = ids.flatMap((id): Sortable[] => {
      const field = byId.get(id);
      return field ? [{ id, label: field.label, hint: typeWords(field.type).label }] : [];
    });
    return html`<x-dialog heading=${msg('Order of the fields')} .open=${true} @close=${() => (this.arranging = null)}>
      <p class="muted">${msg('As they stand in the form of a lead. Drag them, or move them by the arrow keys.')}</p>
      <x-sort-list
        label=${msg('Fields')}
        .items=${items}
        @arrange=${(event: CustomEvent<string[]>) => (this.arranging = event.detail)}
      ></x-sort-list>
      <x-button slot="footer" @click=${() => (this.arranging = null)}>${msg('Cancel')}</x-button>
      <x-button slot="footer" variant="primary" @click=${() => void this.#saveOrder(session, ids)}
        >${msg('Save the order')}</x-button
      >
    </x-dialog>`;
  }
}
