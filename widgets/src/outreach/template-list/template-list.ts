import { msg } from '@lit/localize';
import type { Template } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { toFailure } from '../../core/failure.ts';
import { html } from '../../core/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import type { Session } from '../../core/session.ts';
import { textOf } from '../../core/failure-text.ts';
import { Widget, widgetParts } from '../../core/widget.ts';
import { Dialog } from '../../kit/dialog.ts';
import { Input } from '../../kit/input.ts';
import { Menu } from '../../kit/menu.ts';
import { SearchField } from '../../kit/search-field.ts';
import { Table } from '../../kit/table.ts';
import type { Column } from '../../kit/table-layout.ts';
import { TextArea } from '../../kit/text-area.ts';
import { toHtml, toText } from '../campaign-editor/campaign-draft.ts';
import { MailPreview } from '../mail-preview.ts';

interface Draft {
  id: string;
  name: string;
  subject: string;
  body: string;
}

/**
 * Texts to start from: list, write with merge fields, and see them as a real lead will.
 *
 * @summary The list of templates.
 */
export class TemplateList extends Widget {
  static override tag = 'template-list';
  static override widgetName = 'template-list' as const;
  static override permission = 'template.read' as const;
  static override uses = [...widgetParts, Dialog, Input, MailPreview, Menu, SearchField, Table, TextArea];
  static override styles = [
    Widget.styles,
    css`
      .list {
        display: flex;
        flex-direction: column;
        overflow: hidden;
        max-block-size: 760px;
      }
      .write {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--_space-5);
        align-items: start;
      }
      @media (max-width: 760px) {
        .write {
          grid-template-columns: 1fr;
        }
      }
    `,
  ];
  @state() private search = '';
  @state() private draft: Draft | null = null;
  @state() private problem = '';
  @state() private busy = false;

  readonly #list = new ListQuery<Template>(this, {
    key: () => ['templates', 'list', this.search],
    ask: async (session, page) =>
      session.client.templates.list({ ...page, ...(this.search && { search: this.search }) }),
    onFailure: this.onFailure,
  });

  readonly #save = async (): Promise<void> => {
    const { session, draft } = this;
    if (!session || !draft) return;
    this.busy = true;
    const values = { name: draft.name.trim(), subject: draft.subject.trim(), body: toHtml(draft.body) };
    try {
      await (draft.id
        ? session.client.templates.update({ ...values, id: draft.id })
        : session.client.templates.create(values));
      session.cache.invalidate(['templates', 'list']);
      [this.draft, this.problem] = [null, ''];
      void this.toast(msg('Template saved'));
    } catch (error) {
      this.problem = textOf(toFailure(error));
    } finally {
      this.busy = false;
    }
  };

  readonly #new = (): void => {
    [this.draft, this.problem] = [{ id: '', name: '', subject: '', body: '' }, ''];
  };

  #columns(): Column<Template>[] {
    return [
      {
        id: 'name',
        label: msg('Template'),
        width: 'minmax(200px, 1fr)',
        cell: (row) => html`<span class="strong cut">${row.name}</span>`,
      },
      {
        id: 'subject',
        label: msg('Subject'),
        width: 'minmax(220px, 2fr)',
        cell: (row) => html`<span class="muted">${row.subject}</span>`,
      },
      {
        id: 'updated',
        label: msg('Changed'),
        width: '130px',
        align: 'end',
        cell: (row) => html`<span class="muted">${this.format.relative(row.updatedAt)}</span>`,
      },
    ];
  }

  protected override view(session: Session): TemplateResult {
    const writes = session.can('template.write');
    const add = writes
      ? html`<x-button variant="primary" icon="plus" @click=${this.#new}>${msg('New template')}</x-button>`
      : '';
    return html`<div class="bar">
        <h1>${msg('Templates')}</h1>
        <div class="row push">
          <x-search
            label=${msg('Search templates')}
            @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
          ></x-search
          >${add}
        </div>
      </div>
      <div class="panel list">
        ${this.show(this.#list, ({ items }) =>
          items.length === 0
            ? html`<x-empty
                drawing=${this.search ? 'search' : 'mail'}
                heading=${this.search ? msg('No template matches') : msg('No templates yet')}
                text=${msg('A template is a text you can start a step from.')}
                >${this.search ? '' : add}</x-empty
              >`
            : html`<x-table
                openable
                card-height="60"
                label=${msg('Templates')}
                .columns=${this.#columns()}
                .rows=${items}
                .card=${(row: Template) => html`<span class="two"><span class="strong">${row.name}</span><span class="caption">${row.subject}</span></span>`}
                ?has-more=${this.#list.hasMore}
                @need-more=${() => void this.#list.more()}
                @open-row=${(event: CustomEvent<Template>) => {
                  const { id, name, subject, body } = event.detail;
                  this.draft = { id, name, subject, body: toText(body) };
                }}
              ></x-table>`,
        )}
      </div>
      ${this.draft ? this.#form(session, this.draft, writes) : ''}`;
  }

  #form(session: Session, draft: Draft, writes: boolean): TemplateResult {
    const edit =
      (key: keyof Draft) =>
      (event: Event): void => {
        this.draft = { ...draft, [key]: (event.target as Input).value };
      };
    return html`<x-dialog
      wide
      open
      heading=${draft.id ? msg('Edit template') : msg('New template')}
      @close=${() => (this.draft = null)}
    >
      ${this.problem ? html`<x-banner tone="danger">${this.problem}</x-banner>` : ''}
      <div class="write">
        <div class="stack">
          <x-input label=${msg('Name')} .value=${draft.name} ?disabled=${!writes} @input=${edit('name')}></x-input>
          <x-input
            label=${msg('Subject')}
            .value=${draft.subject}
            ?disabled=${!writes}
            @input=${edit('subject')}
          ></x-input>
          <x-text-area
            label=${msg('Text')}
            rows="10"
            .value=${draft.body}
            ?disabled=${!writes}
            hint=${msg('Merge fields look like {{ first_name }}.')}
            @input=${edit('body')}
          ></x-text-area>
        </div>
        <x-mail-preview .session=${session} subject=${draft.subject} body=${toHtml(draft.body)}></x-mail-preview>
      </div>
      ${writes ? html`<x-button slot="footer" variant="primary" ?busy=${this.busy} ?disabled=${!draft.name.trim() || !draft.subject.trim() || !draft.body.trim()} @click=${this.#save}>${msg('Save template')}</x-button>` : ''}
    </x-dialog>`;
  }
}
