import { Migration } from '@mikro-orm/migrations';

/** Leads in files. */
export class LeadExports extends Migration {
  override up(): void {
    this.addSql(
      'create table "lead_export" ("workspace_id" uuid not null, "id" uuid not null, "owner" varchar(300) not null, "asker" jsonb not null, "state" varchar(16) not null default \'queued\', "format" varchar(16) not null, "file_name" varchar(300) not null, "question" jsonb not null, "total" int not null, "done" int not null default 0, "size" bigint null, "failure" varchar(32) null, "lease_until" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "finished_at" timestamptz(3) null, primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "lead_export_workspace_id_created_at_id_index" on "lead_export" ("workspace_id", "created_at", "id");',
    );
    this.addSql('alter table "lead_export" enable row level security;');
    this.addSql('alter table "lead_export" force row level security;');
    this.addSql(
      "create policy \"lead_export_guard\" on \"lead_export\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "lead_export_runtime" on "lead_export" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "lead_export_maintenance_select" on "lead_export" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "lead_export_maintenance_delete" on "lead_export" for delete to "tabard_maintenance" using (true);',
    );
  }
}
