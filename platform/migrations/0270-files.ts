import { Migration } from '@mikro-orm/migrations';

/** Files of leads, companies and deals, their versions, and uploads that are on their way. */
export class Files extends Migration {
  override up(): void {
    this.addSql(
      'create table "file" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(255) not null, "kind" varchar(16) not null, "media_type" varchar(127) not null, "size" bigint not null, "version" int not null, "scan" varchar(16) not null, "has_thumbnail" boolean not null, "lead_id" uuid null, "company_id" uuid null, "deal_id" uuid null, "author" varchar(300) not null, "author_user_id" uuid null, "author_says" varchar(200) null, "version_id" uuid not null, "search_text" text generated always as (fold_text("name")) stored null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "file_newest" on "file" ("workspace_id", "created_at", "id") where archived_at is null;');
    this.addSql(
      'create index "file_archived" on "file" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql('create index "file_by_name" on "file" ("workspace_id", "name", "id") where archived_at is null;');
    this.addSql('create index "file_by_size" on "file" ("workspace_id", "size", "id") where archived_at is null;');
    this.addSql(
      'create index "file_of_lead" on "file" ("workspace_id", "lead_id", "created_at", "id") where lead_id is not null;',
    );
    this.addSql(
      'create index "file_of_company" on "file" ("workspace_id", "company_id", "created_at", "id") where company_id is not null;',
    );
    this.addSql(
      'create index "file_of_deal" on "file" ("workspace_id", "deal_id", "created_at", "id") where deal_id is not null;',
    );
    this.addSql(
      'create table "file_upload" ("workspace_id" uuid not null, "id" uuid not null, "file_id" uuid null, "name" varchar(255) not null, "length" bigint not null, "received" bigint not null default \'0\', "parts" text[] not null default \'{}\', "lead_id" uuid null, "company_id" uuid null, "deal_id" uuid null, "author" varchar(300) not null, "author_user_id" uuid null, "author_says" varchar(200) null, "created_at" timestamptz(3) not null default now(), "finished_at" timestamptz(3) null, primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create table "file_version" ("workspace_id" uuid not null, "id" uuid not null, "file_id" uuid not null, "number" int not null, "kind" varchar(16) not null, "media_type" varchar(127) not null, "size" bigint not null, "scan" varchar(16) not null, "has_thumbnail" boolean not null, "author" varchar(300) not null, "author_user_id" uuid null, "author_says" varchar(200) null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "file_version_waiting" on "file_version" ("created_at") where scan = \'waiting\';');
    this.addSql(
      'alter table "file_version" add constraint "file_version_workspace_id_file_id_number_unique" unique ("workspace_id", "file_id", "number");',
    );
    this.addSql('alter table "file" enable row level security;');
    this.addSql('alter table "file" force row level security;');
    this.addSql(
      "create policy \"file_guard\" on \"file\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "file_runtime" on "file" to "tabard_runtime" using (true) with check (true);');
    this.addSql('create policy "file_maintenance_select" on "file" for select to "tabard_maintenance" using (true);');
    this.addSql('create policy "file_maintenance_delete" on "file" for delete to "tabard_maintenance" using (true);');
    this.addSql('alter table "file_upload" enable row level security;');
    this.addSql('alter table "file_upload" force row level security;');
    this.addSql(
      "create policy \"file_upload_guard\" on \"file_upload\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "file_upload_runtime" on "file_upload" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "file_upload_maintenance_select" on "file_upload" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "file_upload_maintenance_delete" on "file_upload" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "file_version" enable row level security;');
    this.addSql('alter table "file_version" force row level security;');
    this.addSql(
      "create policy \"file_version_guard\" on \"file_version\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "file_version_runtime" on "file_version" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "file_version_maintenance_select" on "file_version" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'alter table "file" add constraint "file_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete set null ("lead_id");',
    );
    this.addSql(
      'alter table "file" add constraint "file_company_id_link" foreign key ("workspace_id", "company_id") references "company" ("workspace_id", "id") on delete set null ("company_id");',
    );
    this.addSql(
      'alter table "file" add constraint "file_deal_id_link" foreign key ("workspace_id", "deal_id") references "deal" ("workspace_id", "id") on delete set null ("deal_id");',
    );
    this.addSql(
      'alter table "file_upload" add constraint "file_upload_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete set null ("lead_id");',
    );
    this.addSql(
      'alter table "file_upload" add constraint "file_upload_company_id_link" foreign key ("workspace_id", "company_id") references "company" ("workspace_id", "id") on delete set null ("company_id");',
    );
    this.addSql(
      'alter table "file_upload" add constraint "file_upload_deal_id_link" foreign key ("workspace_id", "deal_id") references "deal" ("workspace_id", "id") on delete set null ("deal_id");',
    );
    this.addSql(
      'alter table "file_version" add constraint "file_version_file_id_link" foreign key ("workspace_id", "file_id") references "file" ("workspace_id", "id") on delete cascade;',
    );
  }
}
