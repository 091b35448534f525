import { Migration } from '@mikro-orm/migrations';

/** The words that leads carry are tags, with a colour and a category; which lead carries which stands as rows that an index reads. */
export class Tags extends Migration {
  override up(): void {
    this.addSql(`set local lock_timeout = '5s';`);
    this.addSql(
      'create table "lead_tag" ("workspace_id" uuid not null, "tag_id" uuid not null, "lead_id" uuid not null, primary key ("workspace_id", "tag_id", "lead_id"));',
    );
    this.addSql('create index "lead_tag_of_lead" on "lead_tag" ("workspace_id", "lead_id");');
    this.addSql(
      'create table "tag" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(50) not null, "color" varchar(16) null, "category" varchar(50) null, "spread_kind" varchar(8) null, "spread_from" varchar(50) null, "spread_into" uuid null, "spread_after" uuid null, "spread_done" int not null default 0, "spread_total" int not null default 0, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql('create index "tag_newest" on "tag" ("workspace_id", "created_at", "id") where archived_at is null;');
    this.addSql(
      'create index "tag_archived" on "tag" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql('create index "tag_by_name" on "tag" ("workspace_id", "name", "id") where archived_at is null;');
    this.addSql(
      'create index "tag_by_category" on "tag" ("workspace_id", (case when category is null then \'\' else category end), "id") where archived_at is null;',
    );
    this.addSql('create unique index "tag_name" on "tag" ("workspace_id", fold_text("name"));');
    this.addSql('create index "tag_word" on "tag" ("workspace_id", "name");');
    this.addSql('alter table "lead_tag" enable row level security;');
    this.addSql('alter table "lead_tag" force row level security;');
    this.addSql(
      "create policy \"lead_tag_guard\" on \"lead_tag\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "lead_tag_runtime" on "lead_tag" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "tag" enable row level security;');
    this.addSql('alter table "tag" force row level security;');
    this.addSql(
      "create policy \"tag_guard\" on \"tag\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "tag_runtime" on "tag" to "tabard_runtime" using (true) with check (true);');
    this.addSql('create policy "tag_maintenance_select" on "tag" for select to "tabard_maintenance" using (true);');
    this.addSql(
      'create or replace function link_new_leads() returns trigger language plpgsql as $do$\n  begin\n    if not exists (select from arrived where cardinality(tags) > 0) then return null; end if;\n    insert into public.lead_tag (workspace_id, tag_id, lead_id)\n    select a.workspace_id, t.id, a.id from arrived a cross join unnest(a.tags) as word\n      join public.tag t on t.workspace_id = a.workspace_id and t.name = word\n        on conflict do nothing;\n    if exists (select from arrived a cross join unnest(a.tags) as word\n                where not exists (select from public.tag t where t.workspace_id = a.workspace_id and t.name = word)) then\n      \n    insert into public.tag (workspace_id, id, name)\n    select distinct on (m.workspace_id, public.fold_text(m.word)) m.workspace_id, gen_random_uuid(), m.word from (select distinct a.workspace_id, word from arrived a cross join unnest(a.tags) as word) as m\n     where not exists (select from public.tag t where t.workspace_id = m.workspace_id and public.fold_text(t.name) = public.fold_text(m.word))\n        on conflict do nothing;\n      insert into public.lead_tag (workspace_id, tag_id, lead_id)\n      select a.workspace_id, t.id, a.id from arrived a cross join unnest(a.tags) as word\n        join public.tag t on t.workspace_id = a.workspace_id and public.fold_text(t.name) = public.fold_text(word)\n          on conflict do nothing;\n    end if;\n    return null;\n  end $do$;',
    );
    this.addSql(
      'create or replace function link_changed_lead() returns trigger language plpgsql as $do$\n  begin\n    delete from public.lead_tag k using public.tag t\n     where k.workspace_id = new.workspace_id and k.lead_id = new.id and t.workspace_id = k.workspace_id and t.id = k.tag_id\n       and public.fold_text(t.name) in (select public.fold_text(word) from unnest(old.tags) as word)\n       and public.fold_text(t.name) not in (select public.fold_text(word) from unnest(new.tags) as word);\n    insert into public.lead_tag (workspace_id, tag_id, lead_id)\n    select t.workspace_id, t.id, new.id from public.tag t\n     where t.workspace_id = new.workspace_id and t.name = any (new.tags) and t.name <> all (old.tags)\n        on conflict do nothing;\n    if exists (select from unnest(new.tags) as word where word <> all (old.tags)\n                and not exists (select from public.tag t where t.workspace_id = new.workspace_id and t.name = word)) then\n      \n    insert into public.tag (workspace_id, id, name)\n    select distinct on (m.workspace_id, public.fold_text(m.word)) m.workspace_id, gen_random_uuid(), m.word from (select new.workspace_id, word from unnest(new.tags) as word) as m\n     where not exists (select from public.tag t where t.workspace_id = m.workspace_id and public.fold_text(t.name) = public.fold_text(m.word))\n        on conflict do nothing;\n      insert into public.lead_tag (workspace_id, tag_id, lead_id)\n      select t.workspace_id, t.id, new.id from unnest(new.tags) as word\n        join public.tag t on t.workspace_id = new.workspace_id and public.fold_text(t.name) = public.fold_text(word)\n          on conflict do nothing;\n    end if;\n    return null;\n  end $do$;',
    );
    this.addSql(
      'create or replace trigger lead_links_new after insert on lead referencing new table as arrived\n     for each statement execute function link_new_leads();',
    );
    this.addSql(
      'create or replace trigger lead_links_changed after update of tags on lead\n     for each row when (new.tags is distinct from old.tags) execute function link_changed_lead();',
    );
    this.addSql(
      'alter table "lead_tag" add constraint "lead_tag_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "lead_tag" add constraint "lead_tag_tag_id_link" foreign key ("workspace_id", "tag_id") references "tag" ("workspace_id", "id");',
    );
    // The triggers write these for whoever writes leads, from this moment on.
    this.addSql('grant select, insert, update, delete on "tag", "lead_tag" to "tabard_runtime";');
  }
}
