import { Migration } from '@mikro-orm/migrations';

/** People sign in with accounts at identity providers, open ones and their company's; a sign-in knows the account that opened it. */
export class IdentityProviders extends Migration {
  override up(): void {
    this.addSql(
      'create table "authorization_request" ("id" uuid not null, "state_hash" varchar(64) not null, "browser_hash" varchar(64) null, "kind" varchar(16) not null, "provider_id" uuid null, "user_id" uuid null, "session_id" uuid null, "domain_id" uuid null, "return_path" varchar(200) null, "expires_at" timestamptz(3) not null, primary key ("id"));',
    );
    this.addSql(
      'alter table "authorization_request" add constraint "authorization_request_state_hash_unique" unique ("state_hash");',
    );
    this.addSql(
      'create table "identity_provider" ("workspace_id" uuid not null, "id" uuid not null, "organization_id" uuid not null, "kind" varchar(16) not null, "name" varchar(80) not null, "issuer" varchar(500) not null, "client_id" varchar(400) not null, "client_secret" text not null, "domains" text[] not null default \'{}\', "join_role" varchar(32) null, "join_workspace_id" uuid null, "is_enforced" boolean not null default false, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'alter table "identity_provider" add constraint "identity_provider_workspace_id_kind_unique" unique ("workspace_id", "kind");',
    );
    this.addSql(
      'create table "user_identity" ("id" uuid not null, "user_id" uuid not null, "issuer" varchar(500) not null, "subject" varchar(255) not null, "kind" varchar(16) not null, "provider_id" uuid null, "name" varchar(80) not null, "email" varchar(254) null, "created_at" timestamptz(3) not null default now(), "confirmed_at" timestamptz(3) null, "last_used_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql('create index "user_identity_user_id_index" on "user_identity" ("user_id");');
    this.addSql(
      'alter table "user_identity" add constraint "user_identity_issuer_subject_unique" unique ("issuer", "subject");',
    );
    this.addSql('alter table "access_link" add "identity_id" uuid null;');
    this.addSql('alter table "sign_in_step" add "identity_id" uuid null;');
    this.addSql('alter table "user_session" add "identity_id" uuid null;');
    this.addSql('alter table "identity_provider" enable row level security;');
    this.addSql('alter table "identity_provider" force row level security;');
    this.addSql(
      "create policy \"identity_provider_guard\" on \"identity_provider\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "identity_provider_runtime" on "identity_provider" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "identity_provider_maintenance_select" on "identity_provider" for select to "tabard_maintenance" using (true);',
    );
  }
}
