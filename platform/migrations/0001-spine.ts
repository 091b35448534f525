import { Migration } from '@mikro-orm/migrations';

/** The first tables, with their policies. Written from the entities by `node platform/src/migrate/write-migration.ts`. */
export class Spine extends Migration {
  override up(): void {
    this.addSql('create extension if not exists pg_trgm;');
    this.addSql('create extension if not exists btree_gin;');
    this.addSql('create extension if not exists unaccent;');
    this.addSql(
      'create table "api_key" ("id" uuid not null, "organization_id" uuid not null, "workspace_id" uuid null, "name" varchar(120) not null, "hint" varchar(8) not null, "secret_hash" varchar(64) not null, "permissions" text[] not null, "created_at" timestamptz(3) not null default now(), "last_used_at" timestamptz(3) null, "expires_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql('alter table "api_key" add constraint "api_key_secret_hash_unique" unique ("secret_hash");');
    this.addSql('create index "api_key_organization_id_index" on "api_key" ("organization_id");');
    this.addSql(
      'create table "embed_session" ("id" uuid not null, "organization_id" uuid not null, "workspace_id" uuid not null, "secret_hash" varchar(64) not null, "external_id" varchar(200) not null, "user_name" varchar(200) not null, "user_email" varchar(254) null, "widgets" jsonb not null, "permissions" text[] not null, "origins" text[] not null, "created_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql(
      'alter table "embed_session" add constraint "embed_session_secret_hash_unique" unique ("secret_hash");',
    );
    this.addSql('create index "embed_session_workspace_id_index" on "embed_session" ("workspace_id");');
    this.addSql(
      'create table "event" ("workspace_id" uuid not null, "id" uuid not null, "position" bigint null, "type" varchar(64) not null, "data" jsonb not null, "at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "event_stream" on "event" ("workspace_id", "position");');
    this.addSql('create index "event_waiting" on "event" ("id") where position is null;');
    this.addSql('create table "event_head" ("id" serial primary key, "position" bigint not null);');
    this.addSql(
      'create table "idempotency_record" ("workspace_id" uuid not null, "id" uuid not null, "key" varchar(255) not null, "procedure" varchar(128) not null, "request_hash" varchar(64) not null, "answer" text not null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'alter table "idempotency_record" add constraint "idempotency_record_workspace_id_key_unique" unique ("workspace_id", "key");',
    );
    this.addSql(
      'create table "member" ("id" uuid not null, "user_id" uuid not null, "organization_id" uuid not null, "workspace_id" uuid null, "role" varchar(32) not null, "created_at" timestamptz(3) not null default now(), primary key ("id"));',
    );
    this.addSql('create index "member_user_id_index" on "member" ("user_id");');
    this.addSql('create index "member_organization_id_index" on "member" ("organization_id");');
    this.addSql(
      'create table "organization" ("id" uuid not null, "parent_id" uuid null, "kind" varchar(16) not null, "name" varchar(120) not null, "slug" varchar(64) not null, "brand" jsonb not null default \'{}\', "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("id"));',
    );
    this.addSql('alter table "organization" add constraint "organization_slug_unique" unique ("slug");');
    this.addSql('create index "organization_parent_id_index" on "organization" ("parent_id");');
    this.addSql(
      'create table "app_user" ("id" uuid not null, "email" varchar(254) not null, "name" varchar(120) not null, "password_hash" varchar(255) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("id"));',
    );
    this.addSql('alter table "app_user" add constraint "app_user_email_unique" unique ("email");');
    this.addSql(
      'create table "user_session" ("id" uuid not null, "user_id" uuid not null, "token_hash" varchar(64) not null, "created_at" timestamptz(3) not null default now(), "last_seen_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql('alter table "user_session" add constraint "user_session_token_hash_unique" unique ("token_hash");');
    this.addSql('create index "user_session_user_id_index" on "user_session" ("user_id");');
    this.addSql(
      'create table "workspace" ("id" uuid not null, "organization_id" uuid not null, "name" varchar(120) not null, "time_zone" varchar(64) not null default \'UTC\', "locale" varchar(8) not null default \'en\', "delivery_guarantee" varchar(16) not null default \'at_most_once\', "daily_cap" int null, "brand" jsonb not null default \'{}\', "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("id"));',
    );
    this.addSql('create index "workspace_organization_id_index" on "workspace" ("organization_id");');
    this.addSql('alter table "event" enable row level security;');
    this.addSql('alter table "event" force row level security;');
    this.addSql(
      "create policy \"event_guard\" on \"event\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "event_runtime" on "event" to "tabard_runtime" using (true) with check (true);');
    this.addSql('create policy "event_maintenance_select" on "event" for select to "tabard_maintenance" using (true);');
    this.addSql(
      'create policy "event_maintenance_update" on "event" for update to "tabard_maintenance" using (true) with check (true);',
    );
    this.addSql('create policy "event_maintenance_delete" on "event" for delete to "tabard_maintenance" using (true);');
    this.addSql('alter table "idempotency_record" enable row level security;');
    this.addSql('alter table "idempotency_record" force row level security;');
    this.addSql(
      "create policy \"idempotency_record_guard\" on \"idempotency_record\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "idempotency_record_runtime" on "idempotency_record" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "idempotency_record_maintenance_select" on "idempotency_record" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "idempotency_record_maintenance_delete" on "idempotency_record" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql('insert into event_head (id, position) values (1, 0);');
  }
}
