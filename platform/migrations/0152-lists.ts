import { Migration } from '@mikro-orm/migrations';

/** Lists of leads, some of which no campaign enrolls. */
export class Lists extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s';`);
    this.addSql(
      'create table "list" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(100) not null, "description" varchar(500) null, "kind" varchar(16) not null default \'leads\', "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "list_newest" on "list" ("workspace_id", "created_at", "id") where archived_at is null;');
    this.addSql(
      'create index "list_archived" on "list" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql('create index "list_by_name" on "list" ("workspace_id", "name", "id") where archived_at is null;');
    this.addSql(
      'create table "list_member" ("workspace_id" uuid not null, "list_id" uuid not null, "lead_id" uuid not null, "added_at" timestamptz(3) not null default now(), primary key ("workspace_id", "list_id", "lead_id"));',
    );
    this.addSql('create index "list_member_of_lead" on "list_member" ("workspace_id", "lead_id");');
    this.addSql('alter table "list" enable row level security;');
    this.addSql('alter table "list" force row level security;');
    this.addSql(
      "create policy \"list_guard\" on \"list\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "list_runtime" on "list" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "list_member" enable row level security;');
    this.addSql('alter table "list_member" force row level security;');
    this.addSql(
      "create policy \"list_member_guard\" on \"list_member\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "list_member_runtime" on "list_member" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      "create or replace function refresh_statistics(name text) returns void language plpgsql security definer set search_path = pg_catalog, public as $do$\n   begin\n     if name not in ('enrollment', 'lead', 'lead_tag', 'list_member') then raise exception '% is not filled in bulk', name; end if;\n     execute format('analyze public.%I', name);\n   end $do$;",
    );
    this.addSql('revoke execute on function refresh_statistics(text) from public;');
    this.addSql('grant execute on function refresh_statistics(text) to tabard_maintenance;');
    this.addSql(
      'alter table "list_member" add constraint "list_member_list_id_link" foreign key ("workspace_id", "list_id") references "list" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "list_member" add constraint "list_member_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete cascade;',
    );
  }
}
