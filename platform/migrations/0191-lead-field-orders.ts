import { Migration } from '@mikro-orm/migrations';

const indexes = {
  lead_by_owner_id: `("workspace_id", (case when owner_id is null then '00000000-0000-0000-0000-000000000000'::uuid else owner_id end), "id") include ("owner_id") where archived_at is null`,
  lead_by_score: `("workspace_id", (case when score is null then -2147483648 else score end), "id") include ("score") where archived_at is null`,
  lead_by_phone: `("workspace_id", "phone_normal", "id") where archived_at is null and phone_normal is not null`,
};

/** Leads are read by owner and by score, and found by a number. Built beside the traffic: the table is large. */
export class LeadFieldOrders extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override up(): void {
    for (const [name, on] of Object.entries(indexes)) {
      this.addSql(`drop index concurrently if exists "${name}";`);
      this.addSql(`create index concurrently "${name}" on "lead" ${on};`);
    }
    // What stands for no value is told to the planner, too.
    this.addSql('analyze "lead";');
  }
}
