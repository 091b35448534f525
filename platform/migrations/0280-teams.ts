import { Migration } from '@mikro-orm/migrations';

/** Teams, and who is in them. */
export class Teams extends Migration {
  override up(): void {
    this.addSql(
      'create table "team" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(60) not null, "color" varchar(16) null, "name_folded" text generated always as (fold_text("name")) stored null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "team_newest" on "team" ("workspace_id", "created_at", "id") where archived_at is null;');
    this.addSql(
      'create index "team_archived" on "team" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql('create index "team_by_name" on "team" ("workspace_id", "name", "id") where archived_at is null;');
    this.addSql('alter table "team" add constraint "team_name" unique ("workspace_id", "name_folded");');
    this.addSql(
      'create table "team_member" ("workspace_id" uuid not null, "team_id" uuid not null, "member_id" uuid not null, "is_leader" boolean not null default false, primary key ("workspace_id", "team_id", "member_id"));',
    );
    this.addSql('create index "team_member_of" on "team_member" ("workspace_id", "member_id");');
    this.addSql('alter table "team" enable row level security;');
    this.addSql('alter table "team" force row level security;');
    this.addSql(
      "create policy \"team_guard\" on \"team\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "team_runtime" on "team" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "team_member" enable row level security;');
    this.addSql('alter table "team_member" force row level security;');
    this.addSql(
      "create policy \"team_member_guard\" on \"team_member\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "team_member_runtime" on "team_member" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'alter table "team_member" add constraint "team_member_team_id_link" foreign key ("workspace_id", "team_id") references "team" ("workspace_id", "id") on delete cascade;',
    );
  }
}
