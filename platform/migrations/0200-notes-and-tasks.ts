import { Migration } from '@mikro-orm/migrations';

/** Notes, activities and tasks about leads and companies, and the secret addresses of calendars. */
export class NotesAndTasks extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s';`);
    this.addSql(
      'create table "calendar_feed" ("workspace_id" uuid not null, "id" uuid not null, "member_id" uuid not null, "secret_hash" varchar(64) not null, "created_at" timestamptz(3) not null default now(), "read_at" timestamptz(3) null, primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'alter table "calendar_feed" add constraint "calendar_feed_of_member" unique ("workspace_id", "member_id");',
    );
    this.addSql(
      'create table "logged_activity" ("workspace_id" uuid not null, "id" uuid not null, "kind" varchar(16) not null default \'call\', "direction" varchar(16) null, "outcome" varchar(16) null, "minutes" int null, "happened_at" timestamptz(3) not null, "text" text null, "lead_id" uuid null, "company_id" uuid null, "author" varchar(300) not null, "author_user_id" uuid null, "author_says" varchar(200) null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "logged_activity_newest" on "logged_activity" ("workspace_id", "created_at", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "logged_activity_archived" on "logged_activity" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql(
      'create index "logged_activity_of_lead" on "logged_activity" ("workspace_id", "lead_id", "happened_at", "id") where lead_id is not null;',
    );
    this.addSql(
      'create index "logged_activity_of_company" on "logged_activity" ("workspace_id", "company_id", "happened_at", "id") where company_id is not null;',
    );
    this.addSql(
      'create table "note" ("workspace_id" uuid not null, "id" uuid not null, "text" text not null, "is_pinned" boolean not null default false, "lead_id" uuid null, "company_id" uuid null, "edited_at" timestamptz(3) null, "author" varchar(300) not null, "author_user_id" uuid null, "author_says" varchar(200) null, "search_text" text generated always as (fold_text("text")) stored null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "note_newest" on "note" ("workspace_id", "created_at", "id") where archived_at is null;');
    this.addSql(
      'create index "note_archived" on "note" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql(
      'create index "note_of_lead" on "note" ("workspace_id", "lead_id", "created_at", "id") where lead_id is not null;',
    );
    this.addSql(
      'create index "note_of_company" on "note" ("workspace_id", "company_id", "created_at", "id") where company_id is not null;',
    );
    this.addSql(
      'create table "note_mention" ("workspace_id" uuid not null, "note_id" uuid not null, "member_id" uuid not null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "note_id", "member_id"));',
    );
    this.addSql(
      'create table "task" ("workspace_id" uuid not null, "id" uuid not null, "title" varchar(200) not null, "text" text null, "type" varchar(16) not null default \'todo\', "due" varchar(16) null, "due_at" timestamptz(3) null, "priority" varchar(16) not null default \'normal\', "status" varchar(16) not null default \'open\', "assignee_id" uuid null, "reminder_minutes" int null, "recurrence" varchar(200) null, "lead_id" uuid null, "company_id" uuid null, "ended_at" timestamptz(3) null, "remind_at" timestamptz(3) null, "next_id" uuid null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "task_newest" on "task" ("workspace_id", "created_at", "id") where archived_at is null;');
    this.addSql(
      'create index "task_archived" on "task" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql('create index "task_by_title" on "task" ("workspace_id", "title", "id") where archived_at is null;');
    this.addSql(
      'create index "task_by_due" on "task" ("workspace_id", (case when due is null then \'\' else due end), "id") where archived_at is null;',
    );
    this.addSql(
      'create index "task_of_lead" on "task" ("workspace_id", "lead_id", "created_at", "id") where lead_id is not null;',
    );
    this.addSql(
      'create index "task_of_company" on "task" ("workspace_id", "company_id", "created_at", "id") where company_id is not null;',
    );
    this.addSql(
      'create index "task_of_assignee" on "task" ("workspace_id", "assignee_id", (case when due is null then \'\' else due end), "id") where archived_at is null;',
    );
    this.addSql('create index "task_done" on "task" ("workspace_id", "ended_at") where ended_at is not null;');
    this.addSql('create index "task_reminder" on "task" ("remind_at") where remind_at is not null;');
    this.addSql('alter table "calendar_feed" enable row level security;');
    this.addSql('alter table "calendar_feed" force row level security;');
    this.addSql(
      "create policy \"calendar_feed_guard\" on \"calendar_feed\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "calendar_feed_runtime" on "calendar_feed" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "logged_activity" enable row level security;');
    this.addSql('alter table "logged_activity" force row level security;');
    this.addSql(
      "create policy \"logged_activity_guard\" on \"logged_activity\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "logged_activity_runtime" on "logged_activity" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "logged_activity_maintenance_select" on "logged_activity" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "logged_activity_maintenance_delete" on "logged_activity" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "note" enable row level security;');
    this.addSql('alter table "note" force row level security;');
    this.addSql(
      "create policy \"note_guard\" on \"note\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "note_runtime" on "note" to "tabard_runtime" using (true) with check (true);');
    this.addSql('create policy "note_maintenance_select" on "note" for select to "tabard_maintenance" using (true);');
    this.addSql('create policy "note_maintenance_delete" on "note" for delete to "tabard_maintenance" using (true);');
    this.addSql('alter table "note_mention" enable row level security;');
    this.addSql('alter table "note_mention" force row level security;');
    this.addSql(
      "create policy \"note_mention_guard\" on \"note_mention\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "note_mention_runtime" on "note_mention" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "task" enable row level security;');
    this.addSql('alter table "task" force row level security;');
    this.addSql(
      "create policy \"task_guard\" on \"task\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "task_runtime" on "task" to "tabard_runtime" using (true) with check (true);');
    this.addSql('create policy "task_maintenance_select" on "task" for select to "tabard_maintenance" using (true);');
    this.addSql('create policy "task_maintenance_delete" on "task" for delete to "tabard_maintenance" using (true);');
    this.addSql(
      'alter table "note" add constraint "note_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "note" add constraint "note_company_id_link" foreign key ("workspace_id", "company_id") references "company" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "logged_activity" add constraint "logged_activity_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "logged_activity" add constraint "logged_activity_company_id_link" foreign key ("workspace_id", "company_id") references "company" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "note_mention" add constraint "note_mention_note_id_link" foreign key ("workspace_id", "note_id") references "note" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "task" add constraint "task_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete set null ("lead_id");',
    );
    this.addSql(
      'alter table "task" add constraint "task_company_id_link" foreign key ("workspace_id", "company_id") references "company" ("workspace_id", "id") on delete set null ("company_id");',
    );
  }
}
