import { Migration } from '@mikro-orm/migrations';

/**
 * Segments, who is in them, and the leads that are to be looked at again. What notes changes of leads takes a lock on busy tables for a
 * moment.
 */
export class Segments extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s';");
    this.addSql(
      'create table "segment" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(120) not null, "description" varchar(500) not null default \'\', "where" jsonb not null, "shared" boolean not null default true, "owner_name" varchar(200) null, "state" varchar(16) not null default \'building\', "lead_count" int null, "counted_at" timestamptz(3) null, "owner" varchar(300) not null default \'\', "asks_related" boolean not null default false, "due_at" timestamptz(3) null default now(), "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "segment_newest" on "segment" ("workspace_id", "created_at", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "segment_archived" on "segment" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql(
      'create index "segment_by_name" on "segment" ("workspace_id", "name", "id") where archived_at is null;',
    );
    this.addSql('create index "segment_due" on "segment" ("due_at") where archived_at is null and due_at is not null;');
    this.addSql(
      'create table "segment_change" ("workspace_id" uuid not null, "id" uuid not null default gen_random_uuid(), "lead_id" uuid not null, primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create table "segment_member" ("workspace_id" uuid not null, "segment_id" uuid not null, "lead_id" uuid not null, primary key ("workspace_id", "segment_id", "lead_id"));',
    );
    this.addSql('alter table "segment" enable row level security;');
    this.addSql('alter table "segment" force row level security;');
    this.addSql(
      "create policy \"segment_guard\" on \"segment\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "segment_runtime" on "segment" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "segment_maintenance_select" on "segment" for select to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "segment_change" enable row level security;');
    this.addSql('alter table "segment_change" force row level security;');
    this.addSql(
      "create policy \"segment_change_guard\" on \"segment_change\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "segment_change_runtime" on "segment_change" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "segment_change_maintenance_select" on "segment_change" for select to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "segment_member" enable row level security;');
    this.addSql('alter table "segment_member" force row level security;');
    this.addSql(
      "create policy \"segment_member_guard\" on \"segment_member\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "segment_member_runtime" on "segment_member" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create or replace function note_lead_change() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into segment_change (workspace_id, lead_id)\n     select c.workspace_id, c.id from changed c\n      where exists (select from segment s where s.workspace_id = c.workspace_id and s.archived_at is null);\n     return null;\n   end $do$;',
    );
    this.addSql(
      'create or replace function note_mail_event() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into segment_change (workspace_id, lead_id)\n     select c.workspace_id, c.lead_id from changed c\n      where c.first and c.lead_id is not null\n        and exists (select from segment s where s.workspace_id = c.workspace_id and s.archived_at is null and s.asks_related);\n     return null;\n   end $do$;',
    );
    this.addSql(
      'create or replace trigger lead_created_for_segments after insert on lead\n     referencing new table as changed for each statement execute function note_lead_change();',
    );
    this.addSql(
      'create or replace trigger lead_changed_for_segments after update on lead\n     referencing new table as changed for each statement execute function note_lead_change();',
    );
    this.addSql(
      'create or replace function note_list_change() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into segment_change (workspace_id, lead_id)\n     select c.workspace_id, c.lead_id from changed c\n      where exists (select from segment s where s.workspace_id = c.workspace_id and s.archived_at is null);\n     return null;\n   end $do$;',
    );
    this.addSql(
      'create or replace trigger list_member_added_for_segments after insert on list_member\n     referencing new table as changed for each statement execute function note_list_change();',
    );
    this.addSql(
      'create or replace trigger list_member_removed_for_segments after delete on list_member\n     referencing old table as changed for each statement execute function note_list_change();',
    );
    this.addSql(
      'create or replace trigger mail_event_for_segments after insert on mail_event\n     referencing new table as changed for each statement execute function note_mail_event();',
    );
  }
}
