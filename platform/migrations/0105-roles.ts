import { Migration } from '@mikro-orm/migrations';

/** Organizations and workspaces make roles of their own, and give them to members and in invitations. */
export class Roles extends Migration {
  override up(): void {
    this.addSql(
      'create table "role" ("id" uuid not null, "scope_id" uuid not null, "organization_id" uuid not null, "workspace_id" uuid null, "name" varchar(80) not null, "description" varchar(300) not null default \'\', "permissions" text[] not null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("id"));',
    );
    this.addSql('create index "role_organization_id_index" on "role" ("organization_id");');
    this.addSql('create unique index "role_name" on "role" ("scope_id", fold_text("name"));');
    this.addSql('alter table "invitation" add "role_id" uuid null;');
    this.addSql('alter table "member" add "role_id" uuid null;');
    this.addSql('create index "member_role_id_index" on "member" ("role_id");');
    this.addSql('alter table "role" enable row level security;');
    this.addSql('alter table "role" force row level security;');
    this.addSql('create policy "role_select" on "role" for select to "tabard_runtime" using (true);');
    this.addSql(
      'create policy "role_insert" on "role" for insert to "tabard_runtime" with check (scope_id = (select nullif(current_setting(\'app.workspace_id\', true), \'\')::uuid));',
    );
    this.addSql(
      "create policy \"role_update\" on \"role\" for update to \"tabard_runtime\" using (scope_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (scope_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "role_delete" on "role" for delete to "tabard_runtime" using (scope_id = (select nullif(current_setting(\'app.workspace_id\', true), \'\')::uuid));',
    );
  }
}
