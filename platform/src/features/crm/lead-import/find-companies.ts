import { businessDomains, companiesOfDomains, companyMatching, type NamedCompany } from '#features/crm/company';
import type { WriteScope } from '#kernel';
import type { ImportRow } from './lead-row.rules.ts';

/** Domains that are remembered; a file of a million leads has some ten thousand. */
const most = 100_000;

/** Finds the companies that rows join by their addresses, each domain once for the whole file. */
export class CompanyFinder {
  readonly #scope: WriteScope;
  readonly #known = new Map<string, NamedCompany | null>();

  private constructor(scope: WriteScope) {
    this.#scope = scope;
  }

  /** Null where leads join nothing by themselves, or there is no company to join. */
  static async open(scope: WriteScope): Promise<CompanyFinder | null> {
    if ((await companyMatching(scope)) === 'off') return null;
    const [some] = await scope.sql('select 1 from company_domain where workspace_id = $1 limit 1', [scope.workspaceId]);
    return some ? new CompanyFinder(scope) : null;
  }

  /** Says of each row which company it joins, and what that is called. */
  async join(rows: readonly ImportRow[]): Promise<void> {
    if (this.#known.size > most) this.#known.clear();
    const found = rows.map((row) => ({ row, domains: businessDomains(row.fields.email ?? '') }));
    const wanted = new Set(found.flatMap(({ domains }) => domains).filter((domain) => !this.#known.has(domain)));
    if (wanted.size > 0) {
      const companies = await companiesOfDomains(this.#scope, [...wanted]);
      for (const domain of wanted) this.#known.set(domain, companies.get(domain) ?? null);
    }
    for (const { row, domains } of found) {
      const company = domains.map((domain) => this.#known.get(domain)).find(Boolean);
      if (company) [row.companyId, row.fields.company] = [company.id, company.name];
    }
  }
}
