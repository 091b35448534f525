import { Migration } from '@mikro-orm/migrations';

/** The leads of a company are found by an index, built beside the traffic. */
export class CompanyLeads extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    this.addSql('drop index concurrently if exists "lead_of_company";');
    this.addSql(
      'create index concurrently "lead_of_company" on "lead" ("workspace_id", "company_id", "created_at", "id") include ("archived_at") where company_id is not null;',
    );
  }
}
