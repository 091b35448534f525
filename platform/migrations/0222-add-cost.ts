import { Migration } from '@mikro-orm/migrations';

/** TODO: what changes, in one sentence. */
export class AddCost extends Migration {
  override up(): void {
    this.addSql(
      'create table "cost" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(200) not null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "cost_newest" on "cost" ("workspace_id", "created_at", "id") where archived_at is null;');
    this.addSql(
      'create index "cost_archived" on "cost" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql('create index "cost_by_name" on "cost" ("workspace_id", "name", "id") where archived_at is null;');
    this.addSql('alter table "cost" enable row level security;');
    this.addSql('alter table "cost" force row level security;');
    this.addSql(
      "create policy \"cost_guard\" on \"cost\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "cost_runtime" on "cost" to "tabard_runtime" using (true) with check (true);');
  }
}
