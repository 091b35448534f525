import { Migration } from '@mikro-orm/migrations';

const orders = ['company', 'last_name'] as const;

/**
 * Leads are read in their orders, and found by a company, in a spelling that an index may answer under a policy. Built beside the traffic:
 * the table is large.
 */
export class LeadOrders extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const column of orders) {
      this.addSql(`drop index concurrently if exists "lead_by_${column}";`);
      this.addSql(
        `create index concurrently "lead_by_${column}" on "lead" ("workspace_id", (case when ${column} is null then '' else ${column} end), "id") include ("${column}") where archived_at is null;`,
      );
      this.addSql(`drop index concurrently if exists "lead_${column}";`);
    }
  }
}
