import { Migration } from '@mikro-orm/migrations';

/**
 * What is known of a lead besides: whose it is, how good, how else it is reached, and what became of the mails to it. New columns are empty
 * or have a constant default, so no row is written anew; the locks on busy tables last a moment.
 */
export class LeadFields extends Migration {
  override up(): void {
    this.addSql("set local lock_timeout = '5s';");
    this.addSql(
      'alter table "lead" add column "department" varchar(100) null, add column "seniority" varchar(60) null, add column "phone_normal" varchar(20) null, add column "emails" jsonb not null default \'[]\'::jsonb, add column "phones" jsonb not null default \'[]\'::jsonb, add column "address" varchar(300) null, add column "postal_code" varchar(20) null, add column "region" varchar(100) null, add column "linkedin_url" varchar(300) null, add column "x_url" varchar(300) null, add column "profiles" text[] not null default \'{}\', add column "language" varchar(35) null, add column "owner_id" uuid null, add column "score" int null, add column "lifecycle" varchar(16) null, add column "lawful_basis" varchar(32) null, add column "lawful_basis_source" varchar(200) null, add column "lawful_basis_at" timestamptz(3) null, add column "merged_into_id" uuid null;',
    );
    this.addSql(
      'create table "lead_reach" ("workspace_id" uuid not null, "kind" varchar(8) not null, "value" varchar(254) not null, "lead_id" uuid not null, primary key ("workspace_id", "kind", "value", "lead_id"));',
    );
    this.addSql('create index "lead_reach_workspace_id_lead_id_index" on "lead_reach" ("workspace_id", "lead_id");');
    this.addSql(
      'create table "lead_contact" ("workspace_id" uuid not null, "lead_id" uuid not null, "sent" int not null default 0, "opened" int not null default 0, "clicked" int not null default 0, "replied" int not null default 0, "contacted_at" timestamptz(3) null, "replied_at" timestamptz(3) null, primary key ("workspace_id", "lead_id"));',
    );
    this.addSql('alter table "lead_reach" enable row level security;');
    this.addSql('alter table "lead_reach" force row level security;');
    this.addSql(
      "create policy \"lead_reach_guard\" on \"lead_reach\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "lead_reach_runtime" on "lead_reach" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql('alter table "lead_contact" enable row level security;');
    this.addSql('alter table "lead_contact" force row level security;');
    this.addSql(
      "create policy \"lead_contact_guard\" on \"lead_contact\" as restrictive to \"tabard_runtime\" using (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)) with check (workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid));",
    );
    this.addSql(
      'create policy "lead_contact_runtime" on "lead_contact" to "tabard_runtime" using (true) with check (true);',
    );
    this.addSql(
      'alter table "lead_reach" add constraint "lead_reach_lead_id_link" foreign key ("workspace_id", "lead_id") references "lead" ("workspace_id", "id") on delete cascade;',
    );
    this.addSql(
      "create or replace function lead_keeps_reach() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     if tg_op = 'UPDATE' then\n       delete from public.lead_reach r where r.workspace_id = new.workspace_id and r.lead_id = new.id;\n     end if;\n     insert into public.lead_reach (workspace_id, kind, value, lead_id)\n       select distinct new.workspace_id, 'email', one ->> 'email', new.id from jsonb_array_elements(new.emails) as one\n       union\n       select distinct new.workspace_id, 'phone', one ->> 'normal', new.id from jsonb_array_elements(new.phones) as one\n        where one ->> 'normal' is not null;\n     return null;\n   end $do$;",
    );
    this.addSql(
      "create or replace trigger lead_reach_new after insert on lead for each row\n     when (new.emails <> '[]'::jsonb or new.phones <> '[]'::jsonb) execute function lead_keeps_reach();",
    );
    this.addSql(
      'create or replace trigger lead_reach_changed after update of emails, phones on lead for each row\n     when (new.emails is distinct from old.emails or new.phones is distinct from old.phones) execute function lead_keeps_reach();',
    );
    this.addSql(
      "create or replace function count_lead_contacts() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into lead_contact as k (workspace_id, lead_id, sent, opened, clicked, replied, contacted_at, replied_at)\n     select e.workspace_id, e.lead_id, count(*) filter (where e.type = 'sent') as sent, count(*) filter (where e.type = 'opened') as opened, count(*) filter (where e.type = 'clicked') as clicked, count(*) filter (where e.type = 'replied') as replied,\n           max(e.at) filter (where e.type = 'sent') as contacted_at, max(e.at) filter (where e.type = 'replied') as replied_at\n       from changed e where e.first and e.lead_id is not null and e.type in ('sent', 'opened', 'clicked', 'replied')\n      group by 1, 2 order by 1, 2\n         on conflict (workspace_id, lead_id)\n         do update set sent = k.sent + excluded.sent, opened = k.opened + excluded.opened, clicked = k.clicked + excluded.clicked, replied = k.replied + excluded.replied,\n                       contacted_at = greatest(k.contacted_at, excluded.contacted_at),\n                       replied_at = greatest(k.replied_at, excluded.replied_at);\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger mail_event_for_contacts after insert on mail_event\n     referencing new table as changed for each statement execute function count_lead_contacts();',
    );
  }
}
