import { Migration } from '@mikro-orm/migrations';

/** Host names that organizations and workspaces claim; a sign-in is good under the name at which it began. */
export class Domains extends Migration {
  override up(): void {
    this.addSql(
      'create table "domain" ("workspace_id" uuid not null, "id" uuid not null, "organization_id" uuid not null, "host" varchar(253) not null, "purpose" varchar(16) not null, "token" varchar(64) not null, "state" varchar(16) not null default \'pending\', "findings" jsonb null, "points" boolean not null default false, "failing_since" timestamptz(3) null, "checked_at" timestamptz(3) null, "asked_at" timestamptz(3) null default now(), "next_check_at" timestamptz(3) not null default now(), "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "domain_next_check_at_index" on "domain" ("next_check_at");');
    this.addSql('create index "domain_host_index" on "domain" ("host");');
    this.addSql(
      'alter table "domain" add constraint "domain_workspace_id_host_unique" unique ("workspace_id", "host");',
    );
    this.addSql('alter table "user_session" add "domain_id" uuid null;');
    this.addSql('alter table "domain" enable row level security;');
    this.addSql('alter table "domain" force row level security;');
    this.addSql(
      "create policy \"domain_guard\" on \"domain\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "domain_runtime" on "domain" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "domain_maintenance_select" on "domain" for select to "tabard_maintenance" using (true);',
    );
  }
}
