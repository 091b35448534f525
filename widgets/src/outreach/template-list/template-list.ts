import { msg } from '@lit/localize';
import type { Template } from '@tabard/contract';
import { css, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { defineElement } from '../../core/define-element.ts';
import { html } from '../../core/html.ts';
import { ListQuery } from '../../core/list-query.ts';
import type { Session } from '../../core/session.ts';
import { TableWidget } from '../../core/table-widget.ts';
import { widgetParts } from '../../core/widget.ts';
import { SearchField } from '../../kit/search-field.ts';
import { Table } from '../../kit/table.ts';
import type { Column, TableLayout } from '../../kit/table-layout.ts';

type Draft = Pick<Template, 'id' | 'name' | 'subject' | 'body'>;

/**
 * Texts to start from: list, write with merge fields, and see them as a real lead will.
 *
 * @summary The list of templates.
 */
export class TemplateList extends TableWidget {
  static override tag = 'template-list';
  static override widgetName = 'template-list' as const;
  static override permission = 'template.read' as const;
  static override uses = [...widgetParts, SearchField, Table];
  static override styles = [
    TableWidget.styles,
    css`
      .list {
        display: flex;
        flex-direction: column;
        overflow: hidden;
        max-block-size: 760px;
      }
    `,
  ];
  @state() private search = '';
  @state() private draft: Draft | null = null;

  readonly #list = new ListQuery<Template>(this, {
    key: () => ['templates', 'list', this.search],
    ask: async (session, page) =>
      session.client.templates.list({ ...page, ...(this.search && { filter: { search: this.search } }) }),
    onFailure: this.onFailure,
  });

  /** Opens the form, whose code comes when it is first wanted. */
  async #open(draft: Draft): Promise<void> {
    const { TemplateForm } = await import('./template-form.ts');
    defineElement(this.tagPrefix, TemplateForm);
    this.draft = draft;
  }

  readonly #new = (): void => {
    void this.#open({ id: '', name: '', subject: '', body: '' });
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
    const columns = this.columnsOf(this.#columns());
    return html`<div class="bar">
        <h1>${msg('Templates')}</h1>
        <div class="row push">
          <x-search
            label=${msg('Search templates')}
            @search=${(event: CustomEvent<string>) => (this.search = event.detail)}
          ></x-search
          >${this.tableMenu(columns)}${add}
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
                density=${this.density}
                .columns=${columns}
                .layout=${this.layout}
                .rows=${items}
                .card=${(row: Template) => html`<span class="two"><span class="strong">${row.name}</span><span class="caption">${row.subject}</span></span>`}
                ?has-more=${this.#list.hasMore}
                @need-more=${() => void this.#list.more()}
                @arrange=${(event: CustomEvent<TableLayout>) => this.arrange(event.detail)}
                @open-row=${(event: CustomEvent<Template>) => void this.#open(event.detail)}
              ></x-table>`,
        )}
      </div>
      ${
        this.draft
          ? html`<x-template-form
              .session=${session}
              .template=${this.draft}
              @close=${() => (this.draft = null)}
              @saved=${() => {
                this.draft = null;
                void this.toast(msg('Template saved'));
              }}
            ></x-template-form>`
          : ''
      }`;
  }
}
