import { Migration } from '@mikro-orm/migrations';

/** People are invited, the platform writes mails of its own, and when somebody was last here is kept with the person. */
export class MembersAndSystemMail extends Migration {
  override up(): void {
    this.addSql(
      'create table "invitation" ("id" uuid not null, "organization_id" uuid not null, "workspace_id" uuid null, "email" varchar(254) not null, "role" varchar(32) not null, "token_hashes" text[] not null, "invited_by" varchar(200) not null, "created_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, "accepted_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql('create index "invitation_organization_id_index" on "invitation" ("organization_id");');
    this.addSql('create index "invitation_token_hashes" on "invitation" using gin ("token_hashes");');
    this.addSql(
      'create unique index "invitation_open" on "invitation" ("organization_id", "workspace_id", "email") nulls not distinct where "accepted_at" is null and "revoked_at" is null;',
    );
    this.addSql(
      'create table "system_mail" ("workspace_id" uuid not null, "id" uuid not null, "organization_id" uuid not null, "kind" varchar(32) not null, "subject_id" uuid not null, "recipient" varchar(254) not null, "message_id" varchar(200) not null, "state" varchar(16) not null default \'waiting\', "content" text null, "attempts" int not null default 0, "problem" varchar(500) null, "created_at" timestamptz(3) not null default now(), "next_try_at" timestamptz(3) null default now(), "ended_at" timestamptz(3) null, primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "system_mail_workspace_id_subject_id_index" on "system_mail" ("workspace_id", "subject_id");',
    );
    this.addSql('create index "system_mail_due" on "system_mail" ("next_try_at") where "next_try_at" is not null;');
    this.addSql('alter table "app_user" add "last_seen_at" timestamptz(3) null;');
    this.addSql('alter table "system_mail" enable row level security;');
    this.addSql('alter table "system_mail" force row level security;');
    this.addSql(
      "create policy \"system_mail_guard\" on \"system_mail\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "system_mail_runtime" on "system_mail" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "system_mail_maintenance_select" on "system_mail" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "system_mail_maintenance_delete" on "system_mail" for delete to "tabard_maintenance" using (true);',
    );
  }
}
