import { Migration } from '@mikro-orm/migrations';

/** What was spent on winning customers, what leads became, and the campaign that a won deal is owed to. */
export class ConversionsAndCosts extends Migration {
  override up(): void {
    this.addSql(
      'create table "conversion" ("workspace_id" uuid not null, "id" uuid not null, "outcome" varchar(16) not null default \'converted\', "kind" varchar(16) null, "name" varchar(100) null, "reason" varchar(500) null, "happened_at" timestamptz(3) not null, "value" bigint null, "currency" varchar(16) not null default \'EUR\', "lead_id" uuid null, "deal_id" uuid null, "campaign_id" uuid null, "source" varchar(16) null, "search_text" text generated always as (fold_text(coalesce("name", \'\') || \' \' || coalesce("reason", \'\'))) stored null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "conversion_newest" on "conversion" ("workspace_id", "created_at", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "conversion_archived" on "conversion" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql(
      'create index "conversion_by_happened_at" on "conversion" ("workspace_id", "happened_at", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "conversion_of_lead" on "conversion" ("workspace_id", "lead_id", "created_at", "id") where lead_id is not null;',
    );
    this.addSql(
      'create index "conversion_of_campaign" on "conversion" ("workspace_id", "campaign_id", "created_at", "id") where campaign_id is not null;',
    );
    this.addSql(
      'create unique index "conversion_of_deal" on "conversion" ("workspace_id", "deal_id") where deal_id is not null and archived_at is null;',
    );
    this.addSql(
      'create index "conversion_at_deal" on "conversion" ("workspace_id", "deal_id") where deal_id is not null;',
    );
    this.addSql(
      'create index "conversion_figures" on "conversion" ("workspace_id", "happened_at") include ("id", "lead_id", "campaign_id", "source", "value", "currency", "outcome") where archived_at is null;',
    );
    this.addSql(
      'create table "cost" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(200) not null, "kind" varchar(16) not null default \'other\', "amount" bigint not null, "currency" varchar(16) not null default \'EUR\', "starts_on" date not null, "ends_on" date not null, "campaign_ids" uuid[] not null default \'{}\', "sources" text[] not null default \'{}\', "note" text null, "search_text" text generated always as (fold_text("name" || \' \' || coalesce("note", \'\'))) stored null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "cost_newest" on "cost" ("workspace_id", "created_at", "id") where archived_at is null;');
    this.addSql(
      'create index "cost_archived" on "cost" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql('create index "cost_by_name" on "cost" ("workspace_id", "name", "id") where archived_at is null;');
    this.addSql('create index "cost_by_amount" on "cost" ("workspace_id", "amount", "id") where archived_at is null;');
    this.addSql(
      'create index "cost_by_starts_on" on "cost" ("workspace_id", "starts_on", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "cost_days" on "cost" ("workspace_id", "starts_on") include ("ends_on", "amount", "currency", "id") where archived_at is null;',
    );
    this.addSql('alter table "deal" add "campaign_id" uuid null;');
    this.addSql(
      'create index "deal_of_campaign" on "deal" ("workspace_id", "campaign_id", "created_at", "id") where archived_at is null and campaign_id is not null;',
    );
    this.addSql(
      'create index "deal_won" on "deal" ("workspace_id", "closed_at") include ("id", "value", "currency", "campaign_id") where archived_at is null and status = \'won\';',
    );
    this.addSql('alter table "conversion" enable row level security;');
    this.addSql('alter table "conversion" force row level security;');
    this.addSql(
      "create policy \"conversion_guard\" on \"conversion\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "conversion_runtime" on "conversion" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "cost" enable row level security;');
    this.addSql('alter table "cost" force row level security;');
    this.addSql(
      "create policy \"cost_guard\" on \"cost\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "cost_runtime" on "cost" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'alter table "deal" add constraint "deal_campaign_id_link" foreign key ("workspace_id", "campaign_id") references "campaign" ("workspace_id", "id") on delete set null ("campaign_id");',
    );
    this.addSql(
      'alter table "conversion" add constraint "conversion_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete set null ("lead_id");',
    );
    this.addSql(
      'alter table "conversion" add constraint "conversion_deal_id_link" foreign key ("workspace_id", "deal_id") references "deal" ("workspace_id", "id") on delete set null ("deal_id");',
    );
    this.addSql(
      'alter table "conversion" add constraint "conversion_campaign_id_link" foreign key ("workspace_id", "campaign_id") references "campaign" ("workspace_id", "id") on delete set null ("campaign_id");',
    );
  }
}
