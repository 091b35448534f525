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
      'create table "audience_part" ("workspace_id" uuid not null, "id" uuid not null, "campaign_id" uuid not null, "position" int not null, "lead_ids" uuid[] not null, "lead_count" int not null, primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "audience_part_workspace_id_campaign_id_position_index" on "audience_part" ("workspace_id", "campaign_id", "position");',
    );
    this.addSql(
      'create table "campaign" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(120) not null, "state" varchar(16) not null default \'draft\', "schedule" jsonb not null, "audience" jsonb not null default \'{}\', "mailbox_ids" uuid[] not null default \'{}\', "stop_on_reply" boolean not null default true, "track_opens" boolean not null default true, "track_clicks" boolean not null default true, "epoch" int not null default 0, "lead_count" int not null default 0, "launched_at" timestamptz(3) null, "completed_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create table "claim" ("workspace_id" uuid not null, "id" uuid not null, "mailbox_id" uuid not null, "delivery_ids" uuid[] not null, "opened" uuid[] not null default \'{}\', "opened_at" timestamptz(3) null, "lease_until" timestamptz(3) not null, primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "claim_lease_until_index" on "claim" ("lease_until");');
    this.addSql('create index "claim_workspace_id_mailbox_id_index" on "claim" ("workspace_id", "mailbox_id");');
    this.addSql(
      'create table "conversation" ("workspace_id" uuid not null, "id" uuid not null, "mailbox_id" uuid not null, "lead_id" uuid null, "campaign_id" uuid null, "counterpart_address" varchar(254) not null, "counterpart_name" varchar(200) not null default \'\', "subject" text not null, "thread_subject" varchar(200) not null default \'\', "preview" text not null default \'\', "intent" varchar(16) null, "last_class" varchar(16) not null, "unread" boolean not null default true, "state" varchar(16) not null default \'open\', "human" boolean not null default false, "message_count" int not null default 0, "last_message_at" timestamptz(3) not null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "conversation_list" on "conversation" ("workspace_id", "state", "last_message_at", "id");',
    );
    this.addSql(
      'create index "conversation_thread" on "conversation" ("workspace_id", "counterpart_address", "mailbox_id");',
    );
    this.addSql(
      'create index "conversation_unread" on "conversation" ("workspace_id", "state", "last_message_at", "id") where unread;',
    );
    this.addSql(
      'create index "conversation_workspace_id_lead_id_index" on "conversation" ("workspace_id", "lead_id");',
    );
    this.addSql(
      'create table "delivery" ("workspace_id" uuid not null, "id" uuid not null, "mailbox_id" uuid not null, "campaign_id" uuid null, "enrollment_id" uuid null, "step_id" uuid null, "lead_id" uuid null, "inbox_message_id" uuid null, "to_address" varchar(254) not null, "address_hash" varchar(64) not null, "subject" text not null, "message_id" varchar(255) not null, "pack_id" uuid null, "pack_start" int not null default 0, "pack_size" int not null default 0, "raw_hash" varchar(64) not null, "state" varchar(16) not null, "troubled" boolean not null, "epoch" int not null default 0, "due_at" timestamptz(3) null, "fence" uuid null, "opened_at" timestamptz(3) null, "day" date null, "attempts" int not null default 0, "reply" text null, "created_at" timestamptz(3) not null default now(), "sent_at" timestamptz(3) null, primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create unique index "delivery_once" on "delivery" ("workspace_id", "enrollment_id", "step_id") where enrollment_id is not null;',
    );
    this.addSql(
      'create index "delivery_lane" on "delivery" ("workspace_id", "mailbox_id", "due_at") where due_at is not null;',
    );
    this.addSql(
      'create index "delivery_waiting" on "delivery" ("workspace_id", "campaign_id") where due_at is not null;',
    );
    this.addSql('create index "delivery_trouble" on "delivery" ("workspace_id", "campaign_id", "id") where troubled;');
    this.addSql(
      'create index "delivery_workspace_id_campaign_id_id_index" on "delivery" ("workspace_id", "campaign_id", "id");',
    );
    this.addSql(
      'create unique index "delivery_message" on "delivery" ("workspace_id", "message_id") where enrollment_id is null;',
    );
    this.addSql('create index "delivery_lead" on "delivery" ("workspace_id", "lead_id") where enrollment_id is null;');
    this.addSql(
      'alter table "delivery" add constraint "delivery_waits" check ((state = \'planned\') = (due_at is not null));',
    );
    this.addSql(
      'alter table "delivery" add constraint "delivery_troubled" check (troubled = (state in (\'rejected\', \'unknown\')));',
    );
    this.addSql(
      'create table "embed_configuration" ("workspace_id" uuid not null, "widget" varchar(64) not null, "settings" jsonb not null, "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "widget"));',
    );
    this.addSql(
      'create table "embed_session" ("id" uuid not null, "organization_id" uuid not null, "workspace_id" uuid not null, "secret_hash" varchar(64) not null, "external_id" varchar(200) not null, "user_name" varchar(200) not null, "user_email" varchar(254) null, "widgets" jsonb not null, "hosted_page_id" uuid null, "permissions" text[] not null, "origins" text[] not null, "created_at" timestamptz(3) not null default now(), "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql(
      'alter table "embed_session" add constraint "embed_session_secret_hash_unique" unique ("secret_hash");',
    );
    this.addSql('create index "embed_session_workspace_id_index" on "embed_session" ("workspace_id");');
    this.addSql('create index "embed_session_origins" on "embed_session" using gin ("origins");');
    this.addSql(
      'create table "enrollment" ("workspace_id" uuid not null, "id" uuid not null, "campaign_id" uuid not null, "lead_id" uuid not null, "mailbox_id" uuid not null, "state" varchar(16) not null default \'active\', "steps_sent" int not null default 0, "next_step_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "enrollment_workspace_id_lead_id_index" on "enrollment" ("workspace_id", "lead_id");');
    this.addSql(
      'create index "enrollment_due" on "enrollment" ("workspace_id", "campaign_id", "mailbox_id", "next_step_at") where next_step_at is not null;',
    );
    this.addSql(
      'alter table "enrollment" add constraint "enrollment_workspace_id_campaign_id_lead_id_unique" unique ("workspace_id", "campaign_id", "lead_id");',
    );
    this.addSql(
      'alter table "enrollment" add constraint "enrollment_goes_on" check (next_step_at is null or state = \'active\');',
    );
    this.addSql(
      'create table "event" ("workspace_id" uuid not null, "id" uuid not null, "position" bigint null, "type" varchar(64) not null, "data" jsonb not null, "at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "event_stream" on "event" ("workspace_id", "position");');
    this.addSql('create index "event_waiting" on "event" ("id") where position is null;');
    this.addSql('create table "event_head" ("id" serial primary key, "position" bigint not null);');
    this.addSql(
      'create table "hosted_page" ("id" uuid not null, "organization_id" uuid not null, "workspace_id" uuid not null, "external_id" varchar(200) not null, "user_name" varchar(200) not null, "user_email" varchar(254) null, "widgets" jsonb not null, "permissions" text[] not null, "widget" varchar(64) not null, "place" varchar(200) null, "frame_origins" text[] not null, "return_url" varchar(2048) null, "code_hash" varchar(64) not null, "code_expires_at" timestamptz(3) not null, "spent_hashes" text[] not null default \'{}\', "created_at" timestamptz(3) not null default now(), "ends_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, primary key ("id"));',
    );
    this.addSql('create index "hosted_page_workspace_id_index" on "hosted_page" ("workspace_id");');
    this.addSql('create index "hosted_page_ends_at_index" on "hosted_page" ("ends_at");');
    this.addSql(
      'create table "idempotency_record" ("workspace_id" uuid not null, "id" uuid not null, "key" varchar(255) not null, "procedure" varchar(128) not null, "request_hash" varchar(64) not null, "answer" text not null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'alter table "idempotency_record" add constraint "idempotency_record_workspace_id_key_unique" unique ("workspace_id", "key");',
    );
    this.addSql(
      'create table "lead" ("workspace_id" uuid not null, "id" uuid not null, "email" varchar(254) not null, "first_name" varchar(100) null, "last_name" varchar(100) null, "company" varchar(200) null, "title" varchar(200) null, "phone" varchar(50) null, "city" varchar(100) null, "country" varchar(100) null, "website" varchar(300) null, "time_zone" varchar(64) null, "tags" text[] not null default \'{}\', "custom" jsonb not null default \'{}\', "status" varchar(16) not null default \'new\', "source" varchar(16) not null default \'manual\', "import_id" uuid null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create unique index "lead_live_email" on "lead" ("workspace_id", "email") include ("id") where archived_at is null;',
    );
    this.addSql('create index "lead_newest" on "lead" ("workspace_id", "created_at", "id") where archived_at is null;');
    this.addSql(
      'create index "lead_archived" on "lead" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql(
      'create index "lead_company" on "lead" ("workspace_id", (coalesce(company, \'\')), "id") include ("company") where archived_at is null;',
    );
    this.addSql(
      'create index "lead_last_name" on "lead" ("workspace_id", (coalesce(last_name, \'\')), "id") include ("last_name") where archived_at is null;',
    );
    this.addSql(
      'create table "lead_import" ("workspace_id" uuid not null, "id" uuid not null, "upload_id" uuid not null, "file_name" varchar(300) not null, "state" varchar(16) not null default \'queued\', "options" jsonb not null, "progress" double precision not null default 0, "rows_read" int not null default 0, "rows_created" int not null default 0, "rows_updated" int not null default 0, "rows_skipped" int not null default 0, "rows_rejected" int not null default 0, "rejected" jsonb not null default \'[]\', "error" text null, "lease_until" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "finished_at" timestamptz(3) null, primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "lead_import_workspace_id_created_at_index" on "lead_import" ("workspace_id", "created_at");',
    );
    this.addSql(
      'create table "mailbox" ("workspace_id" uuid not null, "id" uuid not null, "address" varchar(254) not null, "display_name" varchar(120) not null, "state" varchar(16) not null default \'active\', "problem" text null, "daily_cap" int not null default 50, "min_gap" int not null default 0, "signature" text not null default \'\', "smtp_host" varchar(253) not null, "smtp_port" int not null, "smtp_security" varchar(16) not null, "smtp_user" varchar(254) not null, "smtp_password" text not null, "imap_host" varchar(253) null, "imap_port" int null, "imap_security" varchar(16) null, "imap_user" varchar(254) null, "imap_password" text null, "uid_validity" varchar(32) null, "last_uid" int not null default 0, "last_received_at" timestamptz(3) null, "next_send_at" timestamptz(3) not null default now(), "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create unique index "mailbox_live_address" on "mailbox" ("workspace_id", "address") where archived_at is null;',
    );
    this.addSql(
      'create table "mailbox_day" ("workspace_id" uuid not null, "mailbox_id" uuid not null, "day" date not null, "reserved" int not null default 0, primary key ("workspace_id", "mailbox_id", "day"));',
    );
    this.addSql(
      'create table "mail_event" ("workspace_id" uuid not null, "id" uuid not null, "month" date not null, "type" varchar(16) not null, "delivery_id" uuid null, "campaign_id" uuid null, "step_id" uuid null, "lead_id" uuid null, "detail" text null, "at" timestamptz(3) not null default now(), "day" date not null, "first" boolean not null, primary key ("workspace_id", "id", "month")) partition by range ("month");',
    );
    this.addSql(
      'create unique index "mail_event_first" on "mail_event" ("workspace_id", "delivery_id", "type", "month") where "first";',
    );
    this.addSql(
      'create index "mail_event_lead" on "mail_event" ("workspace_id", "lead_id", "at") where "type" <> \'sent\';',
    );
    this.addSql(
      'create table "mail_pack" ("workspace_id" uuid not null, "id" uuid not null, "bytes" bytea not null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "mail_pack_created_at_index" on "mail_pack" ("created_at");');
    this.addSql(
      'create table "mail_rollup" ("workspace_id" uuid not null, "day" date not null, "campaign_id" uuid not null, "step_id" uuid not null, "type" varchar(16) not null, "total" int not null default 0, "firsts" int not null default 0, primary key ("workspace_id", "day", "campaign_id", "step_id", "type"));',
    );
    this.addSql(
      'create index "mail_rollup_workspace_id_campaign_id_index" on "mail_rollup" ("workspace_id", "campaign_id");',
    );
    this.addSql(
      'create table "member" ("id" uuid not null, "user_id" uuid not null, "organization_id" uuid not null, "workspace_id" uuid null, "role" varchar(32) not null, "created_at" timestamptz(3) not null default now(), primary key ("id"));',
    );
    this.addSql('create index "member_user_id_index" on "member" ("user_id");');
    this.addSql('create index "member_organization_id_index" on "member" ("organization_id");');
    this.addSql(
      'create table "message" ("workspace_id" uuid not null, "id" uuid not null, "conversation_id" uuid not null, "mailbox_id" uuid not null, "direction" varchar(3) not null, "state" varchar(16) not null, "class" varchar(16) not null, "message_id" varchar(255) not null, "in_reply_to" varchar(255) null, "references" text[] not null default \'{}\', "from_name" varchar(200) not null default \'\', "from_address" varchar(254) not null, "recipients" jsonb not null, "subject" text not null, "text" text not null, "quoted" text not null default \'\', "html" text null, "blocked_images" int not null default 0, "attachments" jsonb not null default \'[]\', "delivery_id" uuid null, "problem" text null, "sent_at" timestamptz(3) not null, primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "message_workspace_id_conversation_id_sent_at_index" on "message" ("workspace_id", "conversation_id", "sent_at");',
    );
    this.addSql(
      'alter table "message" add constraint "message_workspace_id_mailbox_id_message_id_unique" unique ("workspace_id", "mailbox_id", "message_id");',
    );
    this.addSql(
      'create table "organization" ("id" uuid not null, "parent_id" uuid null, "kind" varchar(16) not null, "name" varchar(120) not null, "slug" varchar(64) not null, "brand" jsonb not null default \'{}\', "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("id"));',
    );
    this.addSql('alter table "organization" add constraint "organization_slug_unique" unique ("slug");');
    this.addSql('create index "organization_parent_id_index" on "organization" ("parent_id");');
    this.addSql(
      'create table "organization_embed_configuration" ("organization_id" uuid not null, "widget" varchar(64) not null, "settings" jsonb not null, "updated_at" timestamptz(3) not null default now(), primary key ("organization_id", "widget"));',
    );
    this.addSql(
      'create table "rate_limit" ("key" varchar(255) not null, "points" int not null default 0, "expire" bigint null, primary key ("key"));',
    );
    this.addSql(
      'create table "step" ("workspace_id" uuid not null, "id" uuid not null, "campaign_id" uuid not null, "position" int not null, "delay_amount" int not null, "delay_unit" varchar(8) not null, "subject" varchar(500) not null, "body" text not null, "started_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "step_workspace_id_campaign_id_position_index" on "step" ("workspace_id", "campaign_id", "position");',
    );
    this.addSql(
      'create table "suppression" ("workspace_id" uuid not null, "id" uuid not null, "address_hash" varchar(64) not null, "email" varchar(254) null, "reason" varchar(16) not null, "campaign_id" uuid null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "suppression_newest" on "suppression" ("workspace_id", "created_at", "id");');
    this.addSql(
      'alter table "suppression" add constraint "suppression_workspace_id_address_hash_unique" unique ("workspace_id", "address_hash");',
    );
    this.addSql(
      'create table "template" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(120) not null, "subject" varchar(500) not null, "body" text not null, "fields" text[] not null default \'{}\', "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create table "upload" ("workspace_id" uuid not null, "id" uuid not null, "file_name" varchar(300) not null, "size" bigint not null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
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
    this.addSql('alter table "audience_part" enable row level security;');
    this.addSql('alter table "audience_part" force row level security;');
    this.addSql(
      "create policy \"audience_part_guard\" on \"audience_part\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "audience_part_runtime" on "audience_part" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "audience_part_maintenance_select" on "audience_part" for select to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "campaign" enable row level security;');
    this.addSql('alter table "campaign" force row level security;');
    this.addSql(
      "create policy \"campaign_guard\" on \"campaign\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "campaign_runtime" on "campaign" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "campaign_maintenance_select" on "campaign" for select to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "claim" enable row level security;');
    this.addSql('alter table "claim" force row level security;');
    this.addSql(
      "create policy \"claim_guard\" on \"claim\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "claim_runtime" on "claim" to "tabard_runtime" using (true) with check (true);');
    this.addSql('create policy "claim_maintenance_select" on "claim" for select to "tabard_maintenance" using (true);');
    this.addSql('alter table "conversation" enable row level security;');
    this.addSql('alter table "conversation" force row level security;');
    this.addSql(
      "create policy \"conversation_guard\" on \"conversation\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "conversation_runtime" on "conversation" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "delivery" enable row level security;');
    this.addSql('alter table "delivery" force row level security;');
    this.addSql(
      "create policy \"delivery_guard\" on \"delivery\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "delivery_runtime" on "delivery" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "delivery_maintenance_select" on "delivery" for select to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "embed_configuration" enable row level security;');
    this.addSql('alter table "embed_configuration" force row level security;');
    this.addSql(
      "create policy \"embed_configuration_guard\" on \"embed_configuration\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "embed_configuration_runtime" on "embed_configuration" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "enrollment" enable row level security;');
    this.addSql('alter table "enrollment" force row level security;');
    this.addSql(
      "create policy \"enrollment_guard\" on \"enrollment\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "enrollment_runtime" on "enrollment" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "enrollment_maintenance_select" on "enrollment" for select to "tabard_maintenance" using (true);',
    );
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
    this.addSql('alter table "lead" enable row level security;');
    this.addSql('alter table "lead" force row level security;');
    this.addSql(
      "create policy \"lead_guard\" on \"lead\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "lead_runtime" on "lead" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "lead_import" enable row level security;');
    this.addSql('alter table "lead_import" force row level security;');
    this.addSql(
      "create policy \"lead_import_guard\" on \"lead_import\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "lead_import_runtime" on "lead_import" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "lead_import_maintenance_select" on "lead_import" for select to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "mailbox" enable row level security;');
    this.addSql('alter table "mailbox" force row level security;');
    this.addSql(
      "create policy \"mailbox_guard\" on \"mailbox\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "mailbox_runtime" on "mailbox" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "mailbox_maintenance_select" on "mailbox" for select to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "mailbox_day" enable row level security;');
    this.addSql('alter table "mailbox_day" force row level security;');
    this.addSql(
      "create policy \"mailbox_day_guard\" on \"mailbox_day\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "mailbox_day_runtime" on "mailbox_day" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "mail_event" enable row level security;');
    this.addSql('alter table "mail_event" force row level security;');
    this.addSql(
      "create policy \"mail_event_guard\" on \"mail_event\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "mail_event_runtime" on "mail_event" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "mail_pack" enable row level security;');
    this.addSql('alter table "mail_pack" force row level security;');
    this.addSql(
      "create policy \"mail_pack_guard\" on \"mail_pack\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "mail_pack_runtime" on "mail_pack" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "mail_pack_maintenance_select" on "mail_pack" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "mail_pack_maintenance_delete" on "mail_pack" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "mail_rollup" enable row level security;');
    this.addSql('alter table "mail_rollup" force row level security;');
    this.addSql(
      "create policy \"mail_rollup_guard\" on \"mail_rollup\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "mail_rollup_runtime" on "mail_rollup" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "message" enable row level security;');
    this.addSql('alter table "message" force row level security;');
    this.addSql(
      "create policy \"message_guard\" on \"message\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "message_runtime" on "message" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "step" enable row level security;');
    this.addSql('alter table "step" force row level security;');
    this.addSql(
      "create policy \"step_guard\" on \"step\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "step_runtime" on "step" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "suppression" enable row level security;');
    this.addSql('alter table "suppression" force row level security;');
    this.addSql(
      "create policy \"suppression_guard\" on \"suppression\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "suppression_runtime" on "suppression" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "template" enable row level security;');
    this.addSql('alter table "template" force row level security;');
    this.addSql(
      "create policy \"template_guard\" on \"template\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "template_runtime" on "template" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "upload" enable row level security;');
    this.addSql('alter table "upload" force row level security;');
    this.addSql(
      "create policy \"upload_guard\" on \"upload\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "upload_runtime" on "upload" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "upload_maintenance_select" on "upload" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "upload_maintenance_delete" on "upload" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'alter table "step" add constraint "step_campaign_id_link" foreign key ("workspace_id", "campaign_id") references "campaign" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "audience_part" add constraint "audience_part_campaign_id_link" foreign key ("workspace_id", "campaign_id") references "campaign" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "enrollment" add constraint "enrollment_campaign_id_link" foreign key ("workspace_id", "campaign_id") references "campaign" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "enrollment" add constraint "enrollment_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "enrollment" add constraint "enrollment_mailbox_id_link" foreign key ("workspace_id", "mailbox_id") references "mailbox" ("workspace_id", "id");',
    );
    this.addSql(
      'alter table "conversation" add constraint "conversation_mailbox_id_link" foreign key ("workspace_id", "mailbox_id") references "mailbox" ("workspace_id", "id");',
    );
    this.addSql(
      'alter table "message" add constraint "message_conversation_id_link" foreign key ("workspace_id", "conversation_id") references "conversation" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      "create function wall_month(name text) returns void language plpgsql security definer set search_path = pg_catalog, public as $do$ begin\n       execute format('alter table public.%I enable row level security', name);\n       execute format('alter table public.%I force row level security', name);\n       execute format($q$create policy %I on public.%I as restrictive to tabard_runtime using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))$q$, name || '_guard', name);\n     end $do$;",
    );
    this.addSql(
      "create function make_month(parent text, first date) returns void language plpgsql security definer set search_path = pg_catalog, public as $do$\n     declare name text := parent || to_char(first, '_YYYY_MM');\n     begin\n       if parent not in ('mail_event') then raise exception '% is not kept by month', parent; end if;\n       perform pg_advisory_xact_lock(7401002);\n       if to_regclass('public.' || name) is not null then return; end if;\n       execute format('create table public.%I partition of public.%I for values from (%L) to (%L)', name, parent, first, first + interval '1 month');\n       perform public.wall_month(name);\n     end $do$;",
    );
    this.addSql(
      "create function drop_months(parent text, before date) returns setof text language plpgsql security definer set search_path = pg_catalog, public as $do$\n     declare name text;\n     begin\n       if parent not in ('mail_event') then raise exception '% is not kept by month', parent; end if;\n       perform pg_advisory_xact_lock(7401002);\n       for name in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid\n                    where i.inhparent = ('public.' || parent)::regclass and c.relname ~ '_[0-9]{4}_[0-9]{2}$'\n                      and to_date(right(c.relname, 7), 'YYYY_MM') < before loop\n         execute format('drop table public.%I', name);\n         return next name;\n       end loop;\n     end $do$;",
    );
    this.addSql(
      'revoke execute on function wall_month(text), make_month(text, date), drop_months(text, date) from public;',
    );
    this.addSql('grant execute on function make_month(text, date), drop_months(text, date) to tabard_maintenance;');
    this.addSql('create table "mail_event_rest" partition of "mail_event" default;');
    this.addSql("select wall_month('mail_event_rest');");
    this.addSql(
      "select make_month('mail_event', m::date) from generate_series(date_trunc('month', now()) - interval '24 months', now() + interval '2 months', interval '1 month') m;",
    );
    this.addSql(
      "create function refresh_statistics(name text) returns void language plpgsql security definer set search_path = pg_catalog, public as $do$\n   begin\n     if name not in ('enrollment', 'lead') then raise exception '% is not filled in bulk', name; end if;\n     execute format('analyze public.%I', name);\n   end $do$;",
    );
    this.addSql('revoke execute on function refresh_statistics(text) from public;');
    this.addSql('grant execute on function refresh_statistics(text) to tabard_maintenance;');
    this.addSql('alter table mail_pack alter column bytes set storage external;');
    this.addSql('alter table delivery set (fillfactor = 48);');
    this.addSql('alter table claim set (fillfactor = 50);');
    this.addSql('alter table enrollment set (fillfactor = 50);');
    this.addSql('insert into event_head (id, position) values (1, 0);');
  }
}
