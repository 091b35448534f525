import { Migration } from '@mikro-orm/migrations';

/** Fields of a workspace's own, whose values are checked by their type. */
export class CustomFields extends Migration {
  override up(): void {
    this.addSql(
      'create table "custom_field" ("workspace_id" uuid not null, "id" uuid not null, "noun" varchar(16) not null default \'lead\', "key" varchar(40) not null, "label" varchar(100) not null, "type" varchar(16) not null, "options" jsonb not null default \'[]\', "position" int not null default 0, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "custom_field_newest" on "custom_field" ("workspace_id", "created_at", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "custom_field_archived" on "custom_field" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql(
      'create index "custom_field_by_key" on "custom_field" ("workspace_id", "key", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "custom_field_by_label" on "custom_field" ("workspace_id", "label", "id") where archived_at is null;',
    );
    this.addSql('alter table "custom_field" add constraint "custom_field_key" unique ("workspace_id", "noun", "key");');
    this.addSql('alter table "custom_field" enable row level security;');
    this.addSql('alter table "custom_field" force row level security;');
    this.addSql(
      "create policy \"custom_field_guard\" on \"custom_field\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "custom_field_runtime" on "custom_field" to "tabard_runtime" using (true) with check (true);',
    );
  }
}
