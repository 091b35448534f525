import { Migration } from '@mikro-orm/migrations';

/** Files of mails whose conversation was deleted with its lead. */
export class LeadDeletion extends Migration {
  override up(): void {
    this.addSql(
      'create table "removed_mail_file" ("workspace_id" uuid not null, "source_hash" varchar(64) not null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "source_hash"));',
    );
    this.addSql('alter table "removed_mail_file" enable row level security;');
    this.addSql('alter table "removed_mail_file" force row level security;');
    this.addSql(
      "create policy \"removed_mail_file_guard\" on \"removed_mail_file\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "removed_mail_file_runtime" on "removed_mail_file" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "removed_mail_file_maintenance_select" on "removed_mail_file" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "removed_mail_file_maintenance_delete" on "removed_mail_file" for delete to "tabard_maintenance" using (true);',
    );
  }
}
