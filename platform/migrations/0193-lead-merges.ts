import { Migration } from '@mikro-orm/migrations';

/** Leads that became one, and those that somebody told apart. */
export class LeadMerges extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s';");
    this.addSql(
      'create table "lead_distinct" ("workspace_id" uuid not null, "lead_id" uuid not null, "other_id" uuid not null, primary key ("workspace_id", "lead_id", "other_id"));',
    );
    this.addSql(
      'create index "lead_distinct_workspace_id_other_id_index" on "lead_distinct" ("workspace_id", "other_id");',
    );
    this.addSql(
      'create table "lead_merge" ("workspace_id" uuid not null, "id" uuid not null, "lead_id" uuid not null, "other_id" uuid not null, "changed" jsonb not null, "moved" jsonb not null, "undone_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "lead_merge_workspace_id_lead_id_index" on "lead_merge" ("workspace_id", "lead_id");');
    this.addSql('create index "lead_merge_workspace_id_other_id_index" on "lead_merge" ("workspace_id", "other_id");');
    this.addSql('alter table "lead_distinct" enable row level security;');
    this.addSql('alter table "lead_distinct" force row level security;');
    this.addSql(
      "create policy \"lead_distinct_guard\" on \"lead_distinct\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "lead_distinct_runtime" on "lead_distinct" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "lead_merge" enable row level security;');
    this.addSql('alter table "lead_merge" force row level security;');
    this.addSql(
      "create policy \"lead_merge_guard\" on \"lead_merge\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "lead_merge_runtime" on "lead_merge" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "lead_merge_maintenance_select" on "lead_merge" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "lead_merge_maintenance_delete" on "lead_merge" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'alter table "lead_distinct" add constraint "lead_distinct_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "lead_distinct" add constraint "lead_distinct_other_id_link" foreign key ("workspace_id", "other_id") references "lead" ("workspace_id", "id") on delete cascade;',
    );
  }
}
