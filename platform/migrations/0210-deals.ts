import { Migration } from '@mikro-orm/migrations';

/** Pipelines with their stages, deals in them, who is in a deal, where it has been, and why it was won or lost. */
export class Deals extends Migration {
  override up(): void {
    this.addSql(
      'create table "deal" ("workspace_id" uuid not null, "id" uuid not null, "title" varchar(200) not null, "pipeline_id" uuid not null, "stage_id" uuid not null, "status" varchar(16) not null default \'open\', "value" bigint not null default \'0\', "currency" varchar(16) not null default \'EUR\', "probability" int null, "expected_close_on" date null, "forecast" varchar(16) not null default \'pipeline\', "owner_id" uuid null, "company_id" uuid null, "source" varchar(100) null, "lines" jsonb not null default \'[]\', "reason_id" uuid null, "reason_note" varchar(500) null, "closed_at" timestamptz(3) null, "stage_since" timestamptz(3) not null, "rank" varchar(300) not null, "revision" int not null default 1, "search_text" text generated always as (fold_text("title" || \' \' || coalesce("source", \'\'))) stored null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "deal_newest" on "deal" ("workspace_id", "created_at", "id") where archived_at is null;');
    this.addSql(
      'create index "deal_archived" on "deal" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql('create index "deal_by_title" on "deal" ("workspace_id", "title", "id") where archived_at is null;');
    this.addSql('create index "deal_by_value" on "deal" ("workspace_id", "value", "id") where archived_at is null;');
    this.addSql(
      'create index "deal_by_expected_close_on" on "deal" ("workspace_id", (case when expected_close_on is null then \'infinity\'::date else expected_close_on end), "id") where archived_at is null;',
    );
    this.addSql(
      'create index "deal_of_stage" on "deal" ("workspace_id", "stage_id", "rank", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "deal_sums" on "deal" ("workspace_id", "pipeline_id", "stage_id", "currency") include ("value", "probability", "status") where archived_at is null;',
    );
    this.addSql(
      'create index "deal_of_owner" on "deal" ("workspace_id", "owner_id", "created_at", "id") where archived_at is null and owner_id is not null;',
    );
    this.addSql(
      'create index "deal_of_company" on "deal" ("workspace_id", "company_id", "created_at", "id") where company_id is not null;',
    );
    this.addSql('create index "deal_at_stage" on "deal" ("workspace_id", "stage_id");');
    this.addSql('create index "deal_of_reason" on "deal" ("workspace_id", "reason_id") where reason_id is not null;');
    this.addSql(
      'create index "deal_expected" on "deal" ("workspace_id", "expected_close_on") include ("value", "currency", "probability", "stage_id", "owner_id", "pipeline_id", "forecast") where archived_at is null and status = \'open\';',
    );
    this.addSql(
      'create index "deal_closed" on "deal" ("workspace_id", "closed_at") include ("value", "currency", "status", "owner_id", "pipeline_id", "reason_id", "source", "forecast") where archived_at is null and status <> \'open\';',
    );
    this.addSql(
      'create table "deal_lead" ("workspace_id" uuid not null, "deal_id" uuid not null, "lead_id" uuid not null, "position" int not null, primary key ("workspace_id", "deal_id", "lead_id"));',
    );
    this.addSql('create index "deal_lead_of_lead" on "deal_lead" ("workspace_id", "lead_id", "deal_id");');
    this.addSql(
      'create table "deal_move" ("workspace_id" uuid not null, "id" uuid not null, "deal_id" uuid not null, "pipeline_id" uuid not null, "from_stage_id" uuid null, "to_stage_id" uuid not null, "from_since" timestamptz(3) null, "at" timestamptz(3) not null default now(), "value" bigint not null, "currency" varchar(16) not null, "owner_id" uuid null, "actor_kind" varchar(16) null, "actor_id" varchar(200) null, primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "deal_move_of_deal" on "deal_move" ("workspace_id", "deal_id", "at");');
    this.addSql(
      'create index "deal_move_left" on "deal_move" ("workspace_id", "from_stage_id", "at") include ("id", "to_stage_id", "from_since") where from_stage_id is not null;',
    );
    this.addSql(
      'create table "deal_reason" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(100) not null, "outcome" varchar(16) not null, "name_folded" text generated always as (fold_text("name")) stored null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "deal_reason_newest" on "deal_reason" ("workspace_id", "created_at", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "deal_reason_archived" on "deal_reason" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql(
      'create index "deal_reason_by_name" on "deal_reason" ("workspace_id", "name", "id") where archived_at is null;',
    );
    this.addSql(
      'alter table "deal_reason" add constraint "deal_reason_name" unique ("workspace_id", "outcome", "name_folded");',
    );
    this.addSql(
      'create table "pipeline" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(100) not null, "currency" varchar(16) not null default \'EUR\', "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "pipeline_newest" on "pipeline" ("workspace_id", "created_at", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "pipeline_archived" on "pipeline" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql(
      'create index "pipeline_by_name" on "pipeline" ("workspace_id", "name", "id") where archived_at is null;',
    );
    this.addSql(
      'create table "pipeline_stage" ("workspace_id" uuid not null, "id" uuid not null, "pipeline_id" uuid not null, "name" varchar(60) not null, "kind" varchar(16) not null, "probability" int not null default 0, "rotting_days" int null, "required_fields" text[] not null default \'{}\', "position" int not null, "removed_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "pipeline_stage_order" on "pipeline_stage" ("workspace_id", "pipeline_id", "position");');
    this.addSql('alter table "deal" enable row level security;');
    this.addSql('alter table "deal" force row level security;');
    this.addSql(
      "create policy \"deal_guard\" on \"deal\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "deal_runtime" on "deal" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "deal_lead" enable row level security;');
    this.addSql('alter table "deal_lead" force row level security;');
    this.addSql(
      "create policy \"deal_lead_guard\" on \"deal_lead\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "deal_lead_runtime" on "deal_lead" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "deal_move" enable row level security;');
    this.addSql('alter table "deal_move" force row level security;');
    this.addSql(
      "create policy \"deal_move_guard\" on \"deal_move\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "deal_move_runtime" on "deal_move" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "deal_reason" enable row level security;');
    this.addSql('alter table "deal_reason" force row level security;');
    this.addSql(
      "create policy \"deal_reason_guard\" on \"deal_reason\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "deal_reason_runtime" on "deal_reason" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "pipeline" enable row level security;');
    this.addSql('alter table "pipeline" force row level security;');
    this.addSql(
      "create policy \"pipeline_guard\" on \"pipeline\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "pipeline_runtime" on "pipeline" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "pipeline_stage" enable row level security;');
    this.addSql('alter table "pipeline_stage" force row level security;');
    this.addSql(
      "create policy \"pipeline_stage_guard\" on \"pipeline_stage\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "pipeline_stage_runtime" on "pipeline_stage" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'alter table "pipeline_stage" add constraint "pipeline_stage_pipeline_id_link" foreign key ("workspace_id", "pipeline_id") references "pipeline" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "deal" add constraint "deal_pipeline_id_link" foreign key ("workspace_id", "pipeline_id") references "pipeline" ("workspace_id", "id");',
    );
    this.addSql(
      'alter table "deal" add constraint "deal_stage_id_link" foreign key ("workspace_id", "stage_id") references "pipeline_stage" ("workspace_id", "id");',
    );
    this.addSql(
      'alter table "deal" add constraint "deal_company_id_link" foreign key ("workspace_id", "company_id") references "company" ("workspace_id", "id") on delete set null ("company_id");',
    );
    this.addSql(
      'alter table "deal" add constraint "deal_reason_id_link" foreign key ("workspace_id", "reason_id") references "deal_reason" ("workspace_id", "id") on delete set null ("reason_id");',
    );
    this.addSql(
      'alter table "deal_lead" add constraint "deal_lead_deal_id_link" foreign key ("workspace_id", "deal_id") references "deal" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "deal_lead" add constraint "deal_lead_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "deal_move" add constraint "deal_move_deal_id_link" foreign key ("workspace_id", "deal_id") references "deal" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "deal_move" add constraint "deal_move_to_stage_id_link" foreign key ("workspace_id", "to_stage_id") references "pipeline_stage" ("workspace_id", "id");',
    );
  }
}
