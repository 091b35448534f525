import { Migration } from '@mikro-orm/migrations';

/** What the log of a place that is being deleted is seen and deleted by. */
const ending =
  '((EXISTS ( SELECT FROM workspace w WHERE ((w.id = audit_log.workspace_id) AND (w.deleting_since IS NOT NULL)))) OR (EXISTS ( SELECT FROM organization o WHERE ((o.id = audit_log.workspace_id) AND (o.deleting_since IS NOT NULL)))))';

/** Organizations and workspaces are deleted: restored whole for a while, and then gone with everything that is theirs. */
export class Deletion extends Migration {
  override up(): void {
    for (const table of ['organization', 'workspace']) {
      this.addSql(
        `alter table "${table}" add "delete_after" timestamptz(3) null, add "deleting_since" timestamptz(3) null;`,
      );
      this.addSql(
        `create index "${table}_ending" on "${table}" ("delete_after") where delete_after is not null or deleting_since is not null;`,
      );
    }
    for (const command of ['select', 'delete'])
      this.addSql(
        `create policy "audit_log_maintenance_${command}" on "audit_log" for ${command} to "tabard_maintenance" using (${ending});`,
      );
  }
}
