import { Migration } from '@mikro-orm/migrations';

/** Files are found by their names. */
export class FileSearch extends Migration {
  override up(): void {
    this.addSql(
      'create or replace function link_new_leads() returns trigger language plpgsql as $do$\n  begin\n    if not exists (select from arrived where cardinality(tags) > 0) then return null; end if;\n    insert into public.lead_tag (workspace_id, tag_id, lead_id)\n    select a.workspace_id, t.id, a.id from arrived a cross join unnest(a.tags) as word\n      join public.tag t on t.workspace_id = a.workspace_id and t.name = word\n        on conflict do nothing;\n    if exists (select from arrived a cross join unnest(a.tags) as word\n                where not exists (select from public.tag t where t.workspace_id = a.workspace_id and t.name = word)) then\n      \n    insert into public.tag (workspace_id, id, name)\n    select distinct on (m.workspace_id, public.fold_text(m.word)) m.workspace_id, gen_random_uuid(), m.word from (select distinct a.workspace_id, word from arrived a cross join unnest(a.tags) as word) as m\n     where not exists (select from public.tag t where t.workspace_id = m.workspace_id and public.fold_text(t.name) = public.fold_text(m.word))\n        on conflict do nothing;\n      insert into public.lead_tag (workspace_id, tag_id, lead_id)\n      select a.workspace_id, t.id, a.id from arrived a cross join unnest(a.tags) as word\n        join public.tag t on t.workspace_id = a.workspace_id and public.fold_text(t.name) = public.fold_text(word)\n          on conflict do nothing;\n    end if;\n    return null;\n  end $do$;',
    );
    this.addSql(
      "create or replace function link_changed_lead() returns trigger language plpgsql as $do$\n  declare\n    word text;\n    added text[] := '{}';\n    linked int;\n  begin\n    if not (old.tags <@ new.tags) then\n      delete from public.lead_tag k using public.tag t\n       where k.workspace_id = new.workspace_id and k.lead_id = new.id and t.workspace_id = k.workspace_id and t.id = k.tag_id\n         and public.fold_text(t.name) in (select public.fold_text(one) from unnest(old.tags) as one)\n         and public.fold_text(t.name) not in (select public.fold_text(one) from unnest(new.tags) as one);\n    end if;\n    foreach word in array new.tags loop\n      if word <> all (old.tags) then added := added || word; end if;\n    end loop;\n    if cardinality(added) = 0 then return null; end if;\n    insert into public.lead_tag (workspace_id, tag_id, lead_id)\n    select t.workspace_id, t.id, new.id from public.tag t where t.workspace_id = new.workspace_id and t.name = any (added)\n        on conflict do nothing;\n    get diagnostics linked = row_count;\n    if linked < cardinality(added) and exists (select from unnest(added) as one\n         where not exists (select from public.tag t where t.workspace_id = new.workspace_id and t.name = one)) then\n      \n    insert into public.tag (workspace_id, id, name)\n    select distinct on (m.workspace_id, public.fold_text(m.word)) m.workspace_id, gen_random_uuid(), m.word from (select new.workspace_id, one as word from unnest(added) as one) as m\n     where not exists (select from public.tag t where t.workspace_id = m.workspace_id and public.fold_text(t.name) = public.fold_text(m.word))\n        on conflict do nothing;\n      insert into public.lead_tag (workspace_id, tag_id, lead_id)\n      select t.workspace_id, t.id, new.id from unnest(added) as one\n        join public.tag t on t.workspace_id = new.workspace_id and public.fold_text(t.name) = public.fold_text(one)\n          on conflict do nothing;\n    end if;\n    return null;\n  end $do$;",
    );
    this.addSql(
      'create or replace trigger lead_links_new after insert on lead referencing new table as arrived\n     for each statement execute function link_new_leads();',
    );
    this.addSql(
      'create or replace trigger lead_links_changed after update of tags on lead\n     for each row when (new.tags is distinct from old.tags) execute function link_changed_lead();',
    );
    this.addSql(
      "create or replace function company_keeps_tree() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   declare above uuid := new.parent_id;\n   begin\n     perform pg_advisory_xact_lock(hashtextextended('company tree ' || new.workspace_id, 0));\n     while above is not null loop\n       if above = new.id then\n         raise exception 'a company cannot be above itself' using errcode = 'check_violation', constraint = 'company_tree';\n       end if;\n       above := (select c.parent_id from public.company c where c.workspace_id = new.workspace_id and c.id = above);\n     end loop;\n     return new;\n   end $do$;",
    );
    this.addSql(
      "create or replace function company_keeps_domains() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     if tg_op = 'UPDATE' then\n       delete from public.company_domain d where d.workspace_id = new.workspace_id and d.company_id = new.id;\n     end if;\n     if new.archived_at is null then\n       insert into public.company_domain (workspace_id, domain, company_id)\n         select distinct new.workspace_id, domain, new.id from unnest(new.domains) as domain;\n     end if;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger company_tree before insert or update of parent_id on company for each row\n     when (new.parent_id is not null) execute function company_keeps_tree();',
    );
    this.addSql(
      'create or replace trigger company_domains after insert or update of domains, archived_at on company for each row\n     execute function company_keeps_domains();',
    );
    this.addSql(
      'create or replace function note_lead_change() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into segment_change (workspace_id, lead_id)\n     select c.workspace_id, c.id from changed c\n      where exists (select from segment s where s.workspace_id = c.workspace_id and s.archived_at is null);\n     return null;\n   end $do$;',
    );
    this.addSql(
      'create or replace function note_mail_event() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into segment_change (workspace_id, lead_id)\n     select c.workspace_id, c.lead_id from changed c\n      where c.first and c.lead_id is not null\n        and exists (select from segment s where s.workspace_id = c.workspace_id and s.archived_at is null and s.asks_related);\n     return null;\n   end $do$;',
    );
    this.addSql(
      'create or replace function note_list_change() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into segment_change (workspace_id, lead_id)\n     select c.workspace_id, c.lead_id from changed c\n      where exists (select from segment s where s.workspace_id = c.workspace_id and s.archived_at is null);\n     return null;\n   end $do$;',
    );
    this.addSql(
      'create or replace trigger lead_created_for_segments after insert on lead\n     referencing new table as changed for each statement execute function note_lead_change();',
    );
    this.addSql(
      'create or replace trigger lead_changed_for_segments after update on lead\n     referencing new table as changed for each statement execute function note_lead_change();',
    );
    this.addSql(
      'create or replace trigger mail_event_for_segments after insert on mail_event\n     referencing new table as changed for each statement execute function note_mail_event();',
    );
    this.addSql(
      'create or replace trigger list_member_added_for_segments after insert on list_member\n     referencing new table as changed for each statement execute function note_list_change();',
    );
    this.addSql(
      'create or replace trigger list_member_removed_for_segments after delete on list_member\n     referencing old table as changed for each statement execute function note_list_change();',
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
    this.addSql(
      "create or replace function search_words(said text) returns text[] language sql immutable parallel safe as $words$\n  select coalesce(array_agg(distinct left(word, 64)), '{}')\n    from regexp_split_to_table(public.fold_text(left(said, 40000)), '[\\u0001-/:-@\\[-`\\{-\\u00bf\\u00d7\\u00f7\\u2000-\\u206f\\u20a0-\\u20cf\\u2190-\\u2bff\\u3000-\\u303f\\ufe10-\\ufe1f\\uff00-\\uff0f]+') as word where word <> '' $words$;",
    );
    this.addSql(
      "create or replace function search_notes_company() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'company', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      "create or replace function search_notes_changed_company() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'company', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c join before b on b.workspace_id = c.workspace_id and b.id = c.id where (c.name, c.domains, c.website, c.industry, c.city, c.description, c.merged_into_id) is distinct from (b.name, b.domains, b.website, b.industry, b.city, b.description, b.merged_into_id)) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger company_search_new after insert on company\n     referencing new table as changed for each statement execute function search_notes_company();',
    );
    this.addSql(
      'create or replace trigger company_search_changed after update on company\n     referencing old table as before new table as changed for each statement execute function search_notes_changed_company();',
    );
    this.addSql(
      'create or replace trigger company_search_gone after delete on company\n     referencing old table as changed for each statement execute function search_notes_company();',
    );
    this.addSql(
      "create or replace function search_notes_lead() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'lead', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      "create or replace function search_notes_changed_lead() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'lead', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c join before b on b.workspace_id = c.workspace_id and b.id = c.id where (c.first_name, c.last_name, c.email, c.company, c.title, c.city, c.merged_into_id) is distinct from (b.first_name, b.last_name, b.email, b.company, b.title, b.city, b.merged_into_id)) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger lead_search_new after insert on lead\n     referencing new table as changed for each statement execute function search_notes_lead();',
    );
    this.addSql(
      'create or replace trigger lead_search_changed after update on lead\n     referencing old table as before new table as changed for each statement execute function search_notes_changed_lead();',
    );
    this.addSql(
      'create or replace trigger lead_search_gone after delete on lead\n     referencing old table as changed for each statement execute function search_notes_lead();',
    );
    this.addSql(
      "create or replace function search_notes_note() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'note', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      "create or replace function search_notes_changed_note() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'note', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c join before b on b.workspace_id = c.workspace_id and b.id = c.id where (c.text, c.archived_at) is distinct from (b.text, b.archived_at)) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger note_search_new after insert on note\n     referencing new table as changed for each statement execute function search_notes_note();',
    );
    this.addSql(
      'create or replace trigger note_search_changed after update on note\n     referencing old table as before new table as changed for each statement execute function search_notes_changed_note();',
    );
    this.addSql(
      'create or replace trigger note_search_gone after delete on note\n     referencing old table as changed for each statement execute function search_notes_note();',
    );
    this.addSql(
      "create or replace function search_notes_file() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'file', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      "create or replace function search_notes_changed_file() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'file', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c join before b on b.workspace_id = c.workspace_id and b.id = c.id where (c.name, c.archived_at, c.lead_id, c.company_id, c.deal_id) is distinct from (b.name, b.archived_at, b.lead_id, b.company_id, b.deal_id)) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger file_search_new after insert on file\n     referencing new table as changed for each statement execute function search_notes_file();',
    );
    this.addSql(
      'create or replace trigger file_search_changed after update on file\n     referencing old table as before new table as changed for each statement execute function search_notes_changed_file();',
    );
    this.addSql(
      'create or replace trigger file_search_gone after delete on file\n     referencing old table as changed for each statement execute function search_notes_file();',
    );
    this.addSql(
      "create or replace function search_notes_task() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'task', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      "create or replace function search_notes_changed_task() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'task', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c join before b on b.workspace_id = c.workspace_id and b.id = c.id where (c.title, c.text, c.archived_at) is distinct from (b.title, b.text, b.archived_at)) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger task_search_new after insert on task\n     referencing new table as changed for each statement execute function search_notes_task();',
    );
    this.addSql(
      'create or replace trigger task_search_changed after update on task\n     referencing old table as before new table as changed for each statement execute function search_notes_changed_task();',
    );
    this.addSql(
      'create or replace trigger task_search_gone after delete on task\n     referencing old table as changed for each statement execute function search_notes_task();',
    );
    this.addSql(
      "create or replace function search_notes_deal() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'deal', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      "create or replace function search_notes_changed_deal() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'deal', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c join before b on b.workspace_id = c.workspace_id and b.id = c.id where (c.title, c.source, c.reason_note) is distinct from (b.title, b.source, b.reason_note)) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger deal_search_new after insert on deal\n     referencing new table as changed for each statement execute function search_notes_deal();',
    );
    this.addSql(
      'create or replace trigger deal_search_changed after update on deal\n     referencing old table as before new table as changed for each statement execute function search_notes_changed_deal();',
    );
    this.addSql(
      'create or replace trigger deal_search_gone after delete on deal\n     referencing old table as changed for each statement execute function search_notes_deal();',
    );
    this.addSql(
      "create or replace function search_notes_template() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'template', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      "create or replace function search_notes_changed_template() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'template', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c join before b on b.workspace_id = c.workspace_id and b.id = c.id where (c.name, c.subject, c.body) is distinct from (b.name, b.subject, b.body)) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger template_search_new after insert on template\n     referencing new table as changed for each statement execute function search_notes_template();',
    );
    this.addSql(
      'create or replace trigger template_search_changed after update on template\n     referencing old table as before new table as changed for each statement execute function search_notes_changed_template();',
    );
    this.addSql(
      'create or replace trigger template_search_gone after delete on template\n     referencing old table as changed for each statement execute function search_notes_template();',
    );
    this.addSql(
      "create or replace function search_notes_campaign() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'campaign', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      "create or replace function search_notes_changed_campaign() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'campaign', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c join before b on b.workspace_id = c.workspace_id and b.id = c.id where (c.name) is distinct from (b.name)) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger campaign_search_new after insert on campaign\n     referencing new table as changed for each statement execute function search_notes_campaign();',
    );
    this.addSql(
      'create or replace trigger campaign_search_changed after update on campaign\n     referencing old table as before new table as changed for each statement execute function search_notes_changed_campaign();',
    );
    this.addSql(
      'create or replace trigger campaign_search_gone after delete on campaign\n     referencing old table as changed for each statement execute function search_notes_campaign();',
    );
    this.addSql(
      "create or replace function search_notes_said_campaign() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'campaign', array_agg(x.id)\n       from (select c.workspace_id, c.said as id, row_number() over () / 1000 as part from (select distinct r.workspace_id, r.campaign_id as said from changed r) c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger step_search_new after insert on step\n     referencing new table as changed for each statement execute function search_notes_said_campaign();',
    );
    this.addSql(
      'create or replace trigger step_search_changed after update on step\n     referencing old table as before new table as changed for each statement execute function search_notes_said_campaign();',
    );
    this.addSql(
      'create or replace trigger step_search_gone after delete on step\n     referencing old table as changed for each statement execute function search_notes_said_campaign();',
    );
    this.addSql(
      "create or replace function search_notes_conversation() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'conversation', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      "create or replace function search_notes_changed_conversation() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'conversation', array_agg(x.id)\n       from (select c.workspace_id, c.id as id, row_number() over () / 1000 as part from changed c join before b on b.workspace_id = c.workspace_id and b.id = c.id where (c.counterpart_name, c.subject, c.counterpart_address, c.state) is distinct from (b.counterpart_name, b.subject, b.counterpart_address, b.state)) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger conversation_search_new after insert on conversation\n     referencing new table as changed for each statement execute function search_notes_conversation();',
    );
    this.addSql(
      'create or replace trigger conversation_search_changed after update on conversation\n     referencing old table as before new table as changed for each statement execute function search_notes_changed_conversation();',
    );
    this.addSql(
      'create or replace trigger conversation_search_gone after delete on conversation\n     referencing old table as changed for each statement execute function search_notes_conversation();',
    );
    this.addSql(
      "create or replace function search_notes_said_conversation() returns trigger language plpgsql set search_path = pg_catalog, public as $do$\n   begin\n     insert into search_change (workspace_id, noun, record_ids)\n     select x.workspace_id, 'conversation', array_agg(x.id)\n       from (select c.workspace_id, c.said as id, row_number() over () / 1000 as part from (select distinct r.workspace_id, r.conversation_id as said from changed r) c) x\n      where x.id is not null group by x.workspace_id, x.part;\n     return null;\n   end $do$;",
    );
    this.addSql(
      'create or replace trigger message_search_new after insert on message\n     referencing new table as changed for each statement execute function search_notes_said_conversation();',
    );
    this.addSql(
      'create or replace trigger message_search_changed after update on message\n     referencing old table as before new table as changed for each statement execute function search_notes_said_conversation();',
    );
    this.addSql(
      'create or replace trigger message_search_gone after delete on message\n     referencing old table as changed for each statement execute function search_notes_said_conversation();',
    );
  }
}
