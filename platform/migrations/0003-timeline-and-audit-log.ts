import { Migration } from '@mikro-orm/migrations';

/** What happened to a thing, and who did what: both kept by month. */
export class TimelineAndAuditLog extends Migration {
  override up(): void {
    this.addSql(
      'create table "activity" ("workspace_id" uuid not null, "id" uuid not null, "subject_id" uuid not null, "month" date not null, "subject_noun" varchar(32) not null, "kind" varchar(64) not null, "at" timestamptz(3) not null, "actor_kind" varchar(16) null, "actor_id" varchar(200) null, "data" jsonb not null, primary key ("workspace_id", "id", "subject_id", "month")) partition by range ("month");',
    );
    this.addSql('create index "activity_timeline" on "activity" ("workspace_id", "subject_id", "at", "id");');
    this.addSql(
      'create table "audit_log" ("workspace_id" uuid not null, "id" uuid not null, "month" date not null, "at" timestamptz(3) not null default now(), "actor_kind" varchar(16) null, "actor_id" varchar(200) null, "on_behalf_of" varchar(200) null, "act" varchar(128) not null, "outcome" varchar(64) not null, "ip" varchar(64) null, "user_agent" varchar(300) null, "request_id" varchar(64) null, "subjects" text[] not null default \'{}\', "input" jsonb null, "before" jsonb null, "after" jsonb null, primary key ("workspace_id", "id", "month")) partition by range ("month");',
    );
    this.addSql('create index "audit_log_newest" on "audit_log" ("workspace_id", "at", "id");');
    this.addSql('create index "audit_log_subjects" on "audit_log" using gin ("subjects");');
    this.addSql('alter table "activity" enable row level security;');
    this.addSql('alter table "activity" force row level security;');
    this.addSql(
      "create policy \"activity_guard\" on \"activity\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "activity_runtime" on "activity" to "tabard_runtime" using (true) with check (true);');
    this.addSql('alter table "audit_log" enable row level security;');
    this.addSql('alter table "audit_log" force row level security;');
    this.addSql(
      "create policy \"audit_log_guard\" on \"audit_log\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql('create policy "audit_log_runtime" on "audit_log" to "tabard_runtime" using (true) with check (true);');
    this.addSql(
      "create or replace function wall_month(name text) returns void language plpgsql security definer set search_path = pg_catalog, public as $do$ begin\n       execute format('alter table public.%I enable row level security', name);\n       execute format('alter table public.%I force row level security', name);\n       execute format($q$create policy %I on public.%I as restrictive to tabard_runtime using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid))$q$, name || '_guard', name);\n     end $do$;",
    );
    this.addSql(
      "create or replace function make_month(parent text, first date) returns void language plpgsql security definer set search_path = pg_catalog, public as $do$\n     declare name text := parent || to_char(first, '_YYYY_MM');\n     begin\n       if parent not in ('mail_event', 'activity', 'audit_log') then raise exception '% is not kept by month', parent; end if;\n       perform pg_advisory_xact_lock(7401002);\n       if to_regclass('public.' || name) is not null then return; end if;\n       execute format('create table public.%I partition of public.%I for values from (%L) to (%L)', name, parent, first, first + interval '1 month');\n       perform public.wall_month(name);\n     end $do$;",
    );
    this.addSql(
      "create or replace function drop_months(parent text, before date) returns setof text language plpgsql security definer set search_path = pg_catalog, public as $do$\n     declare name text;\n     begin\n       if parent not in ('mail_event', 'activity', 'audit_log') then raise exception '% is not kept by month', parent; end if;\n       perform pg_advisory_xact_lock(7401002);\n       for name in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid\n                    where i.inhparent = ('public.' || parent)::regclass and c.relname ~ '_[0-9]{4}_[0-9]{2}$'\n                      and to_date(right(c.relname, 7), 'YYYY_MM') < before loop\n         execute format('drop table public.%I', name);\n         return next name;\n       end loop;\n     end $do$;",
    );
    this.addSql(
      'revoke execute on function wall_month(text), make_month(text, date), drop_months(text, date) from public;',
    );
    this.addSql('grant execute on function make_month(text, date), drop_months(text, date) to tabard_maintenance;');
    this.addSql('create table "activity_rest" partition of "activity" default;');
    this.addSql("select wall_month('activity_rest');");
    this.addSql(
      "select make_month('activity', m::date) from generate_series(date_trunc('month', now()) - interval '1 months', now() + interval '2 months', interval '1 month') m;",
    );
    this.addSql('create table "audit_log_rest" partition of "audit_log" default;');
    this.addSql("select wall_month('audit_log_rest');");
    this.addSql(
      "select make_month('audit_log', m::date) from generate_series(date_trunc('month', now()) - interval '0 months', now() + interval '2 months', interval '1 month') m;",
    );
  }
}
