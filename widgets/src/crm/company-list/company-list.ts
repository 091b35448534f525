import { msg } from '@lit/localize';
import type { Company } from '@tabard/contract/crm/company';
import type { PropertyValues, TemplateResult } from 'lit';
import { state } from '../../base/decorators.ts';
import { defineElement } from '../../base/define-element.ts';
import { html } from '../../base/html.ts';
import { Query } from '../../core/query.ts';
import { RecordList, type FormEnds, type ListWords, type RecordArea } from '../../core/record-list.ts';
import type { Session } from '../../core/session.ts';
import type { FilterGroup } from '../../kit/filter-group.ts';
import type { Column } from '../../kit/table-layout.ts';
import { companyCard, companyColumns } from './company-columns.ts';
import { askedOf, companyFilterFields, conditionsOf, filterOf, settled } from './company-filter.ts';

/**
 * The companies that leads work for: search, filter, open one with its people and its group, find duplicates, and let leads join by the
 * domains of their addresses.
 *
 * @summary The list of companies.
 */
export class CompanyList extends RecordList<Company> {
  static override tag = 'company-list';
  static override widgetName = 'company-list' as const;
  static override permission = 'company.read' as const;
  static override later = [
    ...RecordList.later,
    async () => (await import('../../kit/filter-bar.ts')).FilterBar,
    async () => (await import('../../kit/menu.ts')).Menu,
    async () => (await import('./company-match.ts')).CompanyMatchBar,
  ];
  protected override readonly area = 'companies';
  protected override readonly writePermission = 'company.write';
  /** All duplicates are looked at, in a dialog. */
  @state() private comparing = false;

  readonly #owners = new Query(this, {
    key: () => (this.session?.can('company.write') ? ['companies', 'owners'] : null),
    ask: (session) => session.client.companies.owners({}),
  });

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.narrowing = settled(this.narrowing);
  }

  protected override procedures({ client }: Session): RecordArea<Company> {
    const { companies } = client;
    return {
      list: (input) => companies.list(askedOf(input)),
      get: (input) => companies.get(input),
      archive: (input) => companies.archive(input),
      restore: (input) => companies.restore(input),
    };
  }

  protected override words(): ListWords {
    return {
      heading: msg('Companies'),
      search: msg('Search companies'),
      add: msg('New company'),
      none: msg('No companies yet'),
      purpose: msg('Leads with an address at the same domain belong to one company.'),
      noMatch: msg('No company matches'),
      saved: msg('Company saved'),
    };
  }

  protected override allColumns(): Column<Company>[] {
    return companyColumns(this.format);
  }

  protected override card(row: Company): TemplateResult {
    return companyCard(row, this.format);
  }

  protected override toolbar(session: Session): TemplateResult {
    return html`<div class="row views">
        <x-filter-bar
          class="grow"
          .fields=${companyFilterFields(this.#owners.value, (value) => this.format.number(value))}
          .group=${conditionsOf(this.narrowing)}
          @filter=${(event: CustomEvent<FilterGroup>) => (this.narrowing = filterOf(event.detail))}
        ></x-filter-bar>
        ${
          session.can('company.write')
            ? html`<x-menu
                class="push"
                icon="more"
                size="small"
                label=${msg('Actions')}
                .items=${[
                  { id: 'duplicates', label: msg('Find duplicates'), icon: 'search' },
                  { id: 'match', label: msg('Match leads by domain'), icon: 'link', divided: true },
                  { id: 'create', label: msg('Match leads and make companies'), icon: 'plus' },
                ]}
                @choose=${(event: CustomEvent<string>) => void this.#act(session, event.detail)}
              ></x-menu>`
            : ''
        }
      </div>
      <x-company-match-bar .session=${session}></x-company-match-bar>
      ${
        this.comparing
          ? html`<x-company-duplicates
              dialog
              .session=${session}
              @close=${() => (this.comparing = false)}
              @open-place=${this.#go}
            ></x-company-duplicates>`
          : ''
      }`;
  }

  async #act(session: Session, act: string): Promise<void> {
    await this.attempt(async () => {
      if (act !== 'duplicates') {
        await session.client.companyMatches.start({ creates: act === 'create' });
        session.cache.invalidate(['companyMatches']);
        return;
      }
      defineElement(this.tagPrefix, (await import('./company-duplicates.ts')).CompanyDuplicates);
      this.comparing = true;
    });
  }

  /** To a lead, or to another company. */
  readonly #go = (event: CustomEvent<string>): void => {
    const [, id = ''] = /^\/companies\/(.+)$/.exec(event.detail) ?? [];
    this.comparing = false;
    if (!this.navigate(event.detail) || !id) return;
    const { session } = this;
    if (session) void this.attempt(async () => this.openForm(await session.client.companies.get({ id })));
  };

  protected override async loadForm() {
    return (await import('./company-form.ts')).CompanyForm;
  }

  protected override formView(
    session: Session,
    record: Company | null,
    { close, saved, move }: FormEnds,
  ): TemplateResult {
    return html`<x-company-form
      .session=${session}
      .record=${record}
      open
      .move=${this.mayMove && move}
      @close=${close}
      @saved=${saved}
      @open-place=${this.#go}
    ></x-company-form>`;
  }
}
