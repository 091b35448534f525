import { Migration } from '@mikro-orm/migrations';

/** Links by which somebody outside gets a file. */
export class FileLinks extends Migration {
  override up(): void {
    this.addSql(
      'create table "file_link" ("workspace_id" uuid not null, "id" uuid not null, "file_id" uuid not null, "secret_hash" varchar(64) not null, "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "opened" int not null default 0, "last_opened_at" timestamptz(3) null, "author" varchar(300) not null, "author_user_id" uuid null, "author_says" varchar(200) null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "file_link_workspace_id_file_id_index" on "file_link" ("workspace_id", "file_id");');
    this.addSql('alter table "file_link" add constraint "file_link_secret" unique ("workspace_id", "secret_hash");');
    this.addSql('alter table "file_link" enable row level security;');
    this.addSql('alter table "file_link" force row level security;');
    this.addSql(
      "create policy \"file_link_guard\" on \"file_link\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "file_link_runtime" on "file_link" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "file_link_maintenance_select" on "file_link" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "file_link_maintenance_delete" on "file_link" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'alter table "file_link" add constraint "file_link_file_id_link" foreign key ("workspace_id", "file_id") references "file" ("workspace_id", "id") on delete cascade;',
    );
  }
}
