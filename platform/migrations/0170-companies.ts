import { Migration } from '@mikro-orm/migrations';

/** Companies with trees and domains, merges that can be taken back, matches of leads by their domains, and whose leads are whose. */
export class Companies extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s';");
    this.addSql(
      'create table "company" ("workspace_id" uuid not null, "id" uuid not null, "name" varchar(200) not null, "domains" text[] not null default \'{}\', "website" varchar(300) null, "industry" varchar(100) null, "size" varchar(16) null, "phone" varchar(50) null, "address" varchar(300) null, "city" varchar(100) null, "region" varchar(100) null, "country" varchar(100) null, "time_zone" varchar(64) null, "linkedin_url" varchar(300) null, "profiles" text[] not null default \'{}\', "description" text null, "owner_id" uuid null, "parent_id" uuid null, "source" varchar(16) not null default \'manual\', "enriched" jsonb not null default \'{}\', "last_activity_at" timestamptz(3) null, "merged_into_id" uuid null, "search_text" text generated always as (fold_text("name" || \' \' || coalesce("website", \'\') || \' \' || coalesce("city", \'\'))) stored null, "name_folded" text generated always as (fold_text("name")) stored null, "leads_behind_since" timestamptz(3) null, "archived_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "company_newest" on "company" ("workspace_id", "created_at", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "company_archived" on "company" ("workspace_id", "created_at", "id") where archived_at is not null;',
    );
    this.addSql(
      'create index "company_by_name" on "company" ("workspace_id", "name", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "company_below" on "company" ("workspace_id", "parent_id", "id") where parent_id is not null;',
    );
    this.addSql(
      'create index "company_merged" on "company" ("workspace_id", "merged_into_id") where merged_into_id is not null;',
    );
    this.addSql(
      'create index "company_name" on "company" ("workspace_id", "name_folded", "id") where archived_at is null;',
    );
    this.addSql(
      'create index "company_behind" on "company" ("leads_behind_since") where leads_behind_since is not null;',
    );
    this.addSql(
      'create table "company_domain" ("workspace_id" uuid not null, "domain" varchar(253) not null, "company_id" uuid not null, primary key ("workspace_id", "domain", "company_id"));',
    );
    this.addSql(
      'create index "company_domain_workspace_id_company_id_index" on "company_domain" ("workspace_id", "company_id");',
    );
    this.addSql(
      'create table "company_match" ("workspace_id" uuid not null, "id" uuid not null, "creates" boolean not null default false, "state" varchar(16) not null default \'queued\', "position" uuid not null, "total" int not null, "seen" int not null default 0, "joined" int not null default 0, "made" int not null default 0, "finished_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), "updated_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "company_match_workspace_id_created_at_index" on "company_match" ("workspace_id", "created_at");',
    );
    this.addSql('create index "company_match_open" on "company_match" ("updated_at") where finished_at is null;');
    this.addSql(
      'create table "company_merge" ("workspace_id" uuid not null, "id" uuid not null, "company_id" uuid not null, "other_id" uuid not null, "changed" jsonb not null, "other_parent_id" uuid null, "child_ids" uuid[] not null, "lead_ids" uuid[] not null default \'{}\', "undone_at" timestamptz(3) null, "created_at" timestamptz(3) not null default now(), primary key ("workspace_id", "id"));',
    );
    this.addSql(
      'create index "company_merge_workspace_id_company_id_index" on "company_merge" ("workspace_id", "company_id");',
    );
    this.addSql(
      'create index "company_merge_workspace_id_other_id_index" on "company_merge" ("workspace_id", "other_id");',
    );
    this.addSql('alter table "lead" add "company_id" uuid null;');
    this.addSql('alter table "workspace" add "company_matching" varchar(16) not null default \'join\';');
    this.addSql('alter table "company" enable row level security;');
    this.addSql('alter table "company" force row level security;');
    this.addSql(
      "create policy \"company_guard\" on \"company\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "company_runtime" on "company" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      'create policy "company_maintenance_select" on "company" for select to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "company_domain" enable row level security;');
    this.addSql('alter table "company_domain" force row level security;');
    this.addSql(
      "create policy \"company_domain_guard\" on \"company_domain\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "company_domain_runtime" on "company_domain" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "company_match" enable row level security;');
    this.addSql('alter table "company_match" force row level security;');
    this.addSql(
      "create policy \"company_match_guard\" on \"company_match\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "company_match_runtime" on "company_match" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "company_match_maintenance_select" on "company_match" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "company_match_maintenance_delete" on "company_match" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql('alter table "company_merge" enable row level security;');
    this.addSql('alter table "company_merge" force row level security;');
    this.addSql(
      "create policy \"company_merge_guard\" on \"company_merge\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "company_merge_runtime" on "company_merge" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'create policy "company_merge_maintenance_select" on "company_merge" for select to "tabard_maintenance" using (true);',
    );
    this.addSql(
      'create policy "company_merge_maintenance_delete" on "company_merge" for delete to "tabard_maintenance" using (true);',
    );
    this.addSql(
      "create or replace function company_keeps_tree() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   declare above uuid := new.parent_id;\n   begin\n     perform pg_advisory_xact_lock(hashtextextended('company tree ' || new.workspace_id, 0));\n     while above is not null loop\n       if above = new.id then\n         raise exception 'a company cannot be above itself' using errcode = 'check_violation', constraint = 'company_tree';\n       end if;\n       above := (select c.parent_id from public.company c where c.workspace_id = new.workspace_id and c.id = above);\n     end loop;\n     return new;\n   end $do$;",
    );
    this.addSql(
      "create or replace function company_keeps_domains() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     if tg_op = 'UPDATE' then\n       delete from public.company_domain d where d.workspace_id = new.workspace_id and d.company_id = new.id;\n     end if;\n     if new.archived_at is null then\n       insert into public.company_domain (workspace_id, domain, company_id)\n         select distinct new.workspace_id, domain, new.id from unnest(new.domains) as domain;\n     end if;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'alter table "company_domain" add constraint "company_domain_company_id_link" foreign key ("workspace_id", "company_id") references "company" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      'alter table "company" add constraint "company_parent_id_link" foreign key ("workspace_id", "parent_id") references "company" ("workspace_id", "id") on delete set null ("parent_id") deferrable initially deferred;',
    );
    this.addSql(
      'alter table "company" add constraint "company_merged_into_id_link" foreign key ("workspace_id", "merged_into_id") references "company" ("workspace_id", "id") on delete set null ("merged_into_id") deferrable initially deferred;',
    );
    this.addSql(
      'create or replace trigger company_tree before insert or update of parent_id on company for each row\n     when (new.parent_id is not null) execute function company_keeps_tree();',
    );
    this.addSql(
      'create or replace trigger company_domains after insert or update of domains, archived_at on company for each row\n     execute function company_keeps_domains();',
    );
  }
}
