import { Migration } from '@mikro-orm/migrations';

/** What is done to many leads at once, part by part, and how it is taken back; whoever joins a campaign later has its first delay from then on. */
export class BulkOperations extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s';`);
    this.addSql(
      'create table "bulk_operation" ("workspace_id" uuid not null, "id" uuid not null, "action" jsonb not null, "state" varchar(16) not null default \'running\', "total" int not null default 0, "done" int not null default 0, "changed" int not null default 0, "failed" int not null default 0, "failures" jsonb not null default \'[]\', "undo_of" uuid null, "undone_by" uuid null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), "finished_at" timestamptz(3) null, primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "bulk_operation_newest" on "bulk_operation" ("workspace_id", "created_at", "id");');
    this.addSql(
      'create table "bulk_part" ("workspace_id" uuid not null, "id" uuid not null, "operation_id" uuid not null, "position" int not null, "lead_ids" uuid[] not null, "restored" jsonb[] null, "done_at" timestamptz(3) null, "changed" uuid[] null, "before" jsonb[] null, "failures" jsonb null, primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "bulk_part_workspace_id_operation_id_position_index" on "bulk_part" ("workspace_id", "operation_id", "position");',
    );
    this.addSql('alter table "audience_part" add "fixed_at" timestamptz(3) not null default now();');
    this.addSql('alter table "bulk_operation" enable row level security;');
    this.addSql('alter table "bulk_operation" force row level security;');
    this.addSql(
      "create policy \"bulk_operation_guard\" on \"bulk_operation\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "bulk_operation_runtime" on "bulk_operation" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "bulk_operation_maintenance_select" on "bulk_operation" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "bulk_operation_maintenance_delete" on "bulk_operation" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "bulk_part" enable row level security;');
    this.addSql('alter table "bulk_part" force row level security;');
    this.addSql(
      "create policy \"bulk_part_guard\" on \"bulk_part\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "bulk_part_runtime" on "bulk_part" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "bulk_part_maintenance_select" on "bulk_part" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "bulk_part_maintenance_delete" on "bulk_part" for delete to "tabard_maintenance" using (true);',
    );
  }
}
