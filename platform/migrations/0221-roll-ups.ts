import { Migration } from '@mikro-orm/migrations';

/** Agencies add up the counts of all their workspaces. */
export class RollUps extends Migration {
  override up(): void {
    this.addSql(
      'create policy "mail_rollup_maintenance_select" on "mail_rollup" for select to "tabard_maintenance" using (true);',
    );
  }
}
