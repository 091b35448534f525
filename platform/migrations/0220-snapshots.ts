import { Migration } from '@mikro-orm/migrations';

/** Organizations keep set-ups of workspaces and roll them out to others. */
export class Snapshots extends Migration {
  override up(): void {
    this.addSql(
      'create table "snapshot" ("workspace_id" uuid not null, "id" uuid not null, "organization_id" uuid not null, "name" varchar(80) not null, "version" int not null, "source_id" uuid null, "source_name" varchar(200) not null, "parts" jsonb not null, "document" jsonb not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "snapshot_workspace_id_created_at_id_index" on "snapshot" ("workspace_id", "created_at", "id");',
    );
    this.addSql(
      'alter table "snapshot" add constraint "snapshot_workspace_id_name_version_unique" unique ("workspace_id", "name", "version");',
    );
    this.addSql(
      'create table "snapshot_roll_out" ("workspace_id" uuid not null, "id" uuid not null, "organization_id" uuid not null, "snapshot_id" uuid not null, "snapshot_name" varchar(80) not null, "version" int not null, "prune" boolean not null default false, "state" varchar(16) not null default \'waiting\', "steps" jsonb not null default \'[]\', "problem" text null, "actor" jsonb not null, "tries" int not null default 0, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "snapshot_roll_out_workspace_id_organization_id_created_at_index" on "snapshot_roll_out" ("workspace_id", "organization_id", "created_at");',
    );
    this.addSql(
      'create unique index "snapshot_roll_out_open" on "snapshot_roll_out" ("workspace_id") where state in (\'waiting\', \'returning\');',
    );
    this.addSql('alter table "snapshot" enable row level security;');
    this.addSql('alter table "snapshot" force row level security;');
    this.addSql(
      "create policy \"snapshot_guard\" on \"snapshot\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "snapshot_runtime" on "snapshot" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "snapshot_maintenance_select" on "snapshot" for select to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "snapshot_roll_out" enable row level security;');
    this.addSql('alter table "snapshot_roll_out" force row level security;');
    this.addSql(
      "create policy \"snapshot_roll_out_guard\" on \"snapshot_roll_out\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "snapshot_roll_out_runtime" on "snapshot_roll_out" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "snapshot_roll_out_maintenance_select" on "snapshot_roll_out" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "snapshot_roll_out_maintenance_delete" on "snapshot_roll_out" for delete to "tabard_maintenance" using (true);',
    );
  }
}
