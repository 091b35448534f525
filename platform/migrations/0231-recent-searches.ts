import { Migration } from '@mikro-orm/migrations';

/** What people searched for lately, and the searches that they keep. */
export class RecentSearches extends Migration {
  override up(): void {
    this.addSql(
      'create table "recent_search" ("workspace_id" uuid not null, "id" uuid not null, "owner" varchar(300) not null, "text" varchar(200) not null, "folded" varchar(800) not null, "hits" int not null, "times" int not null default 1, "at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "recent_search_workspace_id_owner_at_index" on "recent_search" ("workspace_id", "owner", "at");',
    );
    this.addSql('create index "recent_search_missed" on "recent_search" ("workspace_id", "at") where hits = 0;');
    this.addSql(
      'alter table "recent_search" add constraint "recent_search_workspace_id_owner_folded_unique" unique ("workspace_id", "owner", "folded");',
    );
    this.addSql(
      'create table "saved_search" ("workspace_id" uuid not null, "id" uuid not null, "owner" varchar(300) not null, "name" varchar(80) not null, "text" varchar(200) not null, "noun" varchar(16) null, "shared" boolean not null default false, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "saved_search_workspace_id_created_at_id_index" on "saved_search" ("workspace_id", "created_at", "id");',
    );
    this.addSql('alter table "recent_search" enable row level security;');
    this.addSql('alter table "recent_search" force row level security;');
    this.addSql(
      "create policy \"recent_search_guard\" on \"recent_search\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "recent_search_runtime" on "recent_search" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "recent_search_maintenance_select" on "recent_search" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "recent_search_maintenance_delete" on "recent_search" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "saved_search" enable row level security;');
    this.addSql('alter table "saved_search" force row level security;');
    this.addSql(
      "create policy \"saved_search_guard\" on \"saved_search\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "saved_search_runtime" on "saved_search" to "tabard_runtime" using (true) with check (true);',
    );
  }
}
